import { keepPreviousData } from '@tanstack/react-query';
import { api } from './client.js';
import type { operations, paths } from './schema.js';

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

export type TableOrder = NonNullable<operations['ScoresController_list']['parameters']['query']['order']>;

/** Lines of a page of all sheets. */
export const PAGE_LENGTH = 50;

/** Page `page`, from 1, of all sheets with their scores. */
export const useScoresPage = (
  query: ScoresQuery,
  { page, ...found }: { readonly page: number; readonly search?: string; readonly order: TableOrder },
) =>
  api.useQuery(
    'get',
    '/scores',
    { params: { query: { ...query, ...found, limit: PAGE_LENGTH, cursor: String((page - 1) * PAGE_LENGTH) } } },
    { ...untilScored, placeholderData: keepPreviousData },
  );

export const useScoreSummary = (query: ScoresQuery) =>
  api.useQuery('get', '/scores/summary', { params: { query } }, untilScored);

/** Departments, or the sheets of the one that is asked for, month by month. */
export const useHeatMap = (query: ScoresQuery) =>
  api.useQuery('get', '/scores/heat-map', { params: { query } }, untilScored);

/** What is in danger of what I may enter for, the heaviest first. */
export const useRisks = (asOf: string) =>
  api.useQuery('get', '/scores/risks', { params: { query: { asOf, whose: 'mine', limit: 10 } } });
