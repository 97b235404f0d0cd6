import { api } from './client.js';
import type { ScoredSheet } from './types.js';

const LONG = { staleTime: Infinity };

export const useTargetSheets = () => api.useQuery('get', '/target-sheets', { params: { query: { limit: 500 } } });

export const useTargetSheet = (id: string) => api.useQuery('get', '/target-sheets/{id}', { params: { path: { id } } });

export const useScores = (asOf: string | null) =>
  api.useQuery('get', '/scores', { params: { query: { asOf: asOf ?? '' } } }, { enabled: asOf !== null });

export const useSheetScore = (id: string, asOf: string) =>
  api.useQuery(
    'get',
    '/target-sheets/{id}/score',
    { params: { path: { id }, query: { asOf } } },
    { select: (score) => score as ScoredSheet },
  );

export const usePolicies = () => api.useQuery('get', '/policies', {}, LONG);

export const useProgress = (indicatorId: string) =>
  api.useQuery('get', '/progress-entries', { params: { query: { indicatorId } } });
