import { useMutation } from '@tanstack/react-query';
import {
  type EntryQuestion,
  saveEntries,
  saveMeasure,
  type SeenEntry,
  type StoredEntry,
  useShowEntries,
} from '../../../api/progress.js';
import type { GridEntry } from '../grid/grid-entry.js';

/** An entry with the questions about its value that somebody answers "yes, it is right". */
export interface Confirmed {
  readonly entry: GridEntry;
  readonly confirmed: EntryQuestion[];
}

/** Keeps the answers with the entries. @returns the entries as they are now, to be submitted */
export function useConfirmValues() {
  const showEntries = useShowEntries();
  return useMutation({
    mutationFn: async (answers: readonly Confirmed[]): Promise<SeenEntry[]> => {
      const saved = (await Promise.all(answers.map(keep))).flat();
      showEntries(saved.map((entry) => ({ indicatorId: entry.indicatorId, month: entry.month, entry })));
      return saved.map(({ indicatorId, month, version }) => ({ indicatorId, month, version }));
    },
  });
}

async function keep({ entry: { subject, stored, month }, confirmed }: Confirmed): Promise<readonly StoredEntry[]> {
  const content = { ...stored.content, confirmed };
  const { version } = stored;
  if (subject.isMeasure) return saveMeasure({ measureId: subject.id, month, version }, content);
  const rows = await saveEntries({ month, rows: [{ indicatorId: subject.id, version, ...content }] });
  return rows.map(({ entry, problem }) => {
    if (entry) return entry;
    throw new Error(problem?.title ?? '');
  });
}
