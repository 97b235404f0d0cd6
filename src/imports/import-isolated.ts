import { DOCUMENTS } from '../common/documents/isolated.js';
import { draftOf, type Reading } from './reading.js';
import type { ImportDraft } from './sheet-draft.js';

/** What the process that reads is given. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** As importDocument, read apart from the service. @throws DomainError as readIsolated */
export async function importIsolated(bytes: Uint8Array, fileName: string): Promise<ImportDraft> {
  return draftOf(await readIsolated(bytes, fileName));
}

/** As readSheets, in a process of its own. @throws DomainError as readSheets, and `document-too-large` */
export function readIsolated(bytes: Uint8Array, fileName: string): Promise<Reading> {
  return DOCUMENTS.isolated(new URL('./import-worker.js', import.meta.url), { bytes, fileName } satisfies ReadingTask);
}
