import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';

export type Budget = Awaited<ReturnType<typeof readBudget>>;
export type SaveBudget = components['schemas']['SaveBudgetDto'];

const NOT_FOUND = 404;

const place = (id: string, month: string) => ({ params: { path: { id, month } } });
const readBudget = (id: string, month: string, signal: AbortSignal) =>
  answer(client.GET('/target-sheets/{id}/budget/{month}', { ...place(id, month), signal }));

/** What was spent by the end of the month; null: nobody has entered it yet. */
export function useBudget(sheetId: string, month: string) {
  return useQuery({
    queryKey: ['budget', sheetId, month],
    queryFn: ({ signal }) =>
      readBudget(sheetId, month, signal).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === NOT_FOUND) return null;
        throw error;
      }),
    // Whoever opens the form begins with what is stored now, not with what was when it was open last.
    gcTime: 0,
  });
}

/** Saving rescores the sheet. */
export function useSaveBudget(sheetId: string, month: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, version }: { readonly body: SaveBudget; readonly version: number | null }) =>
      answer(
        client.PUT('/target-sheets/{id}/budget/{month}', { ...place(sheetId, month), body, headers: seen(version) }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['budget', sheetId] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['get', '/target-sheets/{id}/score'] }),
  });
}

/** Every version of a month's figures, oldest first. */
export const useBudgetHistory = (sheetId: string, month: string) =>
  api.useQuery('get', '/target-sheets/{id}/budget/{month}/history', place(sheetId, month), { gcTime: 0 });
