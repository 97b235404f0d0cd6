import { readSheets } from '../../../src/imports/import-document.js';
import type { Reading } from '../../../src/imports/reading.js';
import { applyRepairs, type MadeRepair } from '../../../src/imports/repairs/applied/apply-repairs.js';
import { doubtsIn } from '../../../src/imports/repairs/doubts-in.js';
import type { Repair } from '../../../src/imports/repairs/repair.js';
import { type RepairableDraft, repairable } from '../../../src/imports/repairs/applied/repairable-draft.js';

/** A draft under repair, without a service around it: what was read, how it stands, and what was done so far. */
export class RepairedDraft {
  private constructor(
    readonly reading: Reading,
    readonly draft: RepairableDraft,
    readonly made: readonly MadeRepair[],
  ) {}

  static async of(text: string): Promise<RepairedDraft> {
    const reading = await readSheets(Buffer.from(text), 'document.txt');
    return new RepairedDraft(reading, repairable(reading), []);
  }

  with(...repairs: Repair[]): RepairedDraft {
    const { reading, draft, made } = this;
    const after = applyRepairs(reading, { draft, earlier: made }, repairs);
    return new RepairedDraft(reading, after.draft, [...made, ...after.made]);
  }

  get doubts() {
    return doubtsIn(this.draft, this.reading);
  }

  /** Open doubts as `code sheet/row`. */
  get open(): string[] {
    const open = this.doubts.filter(({ answered }) => answered === null);
    return open.map(({ code, sheetId, rowId }) => `${code} ${sheetId}/${rowId ?? '-'}`);
  }

  /** Rows as `id name weight`, sheet by sheet. */
  get rows(): string[][] {
    return this.draft.sheets.map(({ indicators }) =>
      indicators.map(({ id, name, weight }) => `${id} ${name} ${weight ?? '-'}`),
    );
  }
}
