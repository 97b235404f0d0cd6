import { useTranslation } from 'react-i18next';
import { standingOf } from '@domain/scoring/unjudged.js';
import { type IndicatorRow, printedActual } from '../shown/indicator-row.js';
import { StandingSign } from '../shown/standing-sign.js';

/** What was reached; where nothing can be said about it, which of the reasons it is. A grade is no number. */
export function ActualCell({ row, asOf }: { readonly row: IndicatorRow; readonly asOf: string }) {
  const { t } = useTranslation();
  const { indicator, score } = row;
  const actual = printedActual(indicator, score);
  if (actual !== null) return actual;
  const standing = standingOf(score, asOf);
  const { grade, coefficient } = score.explanation.statistics;
  if (standing !== 'judged') return <StandingSign standing={standing} light="grey" />;
  return grade ? `${t(`grade.${grade}`)} ${coefficient ?? ''}`.trim() : <span className="muted">—</span>;
}
