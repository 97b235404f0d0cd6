import type { Message } from '../../domain/domain-error.js';
import type { DoubtCode } from '../doubts/doubt-code.js';
import type { RepairableRow, RepairableSheet } from './applied/repairable-draft.js';

/**
 * What a person may say about a row. `raw` is the target as a document would print it (`>=4篇/月`) and is read like one;
 * its parts may be said instead. `actualRaw` is read likewise.
 */
export type RowFields = Partial<
  Pick<
    RepairableRow,
    | 'level1'
    | 'level2'
    | 'name'
    | 'raw'
    | 'comparator'
    | 'target'
    | 'targetUpper'
    | 'unit'
    | 'per'
    | 'basis'
    | 'previous'
    | 'weight'
    | 'rule'
    | 'evidence'
    | 'aggregation'
    | 'actualRaw'
    | 'publishedScore'
    | 'longTerm'
    | 'sectionId'
    | 'section'
    | 'dueMonth'
    | 'endMonth'
    | 'measure'
  >
>;

/** What a person may say about the head of a sheet. `goal` is prose whose numbers make it several goals; or `goals` themselves. */
export type SheetFields = Partial<
  Pick<
    RepairableSheet,
    | 'kind'
    | 'fiscalYear'
    | 'department'
    | 'departmentId'
    | 'departmentAsPrinted'
    | 'project'
    | 'goal'
    | 'goals'
    | 'goalRows'
    | 'executionWeight'
    | 'sections'
    | 'contact'
    | 'waiver'
  >
> & {
  readonly responsibleName?: string | null;
  readonly responsiblePhone?: string | null;
  readonly fundingTotal?: string | null;
  readonly fundingFiscal?: string | null;
  readonly fundingOther?: string | null;
  readonly fundingCarriedOver?: string | null;
  readonly fundingSpent?: string | null;
  readonly fundingSources?: RepairableSheet['funding']['sources'];
  readonly publishedTotal?: string | null;
  readonly publishedExecutionRate?: string | null;
  readonly publishedExecutionScore?: string | null;
};

/** How a sheet that prints no weights gets some: equal shares, the national shares by level 1, or none. */
export const WEIGHINGS = ['equal', 'level', 'unscored'] as const;
export type Weighing = (typeof WEIGHINGS)[number];

/** One change of a draft by a person. Sheets, rows and doubts go by their ids, since places shift. */
export type Repair =
  | { readonly kind: 'edit-rows'; readonly rows: readonly string[]; readonly fields: RowFields }
  /** Before a row; null: at the end. */
  | { readonly kind: 'add-row'; readonly sheet: string; readonly before: string | null; readonly fields: RowFields }
  | { readonly kind: 'drop-rows'; readonly rows: readonly string[] }
  /** What the parts do not say they have from the row, except for its points and the value reached. */
  | { readonly kind: 'split-row'; readonly row: string; readonly into: readonly RowFields[] }
  /** Into the first; `fields` says what the rows contradict each other about. */
  | { readonly kind: 'merge-rows'; readonly rows: readonly string[]; readonly fields: RowFields }
  | {
      readonly kind: 'move-rows';
      readonly rows: readonly string[];
      readonly sheet: string;
      readonly before: string | null;
    }
  | { readonly kind: 'edit-sheets'; readonly sheets: readonly string[]; readonly fields: SheetFields }
  | { readonly kind: 'add-sheet'; readonly fields: SheetFields }
  | { readonly kind: 'drop-sheets'; readonly sheets: readonly string[] }
  /** The rows from `at` on become a sheet of their own. */
  | { readonly kind: 'split-sheet'; readonly sheet: string; readonly at: string; readonly fields: SheetFields }
  | { readonly kind: 'merge-sheets'; readonly sheets: readonly string[]; readonly fields: SheetFields }
  /** Null: every sheet that prints no weights. */
  | { readonly kind: 'weigh'; readonly sheet: string | null; readonly by: Weighing }
  | {
      readonly kind: 'map-department';
      readonly sheets: readonly string[];
      readonly departmentId: string;
      /** From now on the printed name means this department in every document. */
      readonly remember: boolean;
    }
  /** `choice` null: it is right as it stands. */
  | { readonly kind: 'answer'; readonly doubts: readonly string[]; readonly choice: string | null }
  /** Every open doubt of the kind that has this choice, of one sheet or of all. */
  | {
      readonly kind: 'answer-all';
      readonly code: DoubtCode;
      readonly sheet: string | null;
      readonly choice: string | null;
    }
  /** Keys of proposals that the adoption is not to make; `messages`, which the service adds, says what they were. */
  | { readonly kind: 'decline'; readonly proposals: readonly string[]; readonly messages?: readonly Message[] }
  /** As if the repair of this number had never been made. */
  | { readonly kind: 'undo'; readonly number: number };

export type RepairKind = Repair['kind'];
export type RepairOf<K extends RepairKind> = Extract<Repair, { kind: K }>;

/** `number` counts the repairs of a draft from 1; what is added is called after it. */
export interface NumberedRepair {
  readonly number: number;
  readonly repair: Repair;
}
