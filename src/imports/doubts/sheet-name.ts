import type { RecognisedSheet } from '../recognisers/recognised-sheet.js';

/** How a doubt calls a sheet where a document has several. */
export const sheetName = ({ draft, title }: Pick<RecognisedSheet, 'draft' | 'title'>): string =>
  draft.project ?? draft.department ?? title.slice(0, 40);
