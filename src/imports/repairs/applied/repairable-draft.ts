import { defaultDueMonth } from '../../../domain/printed/default-due-month.js';
import type { Message } from '../../../domain/domain-error.js';
import type { ContactDuty } from '../../../organisation/contact.entity.js';
import type { Declined } from '../declined-proposals.js';
import type { NamedSections } from '../../recognisers/head/named-sections.js';
import type { Reading } from '../../reading.js';
import type { Doubt, ImportDraft, IndicatorDraft, SheetDraft, SuggestedAnswer } from '../../sheet-draft.js';

/** A row as it stands after repairs, with what is decided about it beyond what a document prints. */
export interface RepairableRow extends IndicatorDraft {
  /** Stays the same whatever is added, dropped or moved around it. */
  readonly id: string;
  /** Fields that a person has set: what was assumed about them is no question any more. */
  readonly decided: readonly string[];
  /** The section that owns it, or the name of one that adoption is to make; both null: the department as a whole. */
  readonly sectionId: string | null;
  readonly section: string | null;
  readonly dueMonth: number | null;
  /** `YYYY-MM`: the last month in which it counts and is asked for; null: it goes on to the end of the year. */
  readonly endMonth: string | null;
  /** Name of the value that it is entered by together with other rows of its department; null: by itself. */
  readonly measure: string | null;
}

/** The person named in a document, to be reminded from the adoption on. */
export interface ProposedContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly duty: ContactDuty;
}

export interface RepairableSheet extends Omit<SheetDraft, 'indicators'> {
  readonly id: string;
  /** Ids of the sheets of the document that it was made from: what was read around them is doubtful about this one. */
  readonly readFrom: readonly string[];
  readonly indicators: readonly RepairableRow[];
  /** The department that the printed name stands for; null: the one that has this name, or is known by it. */
  readonly departmentId: string | null;
  /** It is the one with exactly this name, whatever the name was said to mean, and a new one where there is none. */
  readonly departmentAsPrinted: boolean;
  /** For each goal, ids of the rows that show whether it is reached. */
  readonly goalRows: readonly (readonly string[])[];
  /** Names of sections to be made in the department. */
  readonly sections: readonly string[];
  readonly contact: ProposedContact | null;
  /** Why it is adopted although its weights do not give 100. */
  readonly waiver: string | null;
}

/** All that repairs change. */
export interface RepairableDraft {
  readonly document: ImportDraft['document'];
  readonly sheets: readonly RepairableSheet[];
  /** By the key of the doubt. */
  readonly answered: Readonly<Record<string, Answered>>;
  /** By the key of the proposal. */
  readonly declined?: Readonly<Record<string, Declined>>;
  /** Printed name → id of the department that it means from now on, in other documents too. */
  readonly remembered?: Readonly<Record<string, string>>;
  /** What its prose says of the office's sections; missing from drafts of readings that were kept before. */
  readonly namedSections?: NamedSections;
}

/** What was asked, what was said, and the number of the repair that said it; `choice` null: it is right as it stands. */
export interface Answered {
  readonly question: Message;
  readonly choice: string | null;
  /** What the answer was called; earlier answers have none. */
  readonly label?: Message;
  readonly by: number;
}

/** With everything that is doubtful about it. */
export interface DoubtedDraft extends RepairableDraft {
  readonly doubts: readonly OpenDoubt[];
}

/** A doubt that people can point at and answer. */
export interface OpenDoubt extends Omit<Doubt, 'answers'> {
  /** The same as long as the question is the same. */
  readonly key: string;
  /** Ids of its sheet and row, which stay when places shift. */
  readonly sheetId: string | null;
  readonly rowId: string | null;
  readonly answers: readonly KnownAnswer[];
  /** null: open. */
  readonly answered: Answered | null;
}

/** `choice` says what kind of answer it is: the same for every doubt that can be answered so. */
export interface KnownAnswer extends SuggestedAnswer {
  readonly choice: string;
}

/** The draft as it was read. */
export function repairable({ document, recognition }: Reading): RepairableDraft {
  const sheets = recognition.sheets.map(({ draft }, place) => repairableSheet(draft, `s${place}`));
  const { namedSections } = recognition;
  return { document, sheets, answered: {}, ...(namedSections && { namedSections }) };
}

export function repairableSheet({ indicators, ...sheet }: SheetDraft, id: string): RepairableSheet {
  return {
    ...sheet,
    id,
    readFrom: [id],
    indicators: indicators.map((row, index) => repairableRow(row, `${id}r${index}`)),
    departmentId: null,
    departmentAsPrinted: false,
    goalRows: sheet.goals.map(() => []),
    sections: [],
    contact: null,
    waiver: null,
  };
}

export function repairableRow(row: IndicatorDraft, id: string): RepairableRow {
  const { name, comparator, target, per } = row;
  const dueMonth = comparator === null ? null : defaultDueMonth({ name, comparator, target, per });
  return { ...row, id, decided: [], sectionId: null, section: null, dueMonth, endMonth: null, measure: null };
}
