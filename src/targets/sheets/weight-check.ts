import { saysSomething } from '../../common/says-something.js';
import { exact, HUNDRED, plain, sum } from '../../domain/exact.js';
import type { Policy } from '../../domain/policy.js';
import type { NewSheet } from './new-sheet.js';
import type { WeightWaiver } from './target-sheet.entity.js';
import { waiverRequired } from './errors.js';

type WeighedSheet = Pick<NewSheet, 'executionWeight' | 'project' | 'waiver'> & {
  readonly indicators: readonly { readonly weight: string }[];
};

/**
 * Weights and execution points must give 100. A sheet that was published otherwise needs a waiver, which stays on
 * record; it is never rescaled silently (design, domain §4).
 * @returns the waiver to record; null where none is needed.
 * @throws DomainError `waiver-required`
 */
export function checkWeights(sheet: WeighedSheet, policy: Policy, actor: string): WeightWaiver | null {
  const execution = sheet.executionWeight ?? policy.executionWeight;
  const total = sum([...sheet.indicators.map(({ weight }) => weight), execution].map(exact));
  if (total.equals(HUNDRED)) return null;
  const weightTotal = plain(total);
  if (saysSomething(sheet.waiver)) return { reason: sheet.waiver.trim(), by: actor, weightTotal };
  throw waiverRequired(sheet.project, execution, weightTotal);
}
