import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface YearSelectProps {
  readonly year: number;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
}

export function YearSelect({ year, years, onYear }: YearSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('period.year')}
      value={year}
      onChange={onYear}
      options={years.map((value) => ({ value, label: t('period.ofYear', { year: value }) }))}
      className="year-select"
    />
  );
}
