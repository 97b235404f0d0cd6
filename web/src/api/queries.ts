import { useInfiniteQuery, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAllPages } from './all-pages.js';
import { answer, api, client } from './client.js';
import type { ScoresQuery } from './scores.js';
import type { ScoredSheet } from './types.js';

const LONG = { staleTime: Infinity };

export const useTargetSheets = (filter: Pick<ScoresQuery, 'departmentId' | 'kind'> & { readonly year?: number }) =>
  useAllPages('/target-sheets', filter, (page, signal) =>
    answer(client.GET('/target-sheets', { params: { query: { ...filter, ...page } }, signal })),
  );

/** As `useTargetSheets`, page by page. */
export const usePagedTargetSheets = (filter: { readonly year: number; readonly departmentId: string | undefined }) =>
  useInfiniteQuery({
    queryKey: ['get', '/target-sheets', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/target-sheets', { params: { query: { ...filter, limit: 20, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const targetSheetOptions = (id: string) =>
  api.queryOptions('get', '/target-sheets/{id}', { params: { path: { id } } });

export const useTargetSheet = (id: string) => useQuery(targetSheetOptions(id));

export const sheetScoreOptions = (id: string, asOf: string) =>
  api.queryOptions(
    'get',
    '/target-sheets/{id}/score',
    { params: { path: { id }, query: { asOf } } },
    { select: (score) => score as ScoredSheet },
  );

export const useSheetScore = (id: string, asOf: string) => useQuery(sheetScoreOptions(id, asOf));

/** A sheet's scores as of several months. */
export function useSheetScores(id: string, months: readonly string[]) {
  return useTogether(useQueries({ queries: months.map((asOf) => sheetScoreOptions(id, asOf)) }));
}

/** Many answers in one, once all are there; the first error. */
function useTogether<T>(queries: readonly UseQueryResult<T>[]) {
  const failed = queries.filter(({ error }) => error !== null);
  const scores = useMemo(() => queries.flatMap(({ data }) => (data === undefined ? [] : [data])), [queries]);
  const retry = (): void => {
    for (const query of failed) void query.refetch();
  };
  return { scores: scores.length === queries.length ? scores : [], error: failed[0]?.error ?? null, retry };
}

export const useIndicator = (id: string) => api.useQuery('get', '/indicators/{id}', { params: { path: { id } } });

export const usePolicies = () => api.useQuery('get', '/policies', {}, LONG);

export const useProgress = (indicatorId: string) =>
  api.useQuery('get', '/progress-entries', { params: { query: { indicatorId } } });
