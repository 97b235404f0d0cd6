import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, client } from './client.js';
import type { operations } from './schema.js';

export type AuditFilter = NonNullable<operations['AuditController_export']['parameters']['query']>;

/** Who did what, newest first, page by page; for the auditor. */
export const useAuditEvents = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['get', '/audit-events', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/audit-events', { params: { query: { ...filter, limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Where the same lines are a table. */
export function auditFile(filter: AuditFilter): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries<string | undefined>(filter))
    if (value !== undefined) given.set(name, value);
  return `/api/v1/audit-events/file?${given.toString()}`;
}
