import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react';
import type { PasteRow } from '../paste/paste-plan.js';
import { parseTsv } from '../paste/parse-tsv.js';
import type { Find } from '../saving/entry-saving.js';
import { useSaving } from '../saving/use-saving.js';
import { moveByKey, placeOf } from './grid-keys.js';
import type { Place } from './places.js';

/** A block that was pasted and is not filled in yet. */
export interface PastedBlock {
  readonly rows: readonly PasteRow[];
  readonly from: Place;
  readonly block: readonly (readonly string[])[];
}

/** Keys and pasting, as in a spreadsheet. @param pasteRows what a block may be pasted into, in the order shown */
export function useGridGestures(find: Find, pasteRows: () => PasteRow[]) {
  const saving = useSaving();
  const [pasted, setPasted] = useState<PastedBlock | null>(null);
  // What was done in another grid is not taken back in this one.
  useEffect(() => {
    saving.forgetSteps();
  }, [saving]);
  return {
    pasted,
    onPasteDone: (): void => {
      setPasted(null);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      const step = stepOf(event);
      if (!step) {
        moveByKey(event);
        return;
      }
      event.preventDefault();
      saving[step](find);
    },
    onPaste: (event: ClipboardEvent<HTMLElement>): void => {
      const from = placeOf(event.target);
      const text = event.clipboardData.getData('text/plain');
      const block = parseTsv(text);
      // A single value is pasted as text is.
      if (!from || (block.length === 1 && block[0]?.length === 1 && block[0][0] === text.replace(/\r?\n$/, ''))) return;
      event.preventDefault();
      setPasted({ rows: pasteRows(), from, block });
    },
  };
}

function stepOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}
