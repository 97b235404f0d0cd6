import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api, client, seen } from './client.js';
import type { components, paths } from './schema.js';

type Schemas = components['schemas'];

export type DocumentImport = Schemas['DocumentImport'];
export type ListedImport = Schemas['ListedImport'];
export type DraftSheet = Schemas['RepairableSheet'];
export type DraftRow = Schemas['RepairableRow'];
export type Doubt = Schemas['OpenDoubt'];
export type DoubtAnswer = Schemas['KnownAnswer'];
export type Batch = Schemas['BatchProgress'];
export type Repair = Schemas['RepairsDto']['repairs'][number];
export type RowFields = Extract<Repair, { kind: 'edit-rows' }>['fields'];
export type SheetFields = Extract<Repair, { kind: 'edit-sheets' }>['fields'];
export type Adopt = Schemas['AdoptDto'];
export type Adopted = paths['/api/v1/imports/{id}/adopt']['post']['responses'][200]['content']['application/json'];
export type Proposal =
  paths['/api/v1/imports/{id}/proposals']['get']['responses'][200]['content']['application/json']['items'][number];
export type SheetDifference = Schemas['SheetDifference'];
export type ImportState = 'open' | 'adopted';

/** Where documents are posted to, as `multipart/form-data`: one is answered as its draft, several as a batch. */
export const IMPORTS_ADDRESS = '/api/v1/imports';
export const documentDownload = (id: string): string => `${IMPORTS_ADDRESS}/${id}/document`;
/** From 1; of a PDF or a picture. */
export const pagePicture = (id: string, page: number): string => `${IMPORTS_ADDRESS}/${id}/pages/${page}`;
export const emptyWorkbook = (year: number): string => `${IMPORTS_ADDRESS}/workbook?year=${year}`;

const LIST_KEY = ['get', '/imports'];
const DRAFT = '/imports/{id}';

/** Newest first, page by page. */
export const useImports = (state: ImportState) =>
  useInfiniteQuery({
    queryKey: [...LIST_KEY, state],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/imports', { params: { query: { limit: 50, cursor: pageParam, state } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const useImport = (id: string) => api.useQuery('get', DRAFT, { params: { path: { id } } });
export const useRepairs = (id: string) => api.useQuery('get', '/imports/{id}/repairs', { params: { path: { id } } });
export const useProposals = (id: string) =>
  api.useQuery('get', '/imports/{id}/proposals', { params: { path: { id } } });
export const useDifferences = (id: string) =>
  api.useQuery('get', '/imports/{id}/differences', { params: { path: { id } } });

/** Recent uploads of several documents. */
export const useBatches = () => api.useQuery('get', '/imports/batches', { params: { query: { limit: 5 } } });

/** Asked again every second until nothing more happens to its documents; what was read is a draft in the list by then. */
export function useBatch(id: string) {
  const queries = useQueryClient();
  const batch = api.useQuery(
    'get',
    '/imports/batches/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state: { data } }) => (data && data.done === data.total ? false : 1000) },
  );
  const done = batch.data?.done;
  useEffect(() => {
    if (done !== undefined) void queries.invalidateQueries({ queryKey: LIST_KEY });
  }, [done, queries]);
  return batch;
}

/** Changes the draft that was seen; somebody else's change in between refuses it. */
export const useRepair = ({ id, version }: DocumentImport) =>
  useDraftChange(id, (repairs: Repair[]) =>
    answer(
      client.POST('/imports/{id}/repairs', { params: { path: { id } }, body: { repairs }, headers: seen(version) }),
    ),
  );

export const useAdopt = ({ id, version }: DocumentImport) =>
  useDraftChange(id, (body: Adopt) =>
    answer(client.POST('/imports/{id}/adopt', { params: { path: { id } }, body, headers: seen(version) })),
  );

export const useUndoAdoption = ({ id, version }: DocumentImport) =>
  useDraftChange(id, (reason: string) =>
    answer(
      client.POST('/imports/{id}/undo-adoption', {
        params: { path: { id } },
        body: { reason },
        headers: seen(version),
      }),
    ),
  );

/** After a refusal too: what is shown may be older than what is there. */
function useDraftChange<T, R>(id: string, change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (result) => {
      if (isDraft(result)) queries.setQueryData(['get', DRAFT, { params: { path: { id } } }], result);
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [, path] }) => String(path).startsWith('/imports') || path === '/target-sheets',
      }),
  });
}

const isDraft = (result: unknown): result is DocumentImport =>
  typeof result === 'object' && result !== null && 'draft' in result;
