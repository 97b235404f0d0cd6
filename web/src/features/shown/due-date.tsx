import { useTranslation } from 'react-i18next';
import type { WorkList } from '../../api/types.js';
import { localTime } from '../../period/local-time.js';
import { relativeTime } from '../../period/relative-time.js';

/** When a month is due and how far off that is, or that it is over. */
export function DueDate({ dueAt, state }: Pick<WorkList['owed'][number], 'dueAt' | 'state'>) {
  const { t } = useTranslation();
  if (dueAt === null) return null;
  const isOver = state === 'late' || state === 'reopened' || state === 'closed';
  return (
    <span className={isOver ? 'entry-wrong' : 'muted'}>
      {t(isOver ? 'shown.wasDue' : 'shown.due', { at: localTime(dueAt), away: relativeTime(dueAt) })}
      {state === 'reopened' && ` · ${t('shown.reopened')}`}
      {state === 'closed' && ` · ${t('shown.closed')}`}
    </span>
  );
}
