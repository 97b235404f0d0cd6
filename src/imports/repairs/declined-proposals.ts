import type { Message } from '../../domain/domain-error.js';
import type { RepairOf } from './repair.js';
import type { RepairableDraft } from './applied/repairable-draft.js';

/** A proposal that nobody wants: what it said, and the number of the repair that declined it. */
export interface Declined {
  readonly message: Message | null;
  readonly by: number;
}

/** The proposals are not made to the adoption any more. */
export function declineProposals(
  draft: RepairableDraft,
  { proposals, messages = [] }: RepairOf<'decline'>,
  by: number,
): RepairableDraft {
  const said = proposals.map((key, place): [string, Declined] => [key, { message: messages[place] ?? null, by }]);
  return { ...draft, declined: { ...draft.declined, ...Object.fromEntries(said) } };
}
