import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.js';
import type { components, paths } from './schema.js';

const PATH = '/indicators/owners';

export type OwnedPage = paths['/api/v1/indicators/owners']['get']['responses'][200]['content']['application/json'];
export type OwnedIndicator = OwnedPage['items'][number];
export type OwnedRow = components['schemas']['OwnedRowDto'];

export interface OwnersFilter {
  /** undefined: of any. */
  readonly year: number | undefined;
  readonly departmentId: string | undefined;
  readonly sheetId: string | undefined;
  readonly importId: string | undefined;
  readonly sectionId: string | undefined;
  readonly search: string | undefined;
  readonly unowned: boolean;
}

/** In the order of the sheets, page by page. */
export const useOwners = (filter: OwnersFilter) =>
  useInfiniteQuery({
    queryKey: ['get', PATH, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET(PATH, { params: { query: { ...filter, limit: 200, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

/** How many indicators of a document that was adopted belong to no section. */
export const useUnownedOf = (importId: string) =>
  useQuery({
    queryKey: ['get', PATH, 'unowned', importId],
    queryFn: ({ signal }) => answer(client.GET(PATH, { params: { query: { importId, limit: 1 } }, signal })),
    select: ({ unowned }) => unowned,
  });

/** How many indicators a section owns, of all years. */
export const useOwnedBy = (sectionId: string) =>
  useQuery({
    queryKey: ['get', PATH, 'owned', sectionId],
    queryFn: ({ signal }) => answer(client.GET(PATH, { params: { query: { sectionId, limit: 1 } }, signal })),
    select: ({ total }) => total,
  });

/** Each row by itself; the answer says what became of it. */
export function useOwn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rows: OwnedRow[]) => answer(client.POST(PATH, { body: { rows } })),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [, path] }) =>
          [PATH, '/imports', '/indicator-months'].includes(String(path)) || String(path).startsWith('/target-sheets'),
      }),
  });
}
