import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface MonthSelectProps {
  readonly month: string;
  readonly months: readonly string[];
  readonly onMonth: (month: string) => void;
}

export function MonthSelect({ month, months, onMonth }: MonthSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('month')}
      value={month}
      onChange={onMonth}
      options={months.map((value) => ({ value, label: value }))}
      style={{ width: 120 }}
    />
  );
}
