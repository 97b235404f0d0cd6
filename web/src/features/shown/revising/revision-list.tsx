import { useTranslation } from 'react-i18next';
import type { RevisedTarget, Revision } from '../../../api/sheets.js';
import { localTime } from '../../../period/local-time.js';
import { monthName } from '../../../period/month-name.js';
import { Changes } from './changes.js';

interface RevisionListProps {
  readonly revisions: readonly Revision[];
  /** By id; of an indicator's own page it alone. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every revision, newest first: from when, why, by whom, and what it changed; the targets before it stay readable. */
export function RevisionList({ revisions, names }: RevisionListProps) {
  const { t } = useTranslation();
  const shown = revisions
    .filter(({ number, indicators }) => number > 0 && indicators.some(({ indicatorId }) => names.has(indicatorId)))
    .toReversed();
  if (shown.length === 0) return <p className="muted">{t('revising.none')}</p>;
  return (
    <ol className="inbox revisions">
      {shown.map(({ id, number, effectiveMonth, reason, actorName, revisedAt, weightWaiver, indicators }) => (
        <li key={id}>
          <div>
            <strong>{t('revising.from', { month: monthName(effectiveMonth) })}</strong> {reason}
          </div>
          <div className="muted small">{t('revising.by', { name: actorName, at: localTime(revisedAt) })}</div>
          {weightWaiver && (
            <div className="muted small">
              {t('revising.waived', { total: weightWaiver.weightTotal, reason: weightWaiver.reason })}
            </div>
          )}
          {indicators
            .filter(({ indicatorId }) => names.has(indicatorId))
            .map((after) => (
              <div key={after.indicatorId} className="revised">
                {names.size > 1 && <span>{names.get(after.indicatorId)}</span>}
                <Changes before={heldBefore(revisions, after.indicatorId, number) ?? after} after={after} />
              </div>
            ))}
        </li>
      ))}
    </ol>
  );
}

/** What held of an indicator before the revision of that number. */
const heldBefore = (revisions: readonly Revision[], id: string, number: number): RevisedTarget | undefined =>
  revisions
    .filter((revision) => revision.number < number)
    .flatMap(({ indicators }) => indicators)
    .findLast(({ indicatorId }) => indicatorId === id);
