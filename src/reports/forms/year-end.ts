import type { Month } from '../../domain/calendar/month.js';
import type { Language } from '../../domain/domain-error.js';
import { exact, fixed, smaller } from '../../domain/exact.js';
import type { ScoredIndicator } from '../../scoring/scored-sheet.js';
import type { ReportedIndicator, ReportedSheet } from '../content/report-content.js';
import { actualValue, shown } from './form-words.js';

/** 全年预计完成情况: what the outlook expects by the end of the year; what nobody can foresee stays open. */
export function expectedValue(
  indicator: ReportedIndicator,
  score: ScoredIndicator,
  asOf: Month,
  language: Language,
): string {
  const { unit, comparator } = indicator;
  const { forecast, openMonths } = score.outlook;
  // A day on which it was completed, and an end, stay as they are.
  if (score.explanation.notes.includes('ended') || (comparator === 'by' && score.actual !== null))
    return actualValue(indicator, score, asOf, language);
  if (forecast) return `${shown(forecast.value)}${unit ?? ''}`;
  if (openMonths === 0) return '—';
  return language === 'zh' ? '待定' : 'open';
}

/** 全年预计执行数; never more than the budget: nobody may spend what is not there. */
export function expectedSpending({ score }: ReportedSheet): string | null {
  const { forecastSpent } = score.outlook;
  const { budget } = score.execution;
  if (forecastSpent === null) return null;
  const expected = budget === null ? exact(forecastSpent) : smaller(exact(forecastSpent), exact(budget));
  return fixed(expected, 2);
}
