import { useTranslation } from 'react-i18next';
import { useEntryHistory } from '../../api/progress.js';
import { localTime } from '../../period/local-time.js';
import { Loading } from '../../components/loading.js';

/** Who did what to the entry of a month, newest first; a month without an entry has no history. */
export function EntryHistory({ indicatorId, month }: { readonly indicatorId: string; readonly month: string }) {
  const { t } = useTranslation();
  const { data, isPending } = useEntryHistory(indicatorId, month);
  if (isPending) return <Loading rows={2} />;
  const changes = data?.items.toReversed() ?? [];
  if (changes.length === 0) return <p className="muted">{t('indicator.noHistory', { month })}</p>;
  return (
    <ol className="bare-list">
      {changes.map(({ id, action, actorName, reason, changedAt }) => (
        <li key={id}>
          <span className="muted">{localTime(changedAt)}</span> <strong>{t(`change.${action}`)}</strong> {actorName}
          {reason !== null && <> · {reason}</>}
        </li>
      ))}
    </ol>
  );
}
