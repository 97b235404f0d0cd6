import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answer, api, client, seen } from './client.js';
import type { components, paths } from './schema.js';
import { useIfAny } from './sheets.js';
import type { IndicatorMonths, ProgressEntry } from './types.js';

/** A question about a value that looks like a slip; whoever is sure of it answers by its code. */
export type EntryQuestion = NonNullable<components['schemas']['SaveEntryDto']['confirmed']>[number];

/** What is sent for a month; decimal strings. */
export type EntryContent = Required<Omit<components['schemas']['SaveEntryDto'], 'confirmed'>> & {
  /** Questions that are answered "yes, it is right". */
  confirmed: EntryQuestion[];
};

export type IndicatorMonthsQuery = paths['/api/v1/indicator-months']['get']['parameters']['query'];

/** Indicators of a year with their months, up to 500; `mine`: those that I may enter for. */
export const useIndicatorMonths = (query: IndicatorMonthsQuery) =>
  api.useQuery('get', '/indicator-months', { params: { query: { ...query, limit: 500 } } });

/** What I have to do, in the year of the month. */
export const useWorkList = (month: string, enabled = true) =>
  api.useQuery('get', '/work-list', { params: { query: { month } } }, { enabled });

const HISTORY = '/indicators/{id}/progress/{month}/history';

/** Oldest first; null: nothing has ever been entered for the month. */
export function useEntryHistory(id: string, month: string) {
  const which = { params: { path: { id, month } } };
  return useIfAny(['get', HISTORY, which], (signal) => answer(client.GET(HISTORY, { ...which, signal })));
}

/**
 * Handed in, and back from there before anybody decided; decided on, and that taken back; opened again. What was done and
 * why stands in the history.
 */
export type EntryMove =
  | { readonly move: 'submit' | 'recall' | 'approve' | 'withdraw' }
  | { readonly move: 'return' | 'reopen'; readonly reason: string };

/** Many entries of one month in one request; each row says what became of it. */
export const saveEntries = (body: components['schemas']['BulkSaveDto']) =>
  answer(client.POST('/progress-entries/bulk', { body })).then(({ rows }) => rows);

/** One write for all that a measure feeds; `null` empties it. @returns the entries as they are now */
export async function saveMeasure({ measureId: id, month, version }: MeasureKey, body: EntryContent | null) {
  const where = { params: { path: { id, month } }, headers: seen(version) };
  if (body === null) {
    await answer(client.DELETE('/measures/{id}/progress/{month}', where));
    return [];
  }
  return (await answer(client.PUT('/measures/{id}/progress/{month}', { ...where, body }))).entries;
}

/** `version`: that of all its entries together; null where there are none. */
interface MeasureKey {
  readonly measureId: string;
  readonly month: string;
  readonly version: number | null;
}

export type SeenEntry = components['schemas']['SeenEntryDto'];

/** Moves entries, one or many; the answer says what became of each, and takes its place in every list that shows it. */
export function useMoveEntries() {
  const showEntries = useShowEntries();
  return useMutation({
    mutationFn: ({ rows, how }: { rows: SeenEntry[]; how: EntryMove }) => {
      switch (how.move) {
        case 'submit':
          return answer(client.POST('/progress-entries/bulk/submit', { body: { rows } }));
        case 'approve':
          return answer(client.POST('/progress-entries/bulk/approve', { body: { rows } }));
        case 'return':
          return answer(client.POST('/progress-entries/bulk/return', { body: { rows, reason: how.reason } }));
        case 'reopen':
          return answer(client.POST('/progress-entries/bulk/reopen', { body: { rows, reason: how.reason } }));
        case 'recall':
          return answer(client.POST('/progress-entries/bulk/recall', { body: { rows } }));
        case 'withdraw':
          return answer(client.POST('/progress-entries/bulk/withdraw', { body: { rows } }));
      }
    },
    onSuccess: ({ rows }) => {
      showEntries(rows.flatMap(({ indicatorId, month, entry }) => (entry ? [{ indicatorId, month, entry }] : [])));
    },
  });
}

/** What would become of each row if they were submitted now: nothing is written. */
export const useTriedSubmission = (rows: SeenEntry[]) =>
  useQuery({
    queryKey: ['tried-submission', rows],
    queryFn: () =>
      answer(client.POST('/progress-entries/bulk/submit', { params: { query: { dryRun: 'true' } }, body: { rows } })),
    enabled: rows.length > 0,
    // One more entry is saved: what is known of the others stays until all of them are tried anew.
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** As it comes back from being saved. */
export type StoredEntry = components['schemas']['ProgressEntry'];

export interface ShownEntry {
  readonly indicatorId: string;
  readonly month: string;
  /** null: there is none any more. */
  readonly entry: ProgressEntry | null;
}

/** Puts entries as they are now into every list that shows them. */
export function useShowEntries() {
  const queries = useQueryClient();
  return useCallback(
    (shown: readonly ShownEntry[]): void => {
      queries.setQueriesData<{ items: IndicatorMonths[] }>(
        { queryKey: ['get', '/indicator-months'] },
        (page) =>
          page && {
            ...page,
            items: page.items.map((row) =>
              shown.filter(({ indicatorId }) => indicatorId === row.id).reduce(withEntry, row),
            ),
          },
      );
      // An answer that was asked for before this was written would put the older state back: it is asked for anew.
      void queries.invalidateQueries({
        predicate: ({ queryKey: [, path], state }) =>
          path === '/indicator-months' && state.fetchStatus === 'fetching' && state.data !== undefined,
      });
      // What waits for somebody is another list now, and each entry's history has one line more.
      void queries.invalidateQueries({ predicate: ({ queryKey }) => restsOnEntries(queryKey) });
    },
    [queries],
  );
}

const RESTING: readonly string[] = ['/work-list', '/progress-entries', HISTORY];

const restsOnEntries = ([, path, request]: readonly unknown[]): boolean =>
  RESTING.includes(String(path)) || (path === '/indicator-months' && JSON.stringify(request).includes('"status"'));

const withEntry = (row: IndicatorMonths, { month, entry }: ShownEntry): IndicatorMonths => ({
  ...row,
  entries: [...row.entries.filter((other) => other.month !== month), ...(entry ? [entry] : [])].sort((a, b) =>
    a.month < b.month ? -1 : 1,
  ),
});
