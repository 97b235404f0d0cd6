import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';

export type ContactProblem = components['schemas']['ContactProblem'];

/** Who would get what in the next days, as things stand: at most 31, days without mails left out or empty. */
export const useReminderPreview = (days: number) =>
  api.useQuery('get', '/reminders/preview', { params: { query: { days } } });

/** Whom reminders do not reach, and what answers to nobody: for the performance office. */
export function useContactProblems(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['contact-problems'],
    queryFn: ({ signal }) => answer(client.GET('/reminders/contact-problems', { signal })),
  });
}

/** Asks whoever owes an entry for it now. The answer names who is told. */
export const useAskNow = () =>
  useMutation({
    mutationFn: ({ indicatorId: id, month }: { readonly indicatorId: string; readonly month: string }) =>
      answer(client.POST('/indicators/{id}/progress/{month}/reminders', { params: { path: { id, month } } })),
  });
