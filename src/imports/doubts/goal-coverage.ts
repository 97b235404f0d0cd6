import { exact, plain } from '../../domain/exact.js';
import type { IndicatorDraft, SheetDraft } from '../sheet-draft.js';
import { SAME_NUMBER_TOO, SAME_THING, sharesIn } from './goal-names.js';
import { commonUnit, type GoalQuantity } from './goal-quantities.js';
import { namePairs, shareOf } from './name-pairs.js';

/** What the indicators say about a number in a goal; `index` is a place in the sheet of the goal. */
export type Coverage =
  | { readonly kind: 'covered' | 'uncovered' }
  | { readonly kind: 'differs'; readonly index: number; readonly indicator: IndicatorDraft };

/** Unit, number and word pair of every indicator of the document: one look-up per pair instead of a run over all sheets. */
export function agreements(sheets: readonly SheetDraft[]): ReadonlySet<string> {
  const keys = sheets.flatMap(({ indicators }) =>
    indicators.flatMap(({ name, unit, target, qualitative }) => {
      if (unit === null || target === null || qualitative) return [];
      return [...namePairs(name)].map((pair) => agreementKey(commonUnit(unit), target, pair));
    }),
  );
  return new Set(keys);
}

/** The indicators of one sheet, prepared for comparing: says what they make of a number in its goals. */
export function coverageIn(
  { indicators }: SheetDraft,
  agreed: ReadonlySet<string>,
): (of: GoalQuantity, goal: string) => Coverage {
  const counted = indicators.flatMap((indicator, index) => {
    const unit = indicator.unit === null ? null : commonUnit(indicator.unit);
    return unit === null ? [] : [{ indicator, index, unit, pairs: namePairs(indicator.name) }];
  });
  const times = new Set(counted.filter(({ unit }) => unit === '次' || unit === '批').map(numberOf));
  const groups = counted.filter(({ indicator, unit }) => unit === '人' && /单次|每次|每批/.test(indicator.name));
  const people = [...new Set(groups.map(numberOf))].filter((each) => each !== '0');

  /** 18人次 is the same as 3次 of 单次 6人. */
  const isProduct = ({ number, unit }: GoalQuantity): boolean =>
    (unit === '人次' || unit === '人') && people.some((each) => times.has(plain(exact(number).div(exact(each)))));

  /** The name may stand in another clause than its number, as it does for the adoption, which links goal and indicator then. */
  const isNamed = ({ number, unit: counts }: GoalQuantity, goal: string): boolean => {
    const same = counted.filter((one) => one.unit === counts && number !== '' && numberOf(one) === number);
    const shareOfName = same.length > 0 ? sharesIn(goal) : () => 0;
    return same.some(({ pairs }) => shareOfName(pairs) >= SAME_NUMBER_TOO);
  };

  return (quantity, goal) => {
    const clause = namePairs(quantity.clause);
    const { number, unit } = quantity;
    const isAgreed = number !== '' && [...clause].some((pair) => agreed.has(agreementKey(unit, number, pair)));
    if (isAgreed || isProduct(quantity) || isNamed(quantity, goal)) return { kind: 'covered' };
    // Few indicators count years: told as a span in the goal, one shared pair is enough.
    let best = isSpan(quantity) ? 0 : null;
    let rival: (typeof counted)[number] | null = null;
    for (const candidate of counted) {
      if (candidate.unit !== unit) continue;
      const share = shareOf(candidate.pairs, clause);
      if (best === null ? share < SAME_THING : share <= best) continue;
      [best, rival] = [share, candidate];
    }
    return rival ? { kind: 'differs', index: rival.index, indicator: rival.indicator } : { kind: 'uncovered' };
  };
}

const numberOf = ({ indicator }: { indicator: IndicatorDraft }): string => plain(exact(indicator.target ?? '0'));

const isSpan = ({ printed, unit }: GoalQuantity): boolean => unit === '年' && /\d{4}/.test(printed);

const agreementKey = (unit: string, number: string, pair: string): string => `${unit} ${plain(exact(number))} ${pair}`;
