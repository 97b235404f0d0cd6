import { useTranslation } from 'react-i18next';
import { useEntryHistory } from '../../api/progress.js';
import { localTime } from '../../period/local-time.js';
import { monthName } from '../../period/month-name.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { describeEntry } from './describe-entry.js';

/** Who did what to the entry of a month, and what it said then, newest first; a month without an entry has no history. */
export function EntryHistory({ indicatorId, month }: { readonly indicatorId: string; readonly month: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useEntryHistory(indicatorId, month);
  if (isPending) return <Loading rows={2} />;
  if (error && data === undefined) return <LoadError error={error} onRetry={() => void refetch()} />;
  const changes = data?.items.toReversed() ?? [];
  if (changes.length === 0) return <p className="muted">{t('shown.noHistory', { month: monthName(month) })}</p>;
  return (
    <ol className="bare-list">
      {changes.map(({ id, action, actorName, figures, reason, changedAt }) => (
        <li key={id}>
          <span className="muted">{localTime(changedAt)}</span> {actorName} <strong>{t(`change.${action}`)}</strong>{' '}
          {describeEntry(figures, t)}
          {reason !== null && <> · {reason}</>}
        </li>
      ))}
    </ol>
  );
}
