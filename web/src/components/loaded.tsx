import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LoadError } from './load-error.js';
import { Loading } from './loading.js';

type Queries = Readonly<Record<string, UseQueryResult>>;
type Answers<Q extends Queries> = { readonly [K in keyof Q]: Exclude<Q[K]['data'], undefined> };

interface LoadedProps<Q extends Queries> {
  readonly queries: Q;
  readonly children: (answers: Answers<Q>) => ReactNode;
}

/** What the queries answered, once all have; until then that it is on its way, or what went wrong. */
export function Loaded<Q extends Queries>({ queries, children }: LoadedProps<Q>) {
  const all = Object.values(queries);
  // What was there before a failed refresh is still worth more than nothing.
  if (all.every(({ data }) => data !== undefined)) {
    return children(Object.fromEntries(Object.entries(queries).map(([name, { data }]) => [name, data])) as Answers<Q>);
  }
  const failed = all.filter(({ error }) => error !== null);
  const [first] = failed;
  if (!first?.error) return <Loading />;
  const retry = (): void => {
    for (const query of failed) void query.refetch();
  };
  return <LoadError error={first.error} onRetry={retry} />;
}
