import { ApiError, isSignedOut } from '../../../api/api-error.js';
import { saveEntries, saveMeasure, type ShownEntry, type StoredEntry } from '../../../api/progress.js';
import { storedOf } from '../grid/grid-entry.js';
import { isNothing } from '../typed.js';
import type { Surroundings } from './entry-saving.js';
import type { Outcome, ToSave } from './in-hand.js';

/** What the service answers of one row: what it holds now, or why it did not take it. */
type Answer =
  | { readonly kind: 'saved' | 'conflict'; readonly entries: readonly StoredEntry[] }
  | { readonly kind: 'refused' | 'unreachable'; readonly message: string };

interface Page {
  /** Puts entries, as they are now, into every list. */
  readonly show: (entries: readonly ShownEntry[]) => void;
  readonly onSignedOut: () => void;
}

/** Saves entries at the service. */
export function sendingFor({ show, onSignedOut }: Page): Surroundings['send'] {
  return async (batch) => {
    const [first] = batch;
    if (!first) return [];
    const answers = await (first.subject.isMeasure ? sendMeasure(first) : sendRows(batch, first.subject.month)).catch(
      (error: unknown) => {
        if (isSignedOut(error)) onSignedOut();
        return batch.map(() => answerTo(error));
      },
    );
    show(batch.flatMap((row, index) => shownOf(row, answers[index])));
    return answers.map(outcomeOf);
  };
}

async function sendRows(batch: readonly ToSave[], month: string): Promise<Answer[]> {
  const rows = batch.map(({ subject, version, content }) => ({
    indicatorId: subject.id,
    version,
    ...(isNothing(content) ? { empty: true } : content),
  }));
  return (await saveEntries({ month, rows })).map(({ entry, problem }): Answer => {
    if (problem === null) return { kind: 'saved', entries: entry ? [entry] : [] };
    if (problem.code === 'version-conflict') return { kind: 'conflict', entries: entriesIn(problem.current) };
    return { kind: 'refused', message: problem.title };
  });
}

async function sendMeasure({ subject, version, content }: ToSave): Promise<Answer[]> {
  const key = { measureId: subject.id, month: subject.month, version };
  return [{ kind: 'saved', entries: await saveMeasure(key, isNothing(content) ? null : content) }];
}

const PRECONDITION_FAILED = 412;
/** A service that is not there, or busy: another moment may bring it in order. */
const FOR_LATER = [0, 429];

function answerTo(error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error;
  const { status, message, current } = error;
  if (status === PRECONDITION_FAILED) return { kind: 'conflict', entries: entriesIn(current) };
  return {
    kind: status >= 500 || isSignedOut(error) || FOR_LATER.includes(status) ? 'unreachable' : 'refused',
    message,
  };
}

/** What a conflict tells: an entry, the month of a measure, or that there is nothing. */
function entriesIn(current: unknown): StoredEntry[] {
  if (current === null || current === undefined) return [];
  return isMeasureMonth(current) ? current.entries : [current as StoredEntry];
}

const isMeasureMonth = (current: object): current is { entries: StoredEntry[] } => 'entries' in current;

function shownOf({ subject }: ToSave, answer: Answer | undefined): ShownEntry[] {
  if (!answer || !('entries' in answer)) return [];
  const { indicatorIds, month } = subject;
  return indicatorIds.map((indicatorId) => {
    const entry = answer.entries.find((one) => one.indicatorId === indicatorId) ?? null;
    return { indicatorId, month, entry };
  });
}

function outcomeOf(answer: Answer): Outcome {
  if ('message' in answer) return answer;
  const stored = storedOf(answer.entries);
  return answer.kind === 'saved' ? { kind: 'saved', stored } : { kind: 'conflict', theirs: stored };
}
