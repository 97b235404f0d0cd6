import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';

export type MissingWork = components['schemas']['MissingEntry'];
export type AskedOfAll = ReturnType<typeof useAskAll>['data'];

export interface MissingFilter {
  readonly year: number;
  readonly month: string | undefined;
  readonly search: string | undefined;
}

/** As many entries as are asked for at once. */
export const MOST_ASKED = 500;

/** Who owes what of the months that are over and take entries, oldest first. */
export const useMissingWork = (query: MissingFilter) => api.useQuery('get', '/missing-entries', { params: { query } });

export function missingFile({ year, month, search }: MissingFilter, format: 'xlsx' | 'csv'): string {
  const query = new URLSearchParams({ year: String(year), ...(month && { month }), ...(search && { search }), format });
  return `/api/v1/missing-entries/file?${query.toString()}`;
}

interface AskAll {
  readonly entries: readonly { readonly indicatorId: string; readonly month: string }[];
  /** Nobody is told: who would be, and why others would not. */
  readonly dryRun: boolean;
}

/** Reminds everybody who owes one of the entries, in one mail each. */
export function useAskAll() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ entries, dryRun }: AskAll) =>
      answer(
        client.POST('/reminders/asked', {
          params: { query: { dryRun: dryRun ? 'true' : 'false' } },
          body: { entries: entries.map(({ indicatorId, month }) => ({ indicatorId, month })) },
        }),
      ),
    onSuccess: (_, { dryRun }) =>
      dryRun ? undefined : queries.invalidateQueries({ queryKey: ['get', '/notifications'] }),
  });
}
