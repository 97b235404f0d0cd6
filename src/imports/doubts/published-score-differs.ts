import { exact, fixed, plain, ZERO } from '../../domain/exact.js';
import { completion, isMet } from '../../domain/scoring/completion.js';
import type { IndicatorDraft } from '../sheet-draft.js';
import { eachIndicator } from './doubt-check.js';

/** The published points against what the printed rule gives; published forms often break their own formula. */
export const publishedScoreDiffers = eachIndicator('published-score-differs', (indicator) => {
  const formula = formulaScore(indicator);
  const published = indicator.publishedScore;
  if (published === null || formula === null || exact(published).equals(exact(formula))) return null;
  const zh = `“${indicator.name}”公布得分 ${published}，按公式应为 ${plain(exact(formula))}。`;
  const en = `“${indicator.name}” was published with ${published} points; its formula gives ${plain(exact(formula))}.`;
  return { severity: 'warning', message: { zh, en } };
});

/** null where the sheet alone does not tell: grades, days, targets of a month or quarter, or a number is missing. */
function formulaScore({ comparator, target, targetUpper, actual, weight, rule, per }: IndicatorDraft): string | null {
  if (comparator === null || comparator === 'qualitative' || comparator === 'by') return null;
  if (target === null || actual === null || weight === null) return null;
  if (rule === 'graded' || per !== null || exact(target).lt(0)) return null;
  const printed = { comparator, target: exact(target), upper: targetUpper === null ? null : exact(targetUpper) };
  const reached = exact(actual);
  const earned = rule === 'direct' ? isMet(printed, reached) : null;
  if (earned !== null) return fixed(earned ? exact(weight) : ZERO, 2);
  return fixed(exact(weight).mul(completion(printed, reached, 'full')), 2);
}
