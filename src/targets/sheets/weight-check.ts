import { saysSomething } from '../../common/says-something.js';
import { errorAt } from '../../domain/domain-error.js';
import { exact, HUNDRED, plain, sum } from '../../domain/exact.js';
import type { Policy } from '../../domain/policy.js';
import type { NewSheet } from './new-sheet.js';
import type { WeightWaiver } from './target-sheet.entity.js';

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
  const name = sheet.project ?? '部门整体';
  throw errorAt('/waiver', 'unfit', 'waiver-required', {
    zh: `“${name}”的分值权重加预算执行 ${execution} 分为 ${weightTotal} 分，不是 100 分。请填写说明后再采用。`,
    en: `The weights of “${sheet.project ?? 'the department'}” and ${execution} points for execution give ${weightTotal}, not 100. Give a reason (waiver) to adopt it all the same.`,
  });
}
