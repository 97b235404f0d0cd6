import { useTranslation } from 'react-i18next';
import type { WorkList } from '../../api/types.js';
import { localTime } from '../../period/local-time.js';

/** When a month is due, or that it is over. */
export function DueDate({ dueAt, state }: Pick<WorkList['owed'][number], 'dueAt' | 'state'>) {
  const { t } = useTranslation();
  if (dueAt === null) return null;
  const isOver = state === 'late' || state === 'reopened' || state === 'closed';
  return (
    <span className={isOver ? 'due over' : 'due muted'}>
      {t(isOver ? 'today.wasDue' : 'today.due', { at: localTime(dueAt) })}
      {state === 'reopened' && ` · ${t('today.reopened')}`}
      {state === 'closed' && ` · ${t('today.closed')}`}
    </span>
  );
}
