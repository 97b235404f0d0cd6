import { useTranslation } from 'react-i18next';
import type { ScoredIndicator } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import './score-cell.css';

/** What is earned of the points; what is lost and what is not due yet stand apart. */
export function ScoreCell({ score }: { readonly score: ScoredIndicator }) {
  const { t } = useTranslation();
  if (score.max === '0') return <>—</>;
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
