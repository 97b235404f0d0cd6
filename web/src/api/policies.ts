import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAllPages } from './all-pages.js';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';
import type { ScoresQuery } from './scores.js';

export type ComparedSheet = components['schemas']['ComparedSheet'];
export type RuleProblem = NonNullable<ReturnType<typeof useCheckedRules>['data']>['problems'][number];

/** Rules as somebody writes them; what they hold is for the service to judge. */
export type WrittenRules = Readonly<Record<string, unknown>>;

export const usePolicy = (name: string) => api.useQuery('get', '/policies/{name}', { params: { path: { name } } });

/** Everything that is wrong with rules that are being written; nothing is stored. */
export const useCheckedRules = (rules: WrittenRules | null) =>
  useQuery({
    queryKey: ['checked-rules', rules],
    enabled: rules !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => answer(client.POST('/policies/validation', { body: rules ?? {}, signal })),
  });

/** What a policy, or rules that are being written, would make of the sheets: all of them, each under its own rules too. */
export const useComparison = (query: ScoresQuery, policy: string | WrittenRules) =>
  useAllPages('/scores/comparison', { ...query, policy }, (page, signal) =>
    typeof policy === 'string'
      ? answer(client.GET('/scores/comparison', { params: { query: { ...query, ...page, policy } }, signal }))
      : answer(
          client.POST('/scores/comparison', { params: { query: { ...query, ...page } }, body: { policy }, signal }),
        ),
  );
