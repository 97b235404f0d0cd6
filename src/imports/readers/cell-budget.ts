import { ImportError } from '../import-error.js';

/** Far more than any budget document has; without a limit, 20 MB of tabs would become 20 million cells. */
const MOST_CELLS = 500_000;

/** Counts the lines and cells of one document while it is read. */
export class CellBudget {
  private left = MOST_CELLS;

  get rest(): number {
    return this.left;
  }

  /** @throws ImportError `document-too-large`, with the place at which it was too much. */
  take(count: number, place: string): void {
    this.left -= count;
    if (this.left >= 0) return;
    throw new ImportError('document-too-large', place, {
      zh: `文件的行和单元格超过 ${MOST_CELLS} 个（读到 ${place}）。请只保留绩效目标表部分后重试。`,
      en: `The document has more than ${MOST_CELLS} lines and cells (at ${place}). Keep only the target sheets and try again.`,
    });
  }
}
