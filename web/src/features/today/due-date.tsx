import { useTranslation } from 'react-i18next';
import { useMonthStanding } from '../../api/months.js';
import { localTime } from '../../period/local-time.js';

interface DueDateProps {
  readonly departmentId: string;
  readonly month: string;
}

/** When a month is due, or that it is over. */
export function DueDate({ departmentId, month }: DueDateProps) {
  const { t } = useTranslation();
  const { data } = useMonthStanding(departmentId, month);
  if (!data) return null;
  const { state, dueAt } = data;
  const isOver = state === 'late' || state === 'closed';
  return (
    <span className={isOver ? 'due over' : 'due muted'}>
      {t(isOver ? 'today.wasDue' : 'today.due', { at: localTime(dueAt) })}
      {state === 'closed' && ` · ${t('today.closed')}`}
    </span>
  );
}
