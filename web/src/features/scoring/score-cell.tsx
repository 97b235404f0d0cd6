import { useTranslation } from 'react-i18next';
import type { ScoredIndicator } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

export function ScoreCell({ score }: { readonly score: ScoredIndicator }) {
  const { t } = useTranslation();
  if (score.max === '0') return <>—</>;
  const { lost } = score.explanation;
  return (
    <>
      <strong>{score.score ?? '—'}</strong> / {decimal(score.max)}
      {lost !== null && lost !== '0' && (
        <div style={{ color: 'var(--muted)', fontSize: 12 }}>{t('table.lost', { points: decimal(lost) })}</div>
      )}
    </>
  );
}
