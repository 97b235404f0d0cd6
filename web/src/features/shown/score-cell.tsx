import { useTranslation } from 'react-i18next';
import { standingOf } from '@domain/scoring/unjudged.js';
import type { ScoredIndicator } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import './score-cell.css';

/** What is earned of the points; what is lost and what is not due yet stand apart. */
export function ScoreCell({ score, asOf }: { readonly score: ScoredIndicator; readonly asOf: string }) {
  const { t } = useTranslation();
  if (score.max === '0') return <>—</>;
  const standing = standingOf(score, asOf);
  // What nobody was asked for yet, or nobody has decided on, is no 0 points.
  if (standing === 'not-begun' || standing === 'waiting') return <>— / {decimal(score.max)}</>;
  const { override, formulaScore, explanation } = score;
  const { lost, notDue = '0' } = explanation;
  const shortfall = [
    ...(lost !== null && lost !== '0' ? [t('table.lost', { points: decimal(lost) })] : []),
    ...(notDue !== '0' ? [t('table.notDuePoints', { points: decimal(notDue) })] : []),
  ];
  return (
    <>
      <strong>{score.score ?? '—'}</strong> / {decimal(score.max)}
      {override && (
        <div className="override small">
          {t('table.override', { formula: formulaScore ?? '—', by: override.by, reason: override.reason })}
        </div>
      )}
      {shortfall.map((text) => (
        <div key={text} className="muted small">
          {text}
        </div>
      ))}
    </>
  );
}
