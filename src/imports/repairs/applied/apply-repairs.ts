import { DomainError } from '../../../domain/domain-error.js';
import type { Reading } from '../../reading.js';
import { answering } from '../answers/answer-repairs.js';
import { type Change as FieldChange, changesBetween } from '../changes-between.js';
import { declineProposals } from '../declined-proposals.js';
import type { NumberedRepair, Repair, RepairKind, RepairOf } from '../repair.js';
import { placed, repairError } from '../repair-error.js';
import { type RepairableDraft, repairable } from './repairable-draft.js';
import { checkAdopted } from '../adopted-sheets.js';
import { addRow, dropRows, editRows, mergeRows, moveRows, splitRow } from './row-repairs.js';
import { addSheet, dropSheets, editSheets, mapDepartment, mergeSheets, splitSheet } from './sheet-repairs.js';
import { weigh } from '../answers/weights.js';

/** What is added is called `as`. */
type Change<K extends RepairKind> = (draft: RepairableDraft, repair: RepairOf<K>, as: string) => RepairableDraft;
type Plain = Exclude<RepairKind, 'answer' | 'answer-all' | 'decline' | 'undo'>;

const CHANGES: { readonly [K in Plain]: Change<K> } = {
  'edit-rows': editRows,
  'add-row': addRow,
  'drop-rows': dropRows,
  'split-row': splitRow,
  'merge-rows': mergeRows,
  'move-rows': moveRows,
  'edit-sheets': editSheets,
  'add-sheet': addSheet,
  'drop-sheets': dropSheets,
  'split-sheet': splitSheet,
  'merge-sheets': mergeSheets,
  'map-department': mapDepartment,
  weigh,
};

/** A repair that was made, and what it changed. */
export interface MadeRepair extends NumberedRepair {
  readonly changes: readonly FieldChange[];
}

/** What repairs are made on; `earlier` are those made before, for undoing, `adopted` the ids of sheets that must stay. */
export interface Repaired {
  readonly draft: RepairableDraft;
  readonly earlier: readonly NumberedRepair[];
  readonly adopted?: readonly string[];
}

/**
 * A draft after further repairs: a new one, the old one stays as it was.
 * @throws DomainError with a pointer such as `/repairs/0/rows/1`: `row-unknown`, `sheet-unknown`, `doubt-unknown`,
 *   `choice-unknown`, `target-unparsed`, `merge-ambiguous`, `weights-unfit`, `undo-unfit`, `sheet-adopted` …
 */
export function applyRepairs(
  reading: Reading,
  { draft, earlier, adopted = [] }: Repaired,
  repairs: readonly Repair[],
): { readonly draft: RepairableDraft; readonly made: readonly MadeRepair[] } {
  const made: MadeRepair[] = [];
  let now = draft;
  for (const [place, repair] of repairs.entries()) {
    const one = { number: earlier.length + place + 1, repair };
    try {
      const isUndo = repair.kind === 'undo';
      const after = isUndo ? undone(reading, [...earlier, ...made, one]) : applied(now, one, reading, adopted);
      const changes = changesBetween(now, after);
      checkAdopted(changes, { before: now, adopted });
      made.push({ ...one, changes });
      now = after;
    } catch (error) {
      throw placed(error, (pointer) => `/repairs/${place}${pointer}`);
    }
  }
  return { draft: now, made };
}

function applied(
  draft: RepairableDraft,
  { repair, number }: NumberedRepair,
  reading: Reading,
  adopted: readonly string[] = [],
): RepairableDraft {
  if (repair.kind === 'undo') return draft;
  if (repair.kind === 'decline') return declineProposals(draft, repair, number);
  if (repair.kind !== 'answer' && repair.kind !== 'answer-all') return changed(draft, repair, `n${number}`);
  const { repairs, asked } = answering(draft, repair, { reading, adopted });
  const after = repairs.reduce((sofar, one, place) => {
    try {
      return changed(sofar, one, `n${number}-${place}`);
    } catch (error) {
      throw placed(error, () => '/choice');
    }
  }, draft);
  const { choice } = repair;
  const answers = asked.map(({ key, message, answers: possible }) => {
    const label = possible.find((one) => one.choice === choice)?.label;
    return [key, { question: message, choice, ...(label && { label }), by: number }] as const;
  });
  return { ...after, answered: { ...draft.answered, ...Object.fromEntries(answers) } };
}

function changed(draft: RepairableDraft, repair: RepairOf<Plain>, as: string): RepairableDraft {
  // The table pairs each kind with its function, which TypeScript cannot follow through the union.
  const change = CHANGES[repair.kind] as Change<Plain>;
  return change(draft, repair, as);
}

/** From the beginning, without those that were undone. */
function undone(reading: Reading, repairs: readonly NumberedRepair[]): RepairableDraft {
  const gone = new Set(repairs.flatMap(({ repair }) => (repair.kind === 'undo' ? [repair.number] : [])));
  const last = repairs.at(-1)?.repair;
  const wanted = last?.kind === 'undo' ? last.number : 0;
  const before = repairs.slice(0, -1);
  const target = before.find(({ number }) => number === wanted);
  const wasUndone = before.some(({ repair }) => repair.kind === 'undo' && repair.number === wanted);
  if (!target || target.repair.kind === 'undo' || wasUndone) throw nothingToUndo(wanted);
  return repairs
    .filter(({ number }) => !gone.has(number))
    .reduce((draft, one) => appliedWithout(draft, one, reading), repairable(reading));
}

/** What builds on the repair that is to be undone can no longer be made. */
function appliedWithout(draft: RepairableDraft, one: NumberedRepair, reading: Reading): RepairableDraft {
  try {
    return applied(draft, one, reading);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw repairError('undo-unfit', '/number', {
      zh: `第 ${one.number} 项修改以它为前提，请先撤销第 ${one.number} 项。（${error.messages.zh}）`,
      en: `Repair ${one.number} builds on it; undo that one first. (${error.messages.en})`,
    });
  }
}

const nothingToUndo = (number: number) =>
  repairError('undo-unfit', '/number', {
    zh: `没有可以撤销的第 ${number} 项修改。`,
    en: `There is no repair ${number} that could be undone.`,
  });
