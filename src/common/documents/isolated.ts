import { DocumentProcess } from './document-process.js';
import { Semaphore } from './semaphore.js';

/** So many documents are read at the same time; each may take half a gigabyte. */
const AT_ONCE = 2;
const KEPT_WHEN_IDLE_MS = 60_000;

const turns = new Semaphore(AT_ONCE);
const idle: DocumentProcess[] = [];

/**
 * Reads an untrusted document in a process of its own with a limit of time and memory: one that is made to hang or to fill
 * the memory costs its sender an answer and nobody else anything. A process that is still small afterwards waits a minute
 * for the next document, since starting one takes longer than reading most.
 * @param module its default export is called with the task, and answers with what can be copied between processes
 * @param task or what fetches it when its turn has come, so that those that wait hold no documents
 * @throws DomainError of the reading itself, and `document-too-large` when a limit was reached.
 */
export function isolated<T>(module: URL, task: object | (() => Promise<object>)): Promise<T> {
  return turns.run(async () => {
    const fetched = typeof task === 'function' ? await (task as () => Promise<object>)() : task;
    const reader = idle.pop() ?? new DocumentProcess();
    try {
      return await reader.run<T>(module, fetched);
    } finally {
      if (reader.isReusable) keep(reader);
      else reader.kill();
    }
  });
}

function keep(reader: DocumentProcess): void {
  idle.push(reader);
  setTimeout(() => {
    if (!idle.includes(reader)) return;
    idle.splice(idle.indexOf(reader), 1);
    reader.kill();
  }, KEPT_WHEN_IDLE_MS).unref();
}
