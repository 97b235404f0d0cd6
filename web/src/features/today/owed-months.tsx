import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WorkList } from '../../api/types.js';
import { LinkButton } from '../../components/link-button.js';
import { monthName } from '../../period/month-name.js';
import { DueDate } from '../shown/due-date.js';

interface OwedMonthsProps {
  readonly months: WorkList['owed'];
  /** Closed with entries missing: only the office can open them again. */
  readonly closed: WorkList['closed'];
  /** Whether any indicator is mine to enter. */
  readonly isAssigned: boolean;
}

/** From so many on they are entered in the table of the year rather than month by month. */
const MANY = 3;
/** Where they are opened again: only who may do so is shown them. */
const CLOSED_ONES = '/months';

/** The months that still lack entries of mine, latest first, each one click from its form. */
export function OwedMonths({ months, closed, isAssigned }: OwedMonthsProps) {
  const { t } = useTranslation();
  if (!isAssigned) return <p className="muted">{t('today.nothingAssigned')}</p>;
  if (months.length + closed.length === 0) return <p className="done">{t('today.nothingOwed')}</p>;
  return (
    <>
      {months.length >= MANY && (
        <p className="inbox-line">
          <span className="muted">{t('today.catchUp', { count: months.length })}</span>
          <LinkButton to="/entry?view=year">{t('today.toYear')}</LinkButton>
        </p>
      )}
      <ul className="inbox">
        {months.map(({ month, due, owed, dueAt, state }) => (
          <li key={month}>
            <Link to={state === 'closed' ? CLOSED_ONES : `/entry?month=${month}`} className="inbox-line">
              <span className="inbox-what">
                <strong>{monthName(month)}</strong> {t('today.owes', { owed, due })}
                <DueDate dueAt={dueAt} state={state} />
              </span>
              <Progress
                percent={Math.round(((due - owed) / due) * 100)}
                size="small"
                className="inbox-progress"
                aria-label={t('shown.done', { done: due - owed, all: due })}
              />
            </Link>
          </li>
        ))}
        {closed.map(({ month, due, owed }) => (
          <li key={`closed ${month}`} className="entry-wrong">
            {t('today.closedLacking', { month: monthName(month), owed, due })}
          </li>
        ))}
      </ul>
    </>
  );
}
