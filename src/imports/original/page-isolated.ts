import { isolated } from '../../common/documents/isolated.js';

/** What the process that draws is given; pages from 1. */
export interface DrawingTask {
  readonly bytes: Uint8Array;
  readonly page: number;
}

/** As pagePicture, drawn apart from the service. @param fetch gives the document @throws DomainError as pagePicture */
export function pageIsolated(fetch: () => Promise<Uint8Array>, page: number): Promise<Uint8Array> {
  const task = async (): Promise<DrawingTask> => ({ bytes: await fetch(), page });
  return isolated(new URL('./page-worker.js', import.meta.url), task);
}
