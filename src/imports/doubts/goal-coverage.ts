import { exact } from '../../domain/exact.js';
import type { IndicatorDraft, SheetDraft } from '../sheet-draft.js';
import { commonUnit, type GoalQuantity } from './goal-quantities.js';
import { nameOverlap } from './name-overlap.js';

/** What the indicators say about a number in a goal; `index` is a place in the sheet of the goal. */
export type Coverage =
  | { readonly kind: 'covered' | 'uncovered' }
  | { readonly kind: 'differs'; readonly index: number; readonly indicator: IndicatorDraft };

/** Half of an indicator's name must come back before a different number is held against it. */
const SAME_THING = 0.5;

/** Looks for the indicator that a number in a goal is about: first one that agrees, then one of the same name that does not. */
export function coverageOf(quantity: GoalQuantity, sheet: SheetDraft, all: readonly SheetDraft[]): Coverage {
  const agreeing = all.flatMap(({ indicators }) => indicators).some((indicator) => agrees(indicator, quantity));
  if (agreeing || isProduct(quantity, sheet)) return { kind: 'covered' };
  const rivals = sheet.indicators
    .map((indicator, index) => ({ indicator, index, share: nameOverlap(indicator.name, quantity.clause).share }))
    .filter(
      ({ indicator, share }) => sameUnit(indicator, quantity) && (share >= SAME_THING || isSpanOf(indicator, quantity)),
    )
    .sort((a, b) => b.share - a.share || a.index - b.index);
  const [rival] = rivals;
  return rival ? { kind: 'differs', index: rival.index, indicator: rival.indicator } : { kind: 'uncovered' };
}

function agrees(indicator: IndicatorDraft, quantity: GoalQuantity): boolean {
  if (!sameUnit(indicator, quantity) || !equal(indicator.target, quantity.number)) return false;
  return nameOverlap(indicator.name, quantity.clause).shared > 0;
}

/** 18人次 is the same as 3次 of 单次 6人. */
function isProduct({ number, unit }: GoalQuantity, { indicators }: SheetDraft): boolean {
  if (unit !== '人次' && unit !== '人') return false;
  const times = indicators.filter(({ unit: counted }) => ['次', '批'].includes(commonUnit(counted ?? '')));
  const people = indicators.filter(({ name, unit: counted }) => counted === '人' && /单次|每次|每批/.test(name));
  return people.some(({ target: each }) =>
    times.some(
      ({ target }) => each !== null && target !== null && exact(each).mul(exact(target)).equals(exact(number)),
    ),
  );
}

/** Years to work off, told as a span in the goal: one shared word is enough, as few indicators count years. */
const isSpanOf = ({ name, unit }: IndicatorDraft, { clause, printed }: GoalQuantity): boolean =>
  unit === '年' && /\d{4}/.test(printed) && nameOverlap(name, clause).shared > 0;

const sameUnit = ({ unit }: IndicatorDraft, quantity: GoalQuantity): boolean =>
  unit !== null && commonUnit(unit) === quantity.unit;

const equal = (target: string | null, number: string): boolean =>
  target !== null && number !== '' && exact(target).equals(exact(number));
