import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Grade } from '../../../src/domain/indicator.js';
import type { Policy } from '../../../src/domain/policy.js';
import { getJson, sendJson } from './client.js';
import { useSession } from './session.js';
import type { IndicatorMonths, Page, ProgressEntry } from './types.js';

/** What is sent for a month; decimal strings. */
export interface EntryContent {
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly grade: Grade | null;
  readonly coefficient: string | null;
  readonly notApplicable: boolean;
  readonly notApplicableReason: string | null;
  readonly deviationReason: string | null;
  readonly correctiveMeasure: string | null;
  readonly note: string | null;
}

/** Of one entry; `version` null: there is none yet. */
interface EntryKey {
  readonly indicatorId: string;
  readonly month: string;
  readonly version: number | null;
}

export type EntryMove = 'submit' | 'approve' | 'return' | 'reopen';

const monthsKey = (year: number, whose: string) => ['indicator-months', year, whose];

/** Every indicator of a year with its months; `mine`: those that I may enter for. */
export function useIndicatorMonths(year: number, whose: 'all' | 'mine') {
  return useQuery({
    queryKey: monthsKey(year, whose),
    queryFn: ({ signal }) =>
      getJson<Page<IndicatorMonths>>(`/indicator-months?year=${year}&whose=${whose}&limit=500`, signal),
  });
}

export interface EntryChange {
  readonly action: 'saved' | 'submitted' | 'approved' | 'returned' | 'reopened';
  readonly actor: string;
  readonly reason: string | null;
}

export function useEntryHistory(indicatorId: string, month: string) {
  return useQuery({
    queryKey: ['history', indicatorId, month],
    queryFn: ({ signal }) => getJson<Page<EntryChange>>(`/indicators/${indicatorId}/progress/${month}/history`, signal),
  });
}

export function usePolicies() {
  return useQuery({
    queryKey: ['policies'],
    queryFn: ({ signal }) => getJson<Page<Policy>>('/policies', signal),
    staleTime: Infinity,
  });
}

export function useSaveEntry() {
  return useEntryWrite(({ content, ...key }: EntryKey & { content: EntryContent }, csrfToken) =>
    write(key, '', { method: 'PUT', body: content, csrfToken, version: key.version }),
  );
}

export function useMoveEntry() {
  return useEntryWrite(({ move, reason, ...key }: EntryKey & { move: EntryMove; reason?: string }, csrfToken) =>
    write(key, `/${move}`, { method: 'POST', body: reason ? { reason } : undefined, csrfToken, version: key.version }),
  );
}

const write = ({ indicatorId, month }: EntryKey, action: string, sent: Parameters<typeof sendJson>[1]) =>
  sendJson<ProgressEntry>(`/indicators/${indicatorId}/progress/${month}${action}`, sent);

/** The answer takes its place in every list that shows the entry. */
function useEntryWrite<T extends EntryKey>(send: (input: T, csrfToken: string | null) => Promise<ProgressEntry>) {
  const showEntry = useShowEntry();
  const { data: session } = useSession();
  return useMutation({
    mutationFn: (input: T) => send(input, session?.csrfToken ?? null),
    onSuccess: (entry, { indicatorId }) => {
      showEntry(indicatorId, entry);
    },
  });
}

export function useShowEntry() {
  const queries = useQueryClient();
  return (indicatorId: string, entry: ProgressEntry): void => {
    queries.setQueriesData<Page<IndicatorMonths>>(
      { queryKey: ['indicator-months'] },
      (page) =>
        page && { ...page, items: page.items.map((row) => (row.id === indicatorId ? withEntry(row, entry) : row)) },
    );
    void queries.invalidateQueries({ queryKey: [`/progress-entries?indicatorId=${indicatorId}`] });
  };
}

const withEntry = (row: IndicatorMonths, entry: ProgressEntry): IndicatorMonths => ({
  ...row,
  entries: [...row.entries.filter(({ month }) => month !== entry.month), entry].sort((a, b) =>
    a.month < b.month ? -1 : 1,
  ),
});
