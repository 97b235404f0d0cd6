import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { monthOf, monthsBetween, yearOf } from '../../../../src/domain/month.js';
import type { IndicatorMonths } from '../../api/types.js';
import { isDue, missingMonths } from '../progress/missing-months.js';
import { DueDate } from './due-date.js';

interface OwedMonthsProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly lastMonth: string;
}

/** The months that still lack entries of mine, latest first, each one click from its form. */
export function OwedMonths({ indicators, lastMonth }: OwedMonthsProps) {
  const { t } = useTranslation();
  const months = monthsBetween(monthOf(yearOf(lastMonth), 1), lastMonth)
    .reverse()
    .map((month) => ({
      month,
      due: indicators.filter((indicator) => isDue(indicator, month)).length,
      owed: indicators.filter((indicator) => missingMonths(indicator, month).includes(month)).length,
    }))
    .filter(({ owed }) => owed > 0);
  // Whoever enters for several departments sees the first one's deadline; most of them share it.
  const departmentId = indicators[0]?.department.id ?? '';
  if (months.length === 0) return <p className="done">{t('today.nothingOwed')}</p>;
  return (
    <ul className="inbox">
      {months.map(({ month, due, owed }) => (
        <li key={month}>
          <Link to={`/entry?month=${month}`} className="inbox-line">
            <span className="inbox-what">
              <strong>{month}</strong> {t('today.owes', { owed, due })}
              <DueDate departmentId={departmentId} month={month} />
            </span>
            <Progress
              percent={Math.round(((due - owed) / due) * 100)}
              size="small"
              className="inbox-progress"
              aria-label={t('entry.done', { done: due - owed, all: due })}
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
