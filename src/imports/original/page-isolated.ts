import { type Caller, Lane } from '../../common/documents/isolated.js';
import { DomainError } from '../../domain/domain-error.js';
import { pageTooHeavy } from './errors.js';

/** Whoever looks at pages waits for nobody's upload, and no upload for them; a page that takes longer is no page of a form. */
const PICTURES = new Lane({ atOnce: 1, seconds: 30, perCaller: 2 });

/** What the process that draws is given; pages from 1. */
export interface DrawingTask {
  readonly bytes: Uint8Array;
  readonly page: number;
}

/**
 * As pagePicture, drawn apart from the service.
 * @param fetch gives the document @throws DomainError as pagePicture, `page-too-heavy`, `too-many-at-once`
 */
export async function pageIsolated(fetch: () => Promise<Uint8Array>, page: number, by: Caller): Promise<Uint8Array> {
  const task = async (): Promise<DrawingTask> => ({ bytes: await fetch(), page });
  try {
    return await PICTURES.isolated(new URL('./page-worker.js', import.meta.url), task, by);
  } catch (error) {
    throw error instanceof DomainError && error.code === 'document-too-large' ? pageTooHeavy() : error;
  }
}
