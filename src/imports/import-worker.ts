import { workerData } from 'node:worker_threads';
import { answerWith } from '../common/documents/isolated.js';
import { readSheets } from './import-document.js';
import type { ReadingTask } from './import-isolated.js';

/** Runs in a thread of its own, which `readIsolated` starts, and kills when it takes too much. */
const { bytes, fileName } = workerData as ReadingTask;
await answerWith(() => readSheets(bytes, fileName));
