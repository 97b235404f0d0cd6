import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react';
import type { PasteRow } from '../paste/paste-plan.js';
import { parseTsv } from '../paste/parse-tsv.js';
import { useSaving } from '../saving/use-saving.js';
import { answerQuestions } from '../open-questions.js';
import type { GridEntry } from './grid-entry.js';
import { moveByKey, placeOf } from './grid-keys.js';
import type { Place } from './places.js';
import type { Grid } from './use-grid.js';

/** A block that was pasted and is not filled in yet. */
export interface PastedBlock {
  readonly rows: readonly PasteRow[];
  readonly from: Place;
  readonly block: readonly (readonly string[])[];
}

interface Places {
  readonly entryAt: (place: Place) => GridEntry | null;
  /** What a block may be pasted into, in the order shown. */
  readonly pasteRows: () => PasteRow[];
}

/** Keys and pasting, as in a spreadsheet. */
export function useGridGestures({ find }: Grid, { entryAt, pasteRows }: Places) {
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
      const place = isAnswer(event) ? placeOf(event.target) : null;
      if (step === null && place === null) {
        moveByKey(event);
        return;
      }
      event.preventDefault();
      if (step) saving[step](find);
      const entry = place && entryAt(place);
      if (entry) answerQuestions(saving, entry);
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

const isAnswer = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Enter' && (ctrlKey || metaKey);

function stepOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}
