import { useTranslation } from 'react-i18next';
import type { ScoredIndicator, ScoredSheet } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';

/** Whether the sheet came from a self-evaluation that gives results, and so has a column for them. */
export const hasPublished = ({ published, indicators }: ScoredSheet): boolean =>
  published !== null || indicators.some((indicator) => indicator.published !== null);

/** What the document gives as reached and earned, as printed, and by how much our own score differs. */
export function Published({ actual, score, difference }: NonNullable<ScoredIndicator['published']>) {
  const { t } = useTranslation();
  const differs = difference !== null && difference !== '0';
  return (
    <>
      {actual !== null && <div>{actual}</div>}
      {score !== null && <strong>{t('sheets.publishedPoints', { points: decimal(score) })}</strong>}
      {differs && <div className="muted small">{t('sheets.publishedDifference', { points: signed(difference) })}</div>}
    </>
  );
}

const signed = (difference: string): string =>
  difference.startsWith('-') ? `−${decimal(difference.slice(1))}` : `+${decimal(difference)}`;
