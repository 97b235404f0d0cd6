import { Worker } from 'node:worker_threads';
import { DomainError, type Message } from '../domain/domain-error.js';
import { ImportError } from './import-error.js';
import type { ImportDraft } from './sheet-draft.js';
import { inTurn } from './turns.js';

/** What the thread is given, and what it answers. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}
export type Reading =
  { readonly draft: ImportDraft } | { readonly failure: { readonly code: string; readonly messages: Message } };

const MOST_SECONDS = 60;
const MOST_HEAP_MEGABYTES = 512;
/** Buffers lie outside the thread's heap; the growth of the whole process tells of them. */
const MOST_GROWTH_MEGABYTES = 768;
const WATCH_EVERY_MS = 100;
const MEGABYTE = 1024 * 1024;

/**
 * As importDocument, in a thread of its own with a limit of time and memory: a document that is made to hang or to
 * fill the memory costs its sender an answer and nobody else anything.
 * @throws DomainError as importDocument, and `document-too-large` when a limit was reached.
 */
export function importIsolated(bytes: Uint8Array, fileName: string): Promise<ImportDraft> {
  return inTurn(() => readInThread({ bytes, fileName }));
}

async function readInThread(task: ReadingTask): Promise<ImportDraft> {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES, maxYoungGenerationSizeMb: 64 };
  const thread = new Worker(new URL('./import-worker.js', import.meta.url), { workerData: task, resourceLimits });
  try {
    return draftOf(await Promise.race([answerOf(thread), limitOf(thread)]));
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<Reading> {
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : error);
    });
  });
}

/** Ends the waiting; the thread is busy and could not watch itself. */
function limitOf(thread: Worker): Promise<never> {
  return new Promise((_, reject) => {
    const before = process.memoryUsage.rss();
    const started = performance.now();
    const watch = setInterval(() => {
      const growth = process.memoryUsage.rss() - before;
      if (growth > MOST_GROWTH_MEGABYTES * MEGABYTE) reject(tooMuchMemory());
      if (performance.now() - started > MOST_SECONDS * 1000) reject(tooMuchTime());
    }, WATCH_EVERY_MS);
    thread.once('exit', () => {
      clearInterval(watch);
    });
  });
}

function draftOf(reading: Reading): ImportDraft {
  if ('draft' in reading) return reading.draft;
  throw new DomainError(reading.failure.code, reading.failure.messages);
}

const tooMuchTime = () =>
  new ImportError('document-too-large', null, {
    zh: `读取文件超过 ${MOST_SECONDS} 秒，已停止。请只保留绩效目标表所在的页后重试。`,
    en: `Reading took more than ${MOST_SECONDS} seconds and was stopped. Keep only the pages with the target sheets and try again.`,
  });

const tooMuchMemory = () =>
  new ImportError('document-too-large', null, {
    zh: `读取文件需要的内存超过 ${MOST_HEAP_MEGABYTES} MB，已停止。请只保留绩效目标表所在的页后重试。`,
    en: `Reading needs more than ${MOST_HEAP_MEGABYTES} MB of memory and was stopped. Keep only the pages with the target sheets and try again.`,
  });
