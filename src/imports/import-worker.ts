import { readSheets } from './import-document.js';
import type { ReadingTask } from './import-isolated.js';

/** Runs in a process of its own, which `readIsolated` starts, and which is ended when it takes too much. */
export default ({ bytes, fileName }: ReadingTask) => readSheets(bytes, fileName);
