import type { AdoptDto } from '../dto/adopt.dto.js';
import { repairOf } from '../repairs/answers/repair-of-answer.js';
import { placed } from '../repairs/repair-error.js';
import type { Repair } from '../repairs/repair.js';
import type { RepairableDraft } from '../repairs/applied/repairable-draft.js';

interface Placed {
  readonly pointer: string;
  readonly repair: Repair;
}

const PARTS = ['decisions', 'sheetDecisions', 'commitments', 'waivers'] as const;

/** The decisions that come with an adoption, as repairs, each with where it stands among the decisions. */
export function decisionRepairs(draft: RepairableDraft, decisions: AdoptDto, adopted: readonly string[]): Placed[] {
  const { weighing } = decisions;
  const weigh: Placed[] = weighing
    ? [{ pointer: '/weighing', repair: { kind: 'weigh', sheet: null, by: weighing } }]
    : [];
  const others = PARTS.flatMap((part) =>
    (decisions[part] ?? []).map((item, place) => {
      const pointer = `/${part}/${place}`;
      try {
        // Of its class nothing is left: what it does not say is not there.
        const value = JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
        return { pointer, repair: repairOf(draft, { part, value }, adopted) };
      } catch (error) {
        throw placed(error, (rest) => `${pointer}${rest}`);
      }
    }),
  );
  return [...others, ...weigh];
}
