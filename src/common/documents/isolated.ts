import { DocumentProcess } from './document-process.js';
import { tooManyAtOnce } from './errors.js';
import { Semaphore } from './semaphore.js';

const KEPT_WHEN_IDLE_MS = 60_000;

const idle: DocumentProcess[] = [];

interface LaneLimits {
  /** So many documents are read at the same time; each may take half a gigabyte. */
  readonly atOnce: number;
  /** For one document. */
  readonly seconds: number;
  /** How much one caller may have in it, waiting and under way. */
  readonly perCaller?: number;
}

export interface Caller {
  /** Whose place in the lane it takes. */
  readonly caller: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** What is read in it waits only for what else is read in it, so that one kind of work cannot keep the others waiting. */
export class Lane {
  private readonly turns: Semaphore;
  private readonly held = new Map<string, number>();

  constructor(private readonly limits: LaneLimits) {
    this.turns = new Semaphore(limits.atOnce);
  }

  /**
   * Reads an untrusted document in a process of its own with a limit of time and memory: one that is made to hang or to fill
   * the memory costs its sender an answer and nobody else anything. A process that is still small afterwards waits a minute
   * for the next document, since starting one takes longer than reading most.
   * @param module its default export is called with the task, and answers with what can be copied between processes
   * @param task or what makes it: it is asked only when its turn has come, so that what waits holds no documents
   * @throws DomainError of the reading itself, `document-too-large` when a limit was reached, `too-many-at-once`.
   */
  async isolated<T>(module: URL, task: object | (() => Promise<object>), by?: Caller): Promise<T> {
    const { perCaller = Infinity, seconds } = this.limits;
    const own = (by && this.held.get(by.caller)) ?? 0;
    if (own >= perCaller) throw tooManyAtOnce(perCaller);
    if (by) this.held.set(by.caller, own + 1);
    try {
      return await this.turns.run(async () => {
        const given = typeof task === 'function' ? await (task as () => Promise<object>)() : task;
        return read<T>(module, given, seconds, by?.signal);
      }, by?.signal);
    } finally {
      if (by) this.release(by.caller);
    }
  }

  private release(caller: string): void {
    const left = (this.held.get(caller) ?? 1) - 1;
    if (left === 0) this.held.delete(caller);
    else this.held.set(caller, left);
  }
}

async function read<T>(module: URL, task: object, seconds: number, signal: AbortSignal | undefined): Promise<T> {
  const reader = idle.pop() ?? new DocumentProcess();
  const end = (): void => {
    reader.kill();
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await reader.run<T>(module, task, seconds);
  } finally {
    signal?.removeEventListener('abort', end);
    if (reader.isReusable && signal?.aborted !== true) keep(reader);
    else reader.kill();
  }
}

function keep(reader: DocumentProcess): void {
  idle.push(reader);
  setTimeout(() => {
    if (!idle.includes(reader)) return;
    idle.splice(idle.indexOf(reader), 1);
    reader.kill();
  }, KEPT_WHEN_IDLE_MS).unref();
}

/** What people hand in. */
export const DOCUMENTS = new Lane({ atOnce: 2, seconds: 60 });
