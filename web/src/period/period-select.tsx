import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MonthSelect } from './month-select.js';
import type { ChosenPeriod } from './use-period.js';
import { YearSelect } from './year-select.js';

/** Year and month of a page; where a new year has begun, the way back to the old one. */
export function PeriodSelect({ before, ...period }: ChosenPeriod) {
  const { t } = useTranslation();
  return (
    <>
      {before !== null && <Link to={`?year=${before}`}>{t('period.before', { year: before })}</Link>}
      <YearSelect {...period} />
      <MonthSelect {...period} />
    </>
  );
}
