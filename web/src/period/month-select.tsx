import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Month } from '@domain/calendar/month.js';
import { monthName } from './month-name.js';

interface MonthSelectProps {
  readonly month: Month;
  readonly months: readonly Month[];
  readonly onMonth: (month: Month) => void;
}

export function MonthSelect({ month, months, onMonth }: MonthSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('period.month')}
      value={month}
      onChange={onMonth}
      options={months.map((value) => ({ value, label: monthName(value, 'short') }))}
      className="month-select"
    />
  );
}
