import type { SheetDraft } from '../sheet-draft.js';
import type { Cell } from '../table-model.js';

/** A sheet with what the doubts need to know beyond the draft. */
export interface RecognisedSheet {
  readonly draft: SheetDraft;
  readonly places: { readonly sheet: string | null; readonly goal: string | null; readonly funding: string | null };
  /** Rows of the indicator table that could not be read, as printed. */
  readonly unread: readonly Cell[];
  /** Places inside the indicator table at which a page or blank line broke it. */
  readonly breaks: readonly string[];
  /** Points for budget execution, where the sheet prints them. */
  readonly executionWeight: string | null;
}

/** What was found, and the titles of sheets whose indicator table was not. */
export interface Recognition {
  readonly sheets: readonly RecognisedSheet[];
  readonly withoutTable: readonly Cell[];
}
