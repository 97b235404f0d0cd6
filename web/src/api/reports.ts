import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type ReportHeadline = Schemas['ReportHeadline'];
export type ReportDocument = Schemas['ReportDocument'];
export type ReportPreview = Schemas['ReportPreview'];
export type Difference = Schemas['Difference'];
export type ReportBatch = Schemas['ReportBatchProgress'];
export type WantedBatch = Schemas['ReportBatchDto'];
export type ReportKind = ReportHeadline['kind'];
export type ReportFormat = WantedBatch['formats'][number];

/** What a report is about: a sheet, a department, or the whole installation without either. */
export interface ReportSubject {
  readonly kind: ReportKind;
  readonly month: string;
  readonly departmentId?: string | undefined;
  readonly sheetId?: string | undefined;
}

/** How a file is written. */
export interface FileOptions {
  readonly language: 'zh' | 'en';
  readonly personalData: 'shown' | 'masked';
}

const LIST = '/reports';
const BATCHES = '/reports/batches';
const POLL_MS = 1000;

export const reportFile = (id: string, format: ReportFormat, options: FileOptions): string =>
  `/api/v1/reports/${id}/file?${new URLSearchParams({ format, ...options }).toString()}`;

export const batchFile = (id: string): string => `/api/v1${BATCHES}/${id}/file`;

/** Newest first, page by page: of everything of a kind and month, or of one subject. */
export const useReports = ({ kind, month, departmentId, sheetId }: ReportSubject, scope?: Scope) => {
  const filter = { kind, month, departmentId, sheetId, scope };
  return useInfiniteQuery({
    queryKey: ['get', LIST, filter],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET(LIST, { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
};
type Scope = 'sheet' | 'department' | 'installation';

/** What the report would say if it were issued now: looked at again whenever somebody comes back to the page. */
export const useReportPreview = ({ kind, month, departmentId, sheetId }: ReportSubject, language: string) =>
  useQuery({
    queryKey: ['get', '/reports/preview', { kind, month, departmentId, sheetId, language }],
    queryFn: ({ signal }) =>
      answer(client.POST('/reports/preview', { body: { kind, month, ...about({ departmentId, sheetId }) }, signal })),
    staleTime: 0,
  });

/** What the files of an issued report say. */
export const useReportDocument = (id: string) =>
  api.useQuery('get', '/reports/{id}/document', { params: { path: { id } } });

export const useReportDifferences = (id: string, against: string) =>
  api.useQuery('get', '/reports/{id}/diff', { params: { path: { id }, query: { against } } });

/** The report computed again from what was kept of its time. */
export const useReplay = (id: string) => api.useQuery('get', '/reports/{id}/replay', { params: { path: { id } } });

export function useIssueReport({ kind, month, ...subject }: ReportSubject) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string | undefined) =>
      answer(client.POST(LIST, { body: { kind, month, ...about(subject), ...(reason && { reason }) } })),
    // After a refusal too: somebody else may have issued it.
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => isOfIssued(path) }),
  });
}

/** The newest, asked again every second while one of them is under way; what one has issued is in the lists once it ends. */
export function useReportBatches(limit: number) {
  const queries = useQueryClient();
  const batches = useQuery({
    queryKey: ['get', BATCHES, { limit }],
    queryFn: ({ signal }) => answer(client.GET(BATCHES, { params: { query: { limit } }, signal })),
    refetchInterval: ({ state: { data } }) => (data?.items.some(isUnfinished) ? POLL_MS : false),
    placeholderData: keepPreviousData,
  });
  const ended = batches.data?.items.filter((batch) => !isUnfinished(batch)).length;
  const before = useRef(ended);
  useEffect(() => {
    const isNews = before.current !== undefined && ended !== before.current;
    before.current = ended;
    if (isNews) void queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => isOfIssued(path) });
  }, [ended, queries]);
  return batches;
}

export const isUnfinished = ({ state }: ReportBatch): boolean => state === 'waiting' || state === 'working';

export const useBeginBatch = () => useBatchChange((body: WantedBatch) => answer(client.POST(BATCHES, { body })));

export const useCancelBatch = () =>
  useBatchChange((id: string) =>
    answer(client.POST('/reports/batches/{id}/cancellation', { params: { path: { id } } })),
  );

export const useDeleteBatch = () =>
  useBatchChange((id: string) => answer(client.DELETE('/reports/batches/{id}', { params: { path: { id } } })));

function useBatchChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', BATCHES] }),
  });
}

/** What is issued stays as it is: only lists and previews age. */
const isOfIssued = (path: unknown): boolean => path === LIST || path === '/reports/preview';

/** Of a sheet the department is known to the service. */
const about = ({ departmentId, sheetId }: Pick<ReportSubject, 'departmentId' | 'sheetId'>) => {
  if (sheetId) return { sheetId };
  return departmentId ? { departmentId } : {};
};

/** A report as it was issued; null: none is asked for. */
export const useReport = (id: string | null) =>
  api.useQuery(
    'get',
    '/reports/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== null, staleTime: Infinity },
  );
