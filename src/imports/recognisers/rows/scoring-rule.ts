import type { Rule } from '../../../domain/indicator.js';

const RULES: readonly (readonly [RegExp, Rule])[] = [
  [/等级/, 'graded'],
  [/直接赋分/, 'direct'],
  [/比例/, 'proportional'],
];

/** 指标赋分规则 as a rule; null where none is printed, or one that we do not know (its words are kept beside it). */
export function scoringRule(printed: string | null): Rule | null {
  return RULES.find(([words]) => printed !== null && words.test(printed))?.[1] ?? null;
}
