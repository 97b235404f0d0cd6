import type { EntityManager } from 'typeorm';
import { DomainError, type Message } from '../../domain/domain-error.js';
import type { Adoption } from '../document-import.entity.js';
import type { DoubtedDraft, RepairableSheet } from '../repairs/applied/repairable-draft.js';
import type { Created } from './created-with-adoption.service.js';
import type { AdoptedDraft } from './named-measures.service.js';

/** A sheet that stays in the draft, and why; `sheet` is its place from 0. */
export interface LeftSheet {
  readonly sheet: number;
  readonly sheetId: string;
  readonly reasons: readonly { readonly code: string; readonly message: Message }[];
}

/** What an adoption came to; `targetSheetIds` in the order of the draft. */
export interface AdoptedSheets {
  readonly targetSheetIds: string[];
  readonly left: LeftSheet[];
}

/** With what was made for it. */
export interface AdoptedWithAll extends AdoptedDraft {
  readonly made: Omit<Created, 'measureIds'>;
}

/** Places of the sheets that are not adopted yet. */
export const placesLeft = ({ sheets }: DoubtedDraft, adopted: readonly string[]): number[] =>
  [...sheets.entries()].flatMap(([place, { id }]) => (adopted.includes(id) ? [] : [place]));

/** Adopts a sheet if nothing stands against it; what does is said, and the sheet leaves no trace. */
export async function gently(
  manager: EntityManager,
  { draft, sheet, place }: { readonly draft: DoubtedDraft; readonly sheet: RepairableSheet; readonly place: number },
  adopting: (within: EntityManager) => Promise<AdoptedWithAll>,
  { adopted, left }: { readonly adopted: AdoptedWithAll[]; readonly left: LeftSheet[] },
): Promise<void> {
  const leave = (reasons: LeftSheet['reasons']) => left.push({ sheet: place, sheetId: sheet.id, reasons });
  const errors = draft.doubts.filter((doubt) => {
    return doubt.severity === 'error' && doubt.answered === null && doubt.sheetId === sheet.id;
  });
  if (errors.length > 0) {
    leave(errors.map(({ code, message }) => ({ code, message })));
    return;
  }
  try {
    adopted.push(await manager.transaction(adopting)); // within the whole: a savepoint
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    leave([{ code: error.code, message: error.messages }]);
  }
}

/** The sheets of a document that were adopted one after the other are undone together. */
export function together(before: Adoption | null, { by, targetSheetIds, sheets = [], created }: Adoption): Adoption {
  if (!before) return { by, targetSheetIds, sheets, created };
  const both = (kind: keyof Created) => [...(before.created?.[kind] ?? []), ...(created?.[kind] ?? [])];
  return {
    by,
    targetSheetIds: [...before.targetSheetIds, ...targetSheetIds],
    sheets: [...(before.sheets ?? []), ...sheets],
    created: {
      ...{ departmentIds: both('departmentIds'), sectionIds: both('sectionIds') },
      ...{ contactIds: both('contactIds'), measureIds: both('measureIds') },
    },
  };
}

export function nothingAdoptable(left: readonly LeftSheet[]): DomainError {
  const problems = left.flatMap(({ sheet, reasons }) =>
    reasons.map(({ code, message }) => ({ code, pointer: `/sheets/${sheet}`, message })),
  );
  const message = {
    zh: '没有可以直接采用的表，请先解决所列问题。',
    en: 'No sheet can be adopted as it stands; settle first what is listed.',
  };
  return new DomainError('unfit', 'nothing-adoptable', message, problems);
}
