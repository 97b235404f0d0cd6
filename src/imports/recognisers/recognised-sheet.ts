import type { SheetDraft } from '../sheet-draft.js';
import type { Cell, RecognisedPage, UnseenPart } from '../table-model.js';
import type { BudgetProse } from './budget/budget-prose.js';
import type { BudgetTables } from './budget/budget-tables.js';
import type { ReadHeader } from './columns/columns.js';
import type { AssumedMoney } from './funding/funding.js';
import type { NamedSections } from './head/named-sections.js';
import type { PrintedSum } from './rows/printed-sums.js';
import type { LongTermRow } from './rows/long-term-row.js';

/** A sheet with what the doubts need to know beyond the draft. */
export interface RecognisedSheet {
  readonly draft: SheetDraft;
  readonly title: string;
  /** Where the sheet begins: its title, else the header of its table. */
  readonly source: string | null;
  /** Neither its title nor its head says whether it is of a department or of a project. */
  readonly isKindAssumed: boolean;
  /** What its head does not print, so that it was taken from its title or a sheet above. */
  readonly takenOver: readonly { readonly field: 'department' | 'fiscalYear'; readonly value: string }[];
  /** Years that its title and head name, where they name several. */
  readonly years: readonly number[];
  /** Its table holds other sheets, too; what concerns the table is said with the first of them. */
  readonly isShared: boolean;
  /** What became of the columns of its table. */
  readonly headers: readonly (ReadHeader & { readonly source: string })[];
  /** Figures of the money whose heads are not known. */
  readonly unknownMoney: readonly { readonly head: Cell; readonly figure: Cell }[];
  /** The document names no unit of money. */
  readonly isUnitAssumed: boolean;
  /** Money that the head does not print as it was taken over. */
  readonly assumedMoney: readonly AssumedMoney[];
  /** What the head prints beside labels that nobody knows, as `label：value`. */
  readonly unknownLabels: readonly Cell[];
  /** Departments, projects and people that the head names beside those that were taken, as `label：value`. */
  readonly labelsBeside: readonly Cell[];
  /** Rows of a longer period than the year. */
  readonly longTerm: readonly LongTermRow[];
  /** Rows of the indicator table that could not be read, as printed. */
  readonly unread: readonly Cell[];
  /** Remarks among the rows, as printed. */
  readonly notes: readonly Cell[];
  /** Places inside the indicator table at which a page or blank line broke it. */
  readonly breaks: readonly string[];
  /** Rows that were put together from two, by their names. */
  readonly joined: readonly Cell[];
  /** Rows that may go on in the row below them. */
  readonly suspected: readonly Cell[];
  /** Sums of weights as printed, beside what the rows give. */
  readonly sums: readonly PrintedSum[];
  /** Cells of points in a row 合计 or 总分 that could not be read. */
  readonly totalsUnread: readonly Cell[];
  /** A table of the sheet had no lines: its rows and columns were told from gaps. */
  readonly guessed: boolean;
  /** Cells whose value is the kept result of a formula. */
  readonly computed: readonly Cell[];
}

/** Of a sheet that nobody read: one that a person has added. */
export const NOTHING_READ: Omit<RecognisedSheet, 'draft' | 'title' | 'source'> = {
  ...{
    isKindAssumed: false,
    isUnitAssumed: false,
    takenOver: [],
    years: [],
    isShared: false,
    headers: [],
    unknownMoney: [],
    assumedMoney: [],
    unknownLabels: [],
    labelsBeside: [],
    longTerm: [],
    unread: [],
    notes: [],
  },
  ...{ breaks: [], joined: [], suspected: [], sums: [], totalsUnread: [], guessed: false, computed: [] },
};

/** What was found, the titles of sheets whose indicator table was not, and of those whose table nobody filled in. */
export interface Recognition {
  readonly sheets: readonly RecognisedSheet[];
  readonly withoutTable: readonly Cell[];
  /** Headers of indicator tables that belong to no sheet, or whose names or targets were not found. */
  readonly unreadHeaders: readonly Cell[];
  /** First rows of tables of indicators that print no header; missing from readings kept before. */
  readonly headless?: readonly Cell[];
  readonly empty: readonly Cell[];
  /** Hidden and struck-out parts, which were not read. */
  readonly unseen: readonly UnseenPart[];
  /** Pages that were read from their pictures; not kept by versions that could not. */
  readonly recognised?: readonly RecognisedPage[];
  readonly budget: BudgetTables;
  /** Missing from readings that were kept before it was read. */
  readonly prose?: BudgetProse;
  /** Likewise. */
  readonly namedSections?: NamedSections;
}
