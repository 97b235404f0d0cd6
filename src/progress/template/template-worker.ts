import { workerData } from 'node:worker_threads';
import { answerWith } from '../../common/documents/isolated.js';
import { readTemplate } from './template-reader.js';

/** Runs in a thread of its own, which `TemplateService` starts. */
await answerWith(() => readTemplate((workerData as { bytes: Uint8Array }).bytes));
