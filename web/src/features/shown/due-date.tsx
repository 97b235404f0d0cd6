import { useTranslation } from 'react-i18next';
import { now } from '../../api/clock.js';
import type { WorkList } from '../../api/types.js';
import { localTime } from '../../period/local-time.js';
import { relativeTime } from '../../period/relative-time.js';
import { dueSaying } from './due-saying.js';

/** When a month is due and how far off that is, or that it is over. */
export function DueDate({ dueAt, state }: Pick<WorkList['owed'][number], 'dueAt' | 'state'>) {
  const { t } = useTranslation();
  if (dueAt === null) return null;
  const saying = dueSaying(dueAt, state, now());
  return (
    <span className={saying === 'due' ? 'muted' : 'entry-wrong'}>
      {t(`shown.${saying}`, { at: localTime(dueAt), away: relativeTime(dueAt) })}
      {state === 'reopened' && ` · ${t('shown.reopened')}`}
      {state === 'closed' && ` · ${t('shown.closed')}`}
    </span>
  );
}
