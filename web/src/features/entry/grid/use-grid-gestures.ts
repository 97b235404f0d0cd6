import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PasteRow } from '../paste/paste-plan.js';
import { parseTsv } from '../paste/parse-tsv.js';
import type { EntrySaving } from '../saving/entry-saving.js';
import { useSaving } from '../saving/use-saving.js';
import { FIGURES, isSame, type Typed } from '../typed.js';
import { answerQuestions } from '../open-questions.js';
import type { GridEntry } from './grid-entry.js';
import { focusCell, markWhole, moveByKey, placeOf } from './grid-keys.js';
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
  const entryIn = (target: EventTarget): GridEntry | null => {
    const place = placeOf(target);
    return place && entryAt(place);
  };
  const [pasted, setPasted] = useState<PastedBlock | null>(null);
  const grid = useRef<HTMLElement | null>(null);
  const asEntered = useRef<AsEntered | null>(null);
  // What was done in another grid is not taken back in this one.
  useEffect(() => {
    saving.forgetSteps();
  }, [saving]);
  return {
    pasted,
    onPasteDone: (): void => {
      setPasted(null);
      // When the preview is gone: the work goes on where the block begins.
      setTimeout(() => {
        if (grid.current && pasted) focusCell(grid.current, pasted.from);
      });
    },
    handlers: {
      onMouseDown: markWhole,
      onFocus: ({ target }: FocusEvent<HTMLElement>): void => {
        const entry = entryIn(target);
        asEntered.current = entry && { typed: typedOf(saving, entry), mark: saving.mark() };
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
        if (event.key === 'Escape') {
          giveUp(saving, entryIn(event.target), asEntered.current);
          markAgain(event.target);
          return;
        }
        const step = stepOf(event);
        const asked = isAnswer(event) ? entryIn(event.target) : null;
        if (step === null && asked === null) {
          moveByKey(event);
          return;
        }
        event.preventDefault();
        if (step) saving[step](find);
        if (asked) answerQuestions(saving, asked);
      },
      onPaste: (event: ClipboardEvent<HTMLElement>): void => {
        const from = placeOf(event.target);
        const text = event.clipboardData.getData('text/plain');
        const block = parseTsv(text);
        // A single value is pasted as text is.
        if (!from || (block.length === 1 && block[0]?.length === 1 && block[0][0] === text.replace(/\r?\n$/, '')))
          return;
        event.preventDefault();
        grid.current = event.currentTarget;
        setPasted({ rows: pasteRows(), from, block });
      },
    },
  };
}

/** What an entry said when its cell got the keyboard. */
interface AsEntered {
  readonly typed: Typed;
  readonly mark: number;
}

const typedOf = (saving: EntrySaving, { subject, stored }: GridEntry): Typed =>
  saving.hand(subject.key)?.typed ?? stored.content;

/** Escape: the figures stand again as they did when the cell was entered. */
function giveUp(saving: EntrySaving, entry: GridEntry | null, before: AsEntered | null): void {
  if (!entry || !before || isSame(typedOf(saving, entry), before.typed, FIGURES)) return;
  const changes = Object.fromEntries(FIGURES.map((field) => [field, before.typed[field]]));
  saving.giveUp({ ...entry, changes }, before.mark);
}

/** When the cell shows what it showed before: what is typed next replaces it. */
const markAgain = (target: EventTarget): unknown =>
  target instanceof HTMLInputElement &&
  setTimeout(() => {
    target.select();
  });

const isAnswer = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Enter' && (ctrlKey || metaKey);

function stepOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!ctrlKey && !metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}
