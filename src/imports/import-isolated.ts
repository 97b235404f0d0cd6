import { inThread } from '../common/documents/isolated.js';
import type { ImportDraft } from './sheet-draft.js';

/** What the thread is given. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** As importDocument, in a thread of its own. @throws DomainError as importDocument, and `document-too-large` */
export function importIsolated(bytes: Uint8Array, fileName: string): Promise<ImportDraft> {
  return inThread(new URL('./import-worker.js', import.meta.url), { bytes, fileName } satisfies ReadingTask);
}
