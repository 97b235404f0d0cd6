import { useState } from 'react';
import { type SeenEntry, useMoveEntries } from '../../api/progress.js';
import { seenOf, type WaitingEntry } from './waiting-entry.js';

export type Decision = { readonly move: 'approve' } | { readonly move: 'return'; readonly reason: string };

/** What was decided last, and what it takes to withdraw that. */
export interface Decided {
  /** Counts decisions, so that each has its own ten seconds. */
  readonly number: number;
  readonly move: Decision['move'];
  readonly entries: readonly WaitingEntry[];
  readonly withdrawable: readonly SeenEntry[];
  /** Why some were not decided on, by name. */
  readonly refusals: readonly string[];
}

/** Approves and returns, one or many, and withdraws the last decision. */
export function useDecisions() {
  const move = useMoveEntries();
  const [decided, setDecided] = useState<Decided | null>(null);
  const decide = (entries: readonly WaitingEntry[], how: Decision): void => {
    if (move.isPending || entries.length === 0) return;
    move.mutate(
      { rows: entries.map(seenOf), how },
      {
        onSuccess: ({ rows }) => {
          setDecided((before) => ({
            ...{ number: (before?.number ?? 0) + 1, move: how.move, entries },
            ...outcomeOf(entries, rows),
          }));
        },
      },
    );
  };
  const withdraw = (): void => {
    if (!decided || move.isPending) return;
    const rows = [...decided.withdrawable];
    move.mutate(
      { rows, how: { move: 'withdraw' } },
      {
        onSuccess: ({ rows: answered }) => {
          const { refusals } = outcomeOf(decided.entries, answered);
          setDecided(refusals.length > 0 ? { ...decided, withdrawable: [], refusals } : null);
        },
      },
    );
  };
  return { decide, withdraw, decided, isDeciding: move.isPending, error: move.error };
}

type Rows = NonNullable<ReturnType<typeof useMoveEntries>['data']>['rows'];

function outcomeOf(entries: readonly WaitingEntry[], rows: Rows): Pick<Decided, 'withdrawable' | 'refusals'> {
  const nameOf = (id: string): string => entries.find(({ indicator }) => indicator.id === id)?.indicator.name ?? '';
  return {
    withdrawable: rows.flatMap(({ indicatorId, month, entry }) =>
      entry ? [{ indicatorId, month, version: entry.version }] : [],
    ),
    refusals: rows.flatMap(({ indicatorId, problem }) => (problem ? [`${nameOf(indicatorId)}：${problem.title}`] : [])),
  };
}
