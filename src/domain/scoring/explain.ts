import type { Language } from '../domain-error.js';
import { exact, fixed, HUNDRED, plain } from '../exact.js';
import { isPerPeriod, traitsOf } from '../aggregation.js';
import { periodOf } from '../aggregation.js';
import type { Month } from '../calendar/month.js';
import { targetText } from '../printed/target-text.js';
import { daysBetween } from '../calendar/working-days.js';
import type { Explanation } from './explanation.js';
import { WORDS, type Words } from './explanation-words.js';
import type { IndicatorScore } from './indicator-score.js';
import { isBeforeFirst } from './unjudged.js';

/** The same as of a month in which it may not have been taken up yet: nothing is judged then, nor are 0 points. */
export const explainAt = (score: IndicatorScore, asOf: Month, language: Language): string => {
  const words = WORDS[language];
  return isBeforeFirst(score, asOf)
    ? words.note['taken-up'](score.explanation) + words.separator + words.notBegun + words.end
    : explain(score, language);
};

/** The explanation of a score as one sentence that anybody can recompute by hand. */
export function explain(score: IndicatorScore, language: Language): string {
  const words = WORDS[language];
  const { explanation } = score;
  const parts = [
    ...targetPart(explanation, words, language),
    ...reachedPart(score, words, language),
    ...pointsPart(score, words),
    ...explanation.notes.map((note) => words.note[note](explanation)),
    ...overridePart(score, words),
  ];
  return parts.join(words.separator) + words.end;
}

function targetPart(explanation: Explanation, words: Words, language: Language): string[] {
  if (explanation.comparator === 'qualitative') return [];
  const { unit, aggregation, earlierTargets = [] } = explanation;
  const per = periodOf(aggregation);
  const earlier = earlierTargets.map(({ from, ...target }) =>
    words.earlierTarget(from, targetText({ ...target, unit, per }, language)),
  );
  return [words.target(targetText({ ...explanation, per }, language)), ...earlier];
}

function reachedPart({ status, actual, explanation }: IndicatorScore, words: Words, language: Language): string[] {
  const { statistics, aggregation, unit, missing, months } = explanation;
  if (status !== 'scored') return [];
  if (explanation.comparator === 'qualitative') {
    return statistics.grade ? [words.graded(words.grade[statistics.grade], statistics.coefficient ?? '0')] : [];
  }
  if (explanation.comparator === 'by' && actual !== null)
    return [words.completedOn(actual, daysBetween(explanation.target ?? actual, actual))];
  if (actual === null || aggregation === null) return [];
  const cases =
    aggregation === 'ratio' ? `${words.cases(statistics.numerators ?? '0', statistics.denominators ?? '0')} = ` : '';
  const value = `${cases}${plain(exact(actual), 6)} ${unit ?? ''}`.trim();
  const reached = words.reached(traitsOf(aggregation).reached[language], value, statistics.reported);
  return isPerPeriod(aggregation) ? [reached, words.periods(aggregation, months.length, missing)] : [reached];
}

function pointsPart(indicator: IndicatorScore, words: Words): string[] {
  const { status, formulaScore: score, override, completion, explanation } = indicator;
  if (status !== 'scored' || score === null || explanation.factor === null) return [];
  const { weight, factor, deducted, rule } = explanation;
  const reached = completion === null ? [] : [words.completion(`${fixed(exact(completion).mul(HUNDRED), 2)}%`)];
  // A commitment has no points to be explained.
  if (exact(weight).equals(0)) return reached;
  const minus = exact(deducted).gt(0) ? ` − ${deducted}` : '';
  const arithmetic = `${weight} × ${plain(exact(factor), 6)}${minus}`;
  return [
    ...reached,
    words.points(words.rule[rule], arithmetic, score),
    ...(override ? [] : shortfallPart(explanation, words)),
  ];
}

/** What lies between the score and its weight: lost, not due yet, or nothing. */
function shortfallPart({ lost, notDue = '0' }: Explanation, words: Words): string[] {
  const parts = [
    ...(lost !== null && exact(lost).gt(0) ? [words.lost(lost)] : []),
    ...(exact(notDue).gt(0) ? [words.notDue(notDue)] : []),
  ];
  return parts.length > 0 ? parts : [words.full];
}

/** A reviewer's points stand beside the formula's, never in their place. */
function overridePart({ score, formulaScore, override, explanation }: IndicatorScore, words: Words): string[] {
  if (override === null || score === null) return [];
  return [
    words.override(score, formulaScore ?? '0', override.by, override.reason),
    ...shortfallPart(explanation, words),
  ];
}
