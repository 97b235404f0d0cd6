import { isolated } from '../../common/documents/isolated.js';

/** What the process that draws is given; pages from 1. */
export interface DrawingTask {
  readonly bytes: Uint8Array;
  readonly page: number;
}

/** As pagePicture, drawn apart from the service. @throws DomainError as pagePicture */
export function pageIsolated(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  return isolated(new URL('./page-worker.js', import.meta.url), { bytes, page } satisfies DrawingTask);
}
