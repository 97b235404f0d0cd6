import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../domain/domain-error.js';
import { importDocument } from './import-document.js';
import type { Reading, ReadingTask } from './import-isolated.js';

/** Runs in a thread of its own: `import-isolated.ts` starts it, and kills it when it takes too much. */
const { bytes, fileName } = workerData as ReadingTask;
parentPort?.postMessage(await reading());

async function reading(): Promise<Reading> {
  try {
    return { draft: await importDocument(bytes, fileName) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { failure: { code: error.code, messages: error.messages } };
  }
}
