import { exact, fixed, plain, sum, ZERO } from '../../domain/exact.js';
import { EXECUTION_POINTS } from '../../domain/policy.js';
import { completion, isMet } from '../../domain/scoring/completion.js';
import type { IndicatorDraft } from '../sheet-draft.js';
import { atRows } from './at-rows.js';
import { eachIndicator, eachSheet } from './doubt-check.js';

/** The published points against what the printed rule gives; published forms often break their own formula. */
export const publishedScoreDiffers = eachIndicator('published-score-differs', (indicator) => {
  const formula = formulaScore(indicator);
  const published = indicator.publishedScore;
  if (published === null || formula === null || exact(published).equals(exact(formula))) return null;
  const zh = `“${indicator.name}”公布得分 ${published}，按公式应为 ${plain(exact(formula))}。`;
  const en = `“${indicator.name}” was published with ${published} points; its formula gives ${plain(exact(formula))}.`;
  return { severity: 'warning', message: { zh, en } };
});

/** 得分 in words or strokes: nothing is known of the points that were given. */
export const scoreUnread = eachSheet('published-score-differs', ({ draft }) => {
  const isUnread = ({ publishedScore, unread }: IndicatorDraft) =>
    publishedScore === null && unread?.score !== undefined;
  const { rows, zh: names, en: namesEn, ...place } = atRows(draft, isUnread);
  if (rows.length === 0) return [];
  const printed = [...new Set(rows.map(({ unread }) => unread?.score ?? ''))].map((text) => `“${text}”`);
  const zh = `${names}的得分${printed.join('、')}不是分值，没有导入。请核对。`;
  const en = `The score of ${namesEn}, ${printed.join(', ')}, is no number of points and was not imported. Please check.`;
  return [{ severity: 'warning' as const, message: { zh, en }, ...place }];
});

/** The published total against the published points: one of them may stand in another column. */
export const totalDiffers = eachSheet('published-score-differs', ({ draft, totalsUnread }) => {
  const unread = totalsUnread.map(({ text, source }) => {
    const zh = `合计行的“${text}”不是得分列的分值，没有导入。请核对。`;
    const en = `“${text}” in the row of the total is no number of points below the scores and was not imported. Please check.`;
    return { severity: 'warning' as const, message: { zh, en }, source };
  });
  const { total, executionScore } = draft.published;
  const scores = draft.indicators.flatMap(({ publishedScore }) => publishedScore ?? []);
  if (total === null || scores.length === 0 || scores.length < draft.indicators.length) return unread;
  const points = sum(scores.map(exact));
  // Points for execution that were not found may be what is more.
  const most = points.add(exact(executionScore ?? draft.executionWeight ?? EXECUTION_POINTS));
  const agrees =
    executionScore === null ? exact(total).gte(points) && exact(total).lte(most) : exact(total).equals(most);
  if (agrees || exact(total).equals(points)) return unread;
  const counted = plain(executionScore === null ? points : most);
  const zh = `公布的总分 ${total} 与各项得分之和 ${counted} 不符，请核对。`;
  const en = `The published total is ${total}, the published points give ${counted}. Please check.`;
  return [
    ...unread,
    { severity: 'warning' as const, message: { zh, en }, ...(draft.places.total && { source: draft.places.total }) },
  ];
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
