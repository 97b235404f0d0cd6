import { type EntryQuestionCode, entryQuestions, type Question } from '@domain/entries/questions.js';
import type { GridEntry } from './grid/grid-entry.js';
import type { EntrySaving } from './saving/entry-saving.js';
import { isNothing, type Typed } from './typed.js';

/** What is still to be asked about an entry as it stands in its cells: the service's own questions, before it asks them. */
export function openQuestions(entry: GridEntry, typed: Typed): Question<EntryQuestionCode>[] {
  const { row, month, lock, subject } = entry;
  if (lock !== null || isNothing(typed)) return [];
  const { content, problems } = subject.check(typed);
  if (problems.length > 0) return [];
  const asked = row.indicators.flatMap((indicator) => {
    const reported = indicator.entries.filter(({ status }) => status === 'submitted' || status === 'approved');
    return entryQuestions(indicator, { ...content, month }, reported);
  });
  const open = asked.filter(({ code }) => !typed.confirmed.includes(code));
  return [...new Map(open.map((question) => [question.code, question])).values()];
}

/** "Yes, it is right": kept with the entry, as long as its figures stay. */
export function answerQuestions(saving: EntrySaving, entry: GridEntry): void {
  const typed = saving.hand(entry.subject.key)?.typed ?? entry.stored.content;
  const answers = openQuestions(entry, typed).map(({ code }) => code);
  if (answers.length > 0) saving.type([{ ...entry, changes: { confirmed: [...typed.confirmed, ...answers] } }]);
}
