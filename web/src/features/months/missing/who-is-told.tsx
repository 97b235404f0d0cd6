import { useTranslation } from 'react-i18next';
import type { AskedOfAll } from '../../../api/missing.js';

interface WhoIsToldProps {
  readonly answer: NonNullable<AskedOfAll>;
  /** They were told; before, they would be. */
  readonly isDone: boolean;
}

/** How many people, who of how many entries, and for how many entries nobody, with the reasons. */
export function WhoIsTold({ answer: { told, entries }, isDone }: WhoIsToldProps) {
  const { t } = useTranslation();
  const reasons = new Map<string, number>();
  for (const { problem } of entries) if (problem) reasons.set(problem.title, (reasons.get(problem.title) ?? 0) + 1);
  return (
    <div role="status">
      <strong className={told.length > 0 ? 'light-green' : undefined}>
        {t(isDone ? 'missing.told' : 'missing.wouldTell', { count: told.length })}
      </strong>
      {told.length > 0 && (
        <div>
          {told.map(({ name, entries: count }) => t('missing.person', { name, count })).join(t('missing.between'))}
        </div>
      )}
      {[...reasons].map(([reason, count]) => (
        <div key={reason} className="light-amber">
          ▲ {t('missing.notTold', { count, reason })}
        </div>
      ))}
    </div>
  );
}
