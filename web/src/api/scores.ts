import { useAllPages } from './all-pages.js';
import { answer, api, client } from './client.js';
import type { paths } from './schema.js';

/** As of when, and of which sheets: those of one department, or of one kind; by default all that the caller may see. */
export type ScoresQuery = paths['/api/v1/scores/summary']['get']['parameters']['query'];

/** Of many sheets that have no scores yet these are made behind the answer. */
const ASK_AGAIN_MS = 3_000;
const untilScored = {
  refetchInterval: ({ state }: { readonly state: { readonly data?: { readonly beingScored: number } } }) =>
    state.data && state.data.beingScored > 0 ? ASK_AGAIN_MS : false,
};

/** The 500 best. */
export const useBestScores = (query: ScoresQuery) => api.useQuery('get', '/scores', { params: { query } }, untilScored);

export const useScores = (query: ScoresQuery) =>
  useAllPages('/scores', query, (page, signal) =>
    answer(client.GET('/scores', { params: { query: { ...query, ...page } }, signal })),
  );

export const useScoreSummary = (query: ScoresQuery) =>
  api.useQuery('get', '/scores/summary', { params: { query } }, untilScored);

/** Departments, or the sheets of the one that is asked for, month by month. */
export const useHeatMap = (query: ScoresQuery) =>
  api.useQuery('get', '/scores/heat-map', { params: { query } }, untilScored);

/** What is in danger of what I may enter for, the heaviest first. */
export const useRisks = (asOf: string) =>
  api.useQuery('get', '/scores/risks', { params: { query: { asOf, whose: 'mine', limit: 10 } } });
