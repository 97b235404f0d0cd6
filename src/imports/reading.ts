import type { DepartmentMeaning } from '../organisation/aliases/department-meaning.js';
import { doubtsAbout } from './doubts/index.js';
import type { Recognition } from './recognisers/recognised-sheet.js';
import type { ImportDraft } from './sheet-draft.js';

/**
 * What was found in a document. Plain data: it is kept beside the draft, since doubts are asked anew after every repair and
 * some of them rest on more than the sheets say, such as rows that could not be read.
 */
export interface Reading {
  readonly document: ImportDraft['document'];
  readonly recognition: Recognition;
  /** What the printed names of departments mean, where somebody has looked. */
  readonly departments?: readonly DepartmentMeaning[];
}

export function draftOf({ document, recognition }: Reading): ImportDraft {
  const sheets = recognition.sheets.map(({ draft }) => draft);
  return { document, sheets, doubts: doubtsAbout(recognition) };
}
