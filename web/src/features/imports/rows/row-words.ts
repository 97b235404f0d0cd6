import { traitsOf } from '@domain/aggregation.js';
import type { Language } from '@domain/domain-error.js';
import type { Rule } from '@domain/indicator.js';
import { targetText } from '@domain/printed/target-text.js';
import type { DraftRow } from '../../../api/imports.js';

/** The target as it was understood; as it is printed where it was not. */
export function targetOf({ comparator, target, raw, ...rest }: DraftRow, language: Language): string {
  if (comparator === null || target === null) return raw;
  return targetText({ comparator, target, ...rest }, language);
}

/** How a row scores and how its months add up, each where it is known. */
export function ruleAndAggregation(
  { rule, ruleRaw, aggregation }: DraftRow,
  language: Language,
  ruleName: (rule: Rule) => string,
): string {
  const scored = rule === null ? ruleRaw : ruleName(rule);
  return [scored, aggregation && traitsOf(aggregation).words[language]].filter(Boolean).join(' · ') || '—';
}
