import { useTranslation } from 'react-i18next';
import type { ScoredIndicator } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

export function ScoreCell({ score }: { readonly score: ScoredIndicator }) {
  const { t } = useTranslation();
  if (score.max === '0') return <>—</>;
  const { override, formulaScore, explanation } = score;
  const { lost } = explanation;
  return (
    <>
      <strong>{score.score ?? '—'}</strong> / {decimal(score.max)}
      {override && (
        <div className="override small">
          {t('table.override', { formula: formulaScore ?? '—', by: override.by, reason: override.reason })}
        </div>
      )}
      {lost !== null && lost !== '0' && <div className="muted small">{t('table.lost', { points: decimal(lost) })}</div>}
    </>
  );
}
