import type { Recognition } from '../recognisers/recognised-sheet.js';
import type { Doubt } from '../sheet-draft.js';
import { actualNotNumber } from './actual-not-number.js';
import { aggregationAssumed } from './aggregation-assumed.js';
import { budgetMismatches } from './budget-mismatch.js';
import { categorySuspect } from './category-suspect.js';
import { columnAssumed } from './column-assumed.js';
import { columnIgnored } from './column-ignored.js';
import type { DoubtCheck } from './doubt-check.js';
import { duplicateIndicator } from './duplicate-indicator.js';
import { fundingMismatch } from './funding-mismatch.js';
import { groupWeight } from './group-weight.js';
import { goalMismatch } from './goal-mismatch.js';
import { goalWithoutIndicator } from './goal-without-indicator.js';
import { headIgnored } from './head-ignored.js';
import { headIncomplete } from './head-incomplete.js';
import { levelsBeginAnew } from './levels-begin-anew.js';
import { layoutGuessed } from './layout-guessed.js';
import { headerMissing, sheetEmpty, tableUnread, titleWithoutTable } from './not-imported.js';
import { partUnseen } from './part-unseen.js';
import { personalData } from './personal-data.js';
import { placeInPicture } from './place-in-picture.js';
import { proseDiffers } from './prose-differs.js';
import { offeringSigns, readByOcr } from './read-by-ocr.js';
import { publishedScoreDiffers, scoreUnread, totalDiffers } from './published-score-differs.js';
import { rowsSuspectedMissing } from './rows-suspected-missing.js';
import { rowIgnored } from './row-ignored.js';
import { rowJoined } from './row-joined.js';
import { ruleUnfit } from './rule-unfit.js';
import { dayMisread, dayOutsideYear, nameSwapped, numberOpen, percentScale, zeroTarget } from './target-suspect.js';
import { targetAssumed, targetShared, unitOfHead } from './target-assumed.js';
import { targetUnparsed } from './target-unparsed.js';
import { twoPeriods } from './two-periods.js';
import { unitOfActual } from './unit-of-actual.js';
import { valueComputed } from './value-computed.js';
import { weightMissing } from './weight-missing.js';
import { weightSuspect } from './weight-suspect.js';
import { weightTotal } from './weight-total.js';

/** In the order in which the doubts are listed. */
const CHECKS: readonly DoubtCheck[] = [
  headIncomplete,
  headIgnored,
  levelsBeginAnew,
  layoutGuessed,
  columnIgnored,
  columnAssumed,
  twoPeriods,
  weightTotal,
  groupWeight,
  weightMissing,
  weightSuspect,
  rowsSuspectedMissing,
  rowJoined,
  rowIgnored,
  targetAssumed,
  targetShared,
  unitOfHead,
  targetUnparsed,
  dayOutsideYear,
  dayMisread,
  nameSwapped,
  percentScale,
  zeroTarget,
  numberOpen,
  ruleUnfit,
  categorySuspect,
  duplicateIndicator,
  goalMismatch,
  goalWithoutIndicator,
  fundingMismatch,
  actualNotNumber,
  unitOfActual,
  publishedScoreDiffers,
  scoreUnread,
  totalDiffers,
  personalData,
  valueComputed,
  aggregationAssumed,
];

/** Everything that is doubtful about these sheets: sheet by sheet, the most telling first. */
export function doubtsAbout({
  sheets,
  withoutTable,
  unreadHeaders,
  headless = [],
  empty,
  unseen,
  budget,
  prose,
  recognised = [],
}: Recognition): Doubt[] {
  const drafts = sheets.map(({ draft }) => draft);
  const doubts = [
    ...withoutTable.map(titleWithoutTable),
    ...unreadHeaders.map(tableUnread),
    ...headless.map(headerMissing),
    ...empty.map(sheetEmpty),
    ...unseen.map(partUnseen),
    ...readByOcr(recognised, drafts),
    ...CHECKS.flatMap((check) => check(sheets)),
    ...budgetMismatches(budget, drafts),
    ...(prose ? proseDiffers(prose, budget, drafts) : []),
  ];
  const seen = offeringSigns(doubts).map((doubt) => ({ ...placeInPicture(recognised, [doubt.source]), ...doubt }));
  return seen.sort((a, b) => (a.sheet ?? -1) - (b.sheet ?? -1)); // stable: the order of the checks stays
}
