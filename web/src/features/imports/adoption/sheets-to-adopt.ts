import type { DocumentImport, DraftSheet } from '../../../api/imports.js';

/** Sheets that are not adopted yet: those that can be, and those that an error stands against. */
export function sheetsToAdopt(
  { draft: { sheets, doubts } }: DocumentImport,
  isAdopted: (sheetId: string) => boolean,
): { ready: DraftSheet[]; wrong: DraftSheet[] } {
  const errors = doubts.filter(({ severity, answered }) => severity === 'error' && answered === null);
  const wrongIds = new Set(errors.map(({ sheetId }) => sheetId));
  const left = sheets.filter(({ id }) => !isAdopted(id));
  return { ready: left.filter(({ id }) => !wrongIds.has(id)), wrong: left.filter(({ id }) => wrongIds.has(id)) };
}

/** Sheets whose weights do not give 100, though nobody has said yet why they are adopted so. */
export const withoutHundred = ({ draft: { doubts } }: DocumentImport, sheets: readonly DraftSheet[]): DraftSheet[] =>
  sheets.filter(
    ({ id, waiver }) =>
      waiver === null && doubts.some((doubt) => doubt.code === 'weight-total' && doubt.sheetId === id),
  );
