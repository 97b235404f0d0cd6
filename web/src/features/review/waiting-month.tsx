import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Month } from '@domain/calendar/month.js';
import { monthName } from '../../period/month-name.js';

interface WaitingMonthProps {
  /** null: all of them. */
  readonly month: Month | null;
  readonly months: readonly Month[];
  readonly onMonth: (month: Month | null) => void;
}

const ALL = 'all';

/** One of the months of which something waits, in whatever year. */
export function WaitingMonth({ month, months, onMonth }: WaitingMonthProps) {
  const { t } = useTranslation();
  if (months.length === 0) return null;
  return (
    <Select
      aria-label={t('period.month')}
      value={month ?? ALL}
      className="year-select"
      options={[{ value: ALL, label: t('period.all') }, ...months.map((value) => ({ value, label: monthName(value) }))]}
      onChange={(chosen) => {
        onMonth(chosen === ALL ? null : chosen);
      }}
    />
  );
}
