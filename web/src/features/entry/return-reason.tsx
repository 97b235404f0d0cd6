import { useTranslation } from 'react-i18next';
import { useEntryHistory } from '../../api/progress.js';

/** Why an entry came back: the first thing its author has to know. */
export function ReturnReason({ indicatorId, month }: { readonly indicatorId: string; readonly month: string }) {
  const { t } = useTranslation();
  const { data } = useEntryHistory(indicatorId, month);
  const returned = data?.items.findLast(({ action }) => action === 'returned');
  if (!returned) return null;
  return (
    <p className="entry-wrong">
      {t('shown.sentBack.returned', { actor: returned.actorName, reason: returned.reason ?? '' })}
    </p>
  );
}
