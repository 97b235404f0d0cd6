import type { Problem } from '@domain/domain-error.js';
import type { EntryQuestionCode, Question } from '@domain/entries/questions.js';
import { type EntryState, problemsOf, stateOf } from './cell-state.js';
import type { GridEntry } from './grid/grid-entry.js';
import { openQuestions } from './open-questions.js';
import type { InHand } from './saving/in-hand.js';
import { useHand } from './saving/use-saving.js';
import type { Typed } from './typed.js';

/** An entry as the screen shows it. */
export interface Standing {
  readonly hand: InHand | undefined;
  readonly typed: Typed;
  readonly state: EntryState;
  readonly problems: readonly Problem[];
  readonly questions: readonly Question<EntryQuestionCode>[];
}

export function useStanding(entry: GridEntry): Standing {
  const hand = useHand(entry.subject.key);
  const typed = hand?.typed ?? entry.stored.content;
  const state = stateOf(entry, hand);
  return { hand, typed, state, problems: problemsOf(hand), questions: openQuestions(entry, typed) };
}
