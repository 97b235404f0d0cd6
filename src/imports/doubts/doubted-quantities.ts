import type { Doubt } from '../sheet-draft.js';
import { agreements, type Coverage, coverageIn } from './goal-coverage.js';
import { type DoubtCheck, eachSheet, type Finding } from './doubt-check.js';
import { type GoalQuantity, goalQuantities } from './goal-quantities.js';

const MONEY = ['万元', '亿元', '元'];

/** Goes through the numbers that the goals of each sheet promise. Money is left to `funding-mismatch`. */
export function doubtedQuantities(
  code: Doubt['code'],
  find: (quantity: GoalQuantity, coverage: Coverage) => (Finding & { indicator?: number }) | null,
): DoubtCheck {
  return (sheets) => {
    const agreed = agreements(sheets.map(({ draft }) => draft));
    return eachSheet(code, ({ draft }) => {
      const coverageOf = coverageIn(draft, agreed);
      const units = draft.indicators.flatMap(({ unit }) => unit ?? []);
      return draft.goals
        .flatMap((goal) => goalQuantities(goal, units).map((quantity) => ({ goal, quantity })))
        .filter(({ quantity: { unit } }) => !MONEY.includes(unit))
        .flatMap(({ goal, quantity }) => find(quantity, coverageOf(quantity, goal)) ?? [])
        .map((finding) => ({ ...finding, source: draft.places.goal ?? null }));
    })(sheets);
  };
}
