import { createContext, use } from 'react';
import type { DocumentImport, DraftSheet, Repair } from '../../../api/imports.js';

interface OpenDraft {
  readonly draft: DocumentImport;
  /** Sheets that targets were made of: nothing about them changes any more. */
  readonly isAdopted: (sheetId: string | null) => boolean;
  readonly isChanging: boolean;
  /** All of them, or none; `onDone` where they were made. */
  readonly repair: (repairs: Repair[], onDone?: () => void) => void;
  readonly sheet: DraftSheet | undefined;
  /** The row that is pointed out. */
  readonly rowId: string | null;
  readonly show: (sheetId: string | null, rowId?: string | null) => void;
}

export const DraftContext = createContext<OpenDraft | null>(null);

/** The draft that the page is about, what of it is looked at, and how it is changed. */
export function useDraft(): OpenDraft {
  const draft = use(DraftContext);
  if (!draft) throw new Error('useDraft outside of DraftContext');
  return draft;
}

/** In the place of a row: the head of the sheet is what is looked at. */
export const headOf = (sheetId: string): string => `head-${sheetId}`;
