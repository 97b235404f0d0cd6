import { exact, fixed, HUNDRED } from '@domain/exact.js';
import type { Budget, SaveBudget } from '../../../api/budget.js';

export const SOURCES = ['fiscal', 'carriedOver', 'other'] as const;

/** Whose figures they are. */
export interface ExecutionOf {
  readonly sheetId: string;
  readonly month: string;
  /** 年初预算数, 万元; null where the sheet prints none. */
  readonly planned: string | null;
}

/** As they stand in the form: '' is nothing, which is not zero. */
export interface Figures {
  readonly spent: string;
  readonly spentBySource: Readonly<Record<(typeof SOURCES)[number], string>>;
  readonly adjustedBudget: string;
  readonly deviationReason: string;
  readonly correctiveMeasure: string;
}

export function figuresOf(stored: Budget | null): Figures {
  const { fiscal = '', carriedOver = '', other = '' } = stored?.spentBySource ?? {};
  return {
    spent: stored?.spent ?? '',
    spentBySource: { fiscal, carriedOver, other },
    adjustedBudget: stored?.adjustedBudget ?? '',
    deviationReason: stored?.deviationReason ?? '',
    correctiveMeasure: stored?.correctiveMeasure ?? '',
  };
}

/**
 * Sources are all known or none: where one is given, the others are zero. An adjustment of the budget that nobody touches
 * goes on as it was; one that is emptied is taken back.
 */
export function bodyOf({ spent, spentBySource, ...rest }: Figures, stored: Budget | null): SaveBudget {
  const given = SOURCES.map((source) => [source, spentBySource[source].trim()] as const);
  const isSplit = given.some(([, amount]) => amount !== '');
  return {
    spent: spent.trim(),
    spentBySource: isSplit
      ? (Object.fromEntries(given.map(([source, amount]) => [source, amount || '0'])) as Figures['spentBySource'])
      : null,
    adjustedBudget: rest.adjustedBudget.trim() || (stored?.adjustedBudget ? null : undefined),
    deviationReason: rest.deviationReason.trim() || null,
    correctiveMeasure: rest.correctiveMeasure.trim() || null,
  };
}

const NUMBER = /^\d+(\.\d+)?$/;

/** Percent with two decimals; null where one of the two is not there, or is no number yet. */
export function rateOf(spent: string, budget: string | null): string | null {
  if (!NUMBER.test(spent.trim()) || budget === null || !NUMBER.test(budget.trim())) return null;
  const whole = exact(budget.trim());
  return whole.gt(0) ? fixed(exact(spent.trim()).div(whole).mul(HUNDRED), 2) : null;
}
