import { useQuery } from '@tanstack/react-query';

interface ListPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** As many as a page may have. */
export interface PageRequest {
  readonly limit: 500;
  readonly cursor: string | undefined;
}

/** A list that is shown as a whole, read page by page. Its key is its path and what was asked for. */
export function useAllPages<T>(
  path: string,
  query: object,
  read: (page: PageRequest, signal: AbortSignal) => Promise<ListPage<T>>,
) {
  return useQuery({
    queryKey: ['get', path, query],
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await read({ limit: 500, cursor }, signal);
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return { items };
    },
  });
}
