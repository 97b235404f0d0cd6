import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, client } from './client.js';

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
