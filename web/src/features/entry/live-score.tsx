import { useTranslation } from 'react-i18next';
import { statisticsOf } from '@domain/entries/entry-statistics.js';
import type { Policy } from '@domain/policy.js';
import { scoreIndicator } from '@domain/scoring/indicator-score.js';
import type { GridEntry } from './grid/grid-entry.js';
import { isNothing, type Typed } from './typed.js';

interface LiveScoreProps {
  readonly entry: GridEntry;
  readonly typed: Typed;
  readonly policy: Policy;
}

/** What the indicator would score if this entry were approved: the service's own rules, before anything is sent. */
export function LiveScore({ entry: { row, month, subject }, typed, policy }: LiveScoreProps) {
  const { t } = useTranslation();
  const { content, problems } = subject.check(typed);
  if (isNothing(content) || problems.length > 0) return null;
  const [indicator] = row.indicators;
  const others = indicator.entries.filter((entry) => entry.month < month && entry.status === 'approved');
  const { score, max, explanation } = scoreIndicator(
    indicator,
    statisticsOf([...others, { ...content, month }]),
    month,
    policy,
  );
  if (score === null || max === '0') return null;
  return (
    <div title={t('entry.liveHint')}>
      {t('entry.live', { score, max })}
      {explanation.notes.includes('months-missing') && (
        <div className="muted small">{t('entry.liveMissing', { count: explanation.missing })}</div>
      )}
    </div>
  );
}
