import { api } from './client.js';
import type { paths } from './schema.js';

/** As of when, and of which sheets: those of one department, or of one kind; by default all that the caller may see. */
export type ScoresQuery = paths['/api/v1/scores/summary']['get']['parameters']['query'];

export const useScores = (query: ScoresQuery) => api.useQuery('get', '/scores', { params: { query } });

export const useScoreSummary = (query: ScoresQuery) => api.useQuery('get', '/scores/summary', { params: { query } });

/** Departments, or the sheets of the one that is asked for, month by month. */
export const useHeatMap = (query: ScoresQuery) => api.useQuery('get', '/scores/heat-map', { params: { query } });
