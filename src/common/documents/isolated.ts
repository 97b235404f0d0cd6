import { parentPort, Worker } from 'node:worker_threads';
import { DomainError, type Message, type Problem } from '../../domain/domain-error.js';
import { inTurn } from './turns.js';
import { ZipArchive } from './zip-archive.js';

interface Failure {
  readonly code: string;
  readonly messages: Message;
  readonly problems: readonly Problem[];
}
/** What a thread is given as `workerData`. */
interface Task {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
}

type Answer<T> = { readonly result: T } | { readonly failure: Failure };

const MOST_SECONDS = 60;
const MOST_HEAP_MEGABYTES = 512;
/** Buffers lie outside the thread's heap; the growth of the whole process tells of them. */
const MOST_GROWTH_MEGABYTES = 768;
const WATCH_EVERY_MS = 100;
const MEGABYTE = 1024 * 1024;

/**
 * Reads a document in a thread of its own with a limit of time and memory: one that is made to hang or to fill the
 * memory costs its sender an answer and nobody else anything. A zip bomb is refused before: starting the thread takes longer.
 * @param worker module that calls `answerWith`
 * @throws DomainError of the reading itself, and `document-too-large` when a limit was reached.
 */
export async function inThread<T>(worker: URL, task: Task): Promise<T> {
  if (isZip(task.bytes)) await (await ZipArchive.open(task.bytes)).verify();
  return inTurn(async () => {
    const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES, maxYoungGenerationSizeMb: 64 };
    const thread = new Worker(worker, { workerData: task, resourceLimits });
    try {
      return resultOf(await Promise.race([answerOf<T>(thread), limitOf(thread)]));
    } finally {
      await thread.terminate();
    }
  });
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The thread's side: does the work and sends what came of it. */
export async function answerWith<T>(work: () => T | Promise<T>): Promise<void> {
  parentPort?.postMessage(await outcomeOf(work));
}

async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { failure: { code: error.code, messages: error.messages, problems: error.problems } };
  }
}

function answerOf<T>(thread: Worker): Promise<Answer<T>> {
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

function resultOf<T>(answer: Answer<T>): T {
  if ('result' in answer) return answer.result;
  const { code, messages, problems } = answer.failure;
  throw new DomainError(code, messages, problems);
}

const tooMuchTime = () =>
  new DomainError('document-too-large', {
    zh: `读取文件超过 ${MOST_SECONDS} 秒，已停止。请只保留需要的部分后重试。`,
    en: `Reading took more than ${MOST_SECONDS} seconds and was stopped. Keep only what is needed and try again.`,
  });

const tooMuchMemory = () =>
  new DomainError('document-too-large', {
    zh: `读取文件需要的内存超过 ${MOST_HEAP_MEGABYTES} MB，已停止。请只保留需要的部分后重试。`,
    en: `Reading needs more than ${MOST_HEAP_MEGABYTES} MB of memory and was stopped. Keep only what is needed and try again.`,
  });
