import type { DrawingTask } from './page-isolated.js';
import { pagePicture } from './page-picture.js';

/** Runs in a process of its own, which `pageIsolated` starts, and which is ended when it takes too much. */
export default ({ bytes, page }: DrawingTask) => pagePicture(bytes, page);
