import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';

export type GridMonth = components['schemas']['GridMonth'];
export type MonthRow = components['schemas']['GridRow'];

const GRID = '/months';

/** Every decision about a department's month, oldest first. */
export const useMonthHistory = (departmentId: string, month: string) =>
  api.useQuery('get', '/departments/{id}/months/{month}/history', { params: { path: { id: departmentId, month } } });

/** The twelve months of a department's year. */
export const useYearOfMonths = (departmentId: string, year: number) =>
  api.useQuery('get', '/departments/{id}/months', { params: { path: { id: departmentId }, query: { year } } });

/** Departments with the months of a year, page by page. */
export const useMonthGrid = (filter: { readonly year: number; readonly search: string | undefined }) =>
  useInfiniteQuery({
    queryKey: ['get', GRID, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET(GRID, { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

/** Closed, or with a reason open again; from the state that was seen. */
export type MonthDecision =
  { readonly kind: 'close' } | { readonly kind: 'reopen'; readonly reason: string; readonly openUntil: string | null };

export function useDecideMonth({ departmentId, month, version }: GridMonth) {
  const queries = useQueryClient();
  const where = { params: { path: { id: departmentId, month } }, headers: { 'If-Match': `"${version}"` } };
  return useMutation({
    mutationFn: (decision: MonthDecision) => {
      if (decision.kind === 'close')
        return answer(client.POST('/departments/{id}/months/{month}/close', { ...where, body: {} }));
      const { reason, openUntil } = decision;
      return answer(client.POST('/departments/{id}/months/{month}/reopen', { ...where, body: { reason, openUntil } }));
    },
    // After a refusal too: what is shown is older than what is there.
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [, path] }) =>
          path === GRID ||
          path === '/indicator-months' ||
          String(path).startsWith('/departments/{id}/months') ||
          path === '/work-list',
      }),
  });
}
