import { useTranslation } from 'react-i18next';
import { type IndicatorRow, printedActual } from '../shown/indicator-row.js';

/** What was reached. Not applicable, not due and not reported are three different things; a grade is no number. */
export function ActualCell({ row: { indicator, score } }: { readonly row: IndicatorRow }) {
  const { t } = useTranslation();
  const { status, explanation } = score;
  const actual = printedActual(indicator, score);
  if (actual !== null) return actual;
  if (status === 'not-applicable') return <span className="muted">{t('table.notApplicable')}</span>;
  const { grade, coefficient } = explanation.statistics;
  if (status === 'scored' && grade) return `${t(`grade.${grade}`)} ${coefficient ?? ''}`.trim();
  if (explanation.notes.includes('not-due')) return <span className="muted">{t('sheets.isNotDue')}</span>;
  return <span className="muted">{status === 'nothing-reported' ? t('sheets.nothing') : '—'}</span>;
}
