import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Policy } from '../../../../src/domain/policy.js';
import { ApiError } from '../../api/api-error.js';
import { type EntryContent, type EntryKey, saveEntry, useShowEntry } from '../../api/progress.js';
import type { IndicatorMonths, ProgressEntry } from '../../api/types.js';
import { journalled, writeJournal } from './journal.js';
import { contentOf, isEmpty, isSame, problemsOf } from './entry-content.js';

/** A tab that is closed loses no more typing than this. */
const SAVE_AFTER_MS = 700;
const RETRY_AFTER_MS = 5000;
const PRECONDITION_FAILED = 412;

type SaveState =
  | { readonly kind: 'typing' | 'saving' }
  | { readonly kind: 'refused' | 'unreachable'; readonly message: string }
  | { readonly kind: 'conflict'; readonly theirs: ProgressEntry };

/** One month of one indicator while somebody types: what stands in its cells, and whether it has been saved. */
export function useEntry(indicator: IndicatorMonths, month: string, policy: Policy) {
  const { id: indicatorId } = indicator;
  const entry = indicator.entries.find((candidate) => candidate.month === month);
  /** Not saved yet; null: everything is. */
  const [typed, setTyped] = useState<EntryContent | null>(() =>
    journalled({ indicatorId, month, version: entry?.version ?? null }),
  );
  const [state, setState] = useState<SaveState>({ kind: 'typing' });
  const showEntry = useShowEntry();
  const { mutate } = useMutation({
    mutationFn: ({ content, ...key }: EntryKey & { content: EntryContent }) => saveEntry(key, content),
    onSuccess: (saved) => {
      showEntry(indicatorId, saved);
    },
  });
  const problems = typed && !isEmpty(typed) ? problemsOf(indicator, month, typed, policy) : [];
  const ready = typed !== null && problems.length === 0 && !isEmpty(typed) ? typed : null;

  const send = useCallback(
    (content: EntryContent, version: number | null) => {
      setState({ kind: 'saving' });
      const settle = (next: SaveState) => {
        setTyped((now) => (next.kind === 'typing' && now !== null && isSame(now, content) ? null : now));
        setState(next);
      };
      mutate(
        { indicatorId, month, version, content },
        {
          onSuccess: () => {
            settle({ kind: 'typing' }); // and perhaps somebody went on typing meanwhile
          },
          onError: (error) => {
            settle(stateAfter(error));
          },
        },
      );
    },
    [indicatorId, month, mutate, setTyped, setState],
  );

  const version = entry?.version ?? null;
  useEffect(() => {
    writeJournal({ indicatorId, month, version }, typed);
  }, [indicatorId, month, version, typed]);
  const wait = state.kind === 'typing' ? SAVE_AFTER_MS : state.kind === 'unreachable' ? RETRY_AFTER_MS : null;
  useEffect(() => {
    if (ready === null || wait === null) return;
    const timer = setTimeout(() => {
      send(ready, version);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [ready, wait, version, send]);

  return {
    entry,
    content: typed ?? contentOf(entry),
    problems,
    state: typed === null ? { kind: 'saved' as const } : state,
    change: (changes: Partial<EntryContent>): void => {
      setTyped((before) => {
        const next = { ...(before ?? contentOf(entry)), ...changes };
        return isSame(next, contentOf(entry)) ? null : next;
      });
      setState({ kind: 'typing' });
    },
    keepMine: (theirs: ProgressEntry): void => {
      if (typed) send(typed, theirs.version);
    },
    takeTheirs: (theirs: ProgressEntry): void => {
      setTyped(null);
      showEntry(indicatorId, theirs);
    },
  };
}

export type EntryInHand = ReturnType<typeof useEntry>;

function stateAfter(error: unknown): SaveState {
  if (!(error instanceof ApiError)) throw error;
  if (error.status === PRECONDITION_FAILED) return { kind: 'conflict', theirs: error.current as ProgressEntry };
  return { kind: error.status === 0 || error.status >= 500 ? 'unreachable' : 'refused', message: error.message };
}
