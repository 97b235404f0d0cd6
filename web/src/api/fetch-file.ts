import { parse } from 'content-disposition';
import i18next from 'i18next';
import { ApiError } from './api-error.js';
import { checkAnswer } from './client.js';

/** Twelve seconds at 400 kB/s, and no burden for a small computer. */
const MOST_IN_MEMORY = 5_000_000;

export interface FetchedFile {
  readonly name: string;
  /** null: too large to be held here; whoever asked may ask, and the browser puts it straight on the disk. */
  readonly content: Blob | null;
}

interface Fetching {
  readonly signal: AbortSignal;
  /** @param share of the file, from 0 to 1; null: nobody knows how long it is */
  readonly onProgress: (share: number | null) => void;
}

/** A file, after a look at the answer: what is no file is never saved as one. @throws ApiError */
export async function fetchFile(href: string, { signal, onProgress }: Fetching): Promise<FetchedFile> {
  try {
    const answer = await fetch(href, { headers: { 'Accept-Language': i18next.language }, signal });
    await checkAnswer(answer);
    const name = nameOf(answer.headers);
    const size = Number(answer.headers.get('Content-Length') ?? 0);
    if (size > MOST_IN_MEMORY) {
      await answer.body?.cancel();
      return { name, content: null };
    }
    return { name, content: await read(answer, size, onProgress) };
  } catch (error) {
    if (error instanceof ApiError || signal.aborted) throw error;
    throw new ApiError(0, { title: i18next.t('service.unreachable') });
  }
}

async function read({ body, headers }: Response, size: number, onProgress: Fetching['onProgress']): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let read = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    read += value.length;
    onProgress(size > 0 ? Math.min(1, read / size) : null);
  }
  return new Blob(parts, { type: headers.get('Content-Type') ?? '' });
}

function nameOf(headers: Headers): string {
  const disposition = headers.get('Content-Disposition');
  return (disposition === null ? undefined : parse(disposition).parameters.filename) ?? 'file';
}
