import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ScoredSheet } from '../../../src/scoring/scored-sheet.js';
import { getJson } from './client.js';
import type { Page, ProgressEntry, ScoreHeadline, TargetSheet, TargetSheetSummary } from './types.js';

/** Answers hold texts in the language they were asked for, so the language is part of the key. */
function useApi<T>(path: string | null) {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: [path, i18n.language],
    queryFn: ({ signal }) => getJson<T>(path ?? '', signal),
    enabled: path !== null,
  });
}

export const useTargetSheets = () => useApi<Page<TargetSheetSummary>>('/target-sheets?limit=500');

export const useTargetSheet = (id: string | null) => useApi<TargetSheet>(id && `/target-sheets/${id}`);

export const useScores = (month: string | null) => useApi<Page<ScoreHeadline>>(month && `/scores?asOf=${month}`);

export const useSheetScore = (id: string | null, month: string | null) =>
  useApi<ScoredSheet>(id && month && `/target-sheets/${id}/score?asOf=${month}`);

export const useProgress = (indicatorId: string) =>
  useApi<Page<ProgressEntry>>(`/progress-entries?indicatorId=${indicatorId}`);
