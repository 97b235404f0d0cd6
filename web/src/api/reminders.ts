import { useQuery } from '@tanstack/react-query';
import { answer, client } from './client.js';

/** Whom reminders do not reach, and what answers to nobody: for the performance office. */
export function useContactProblems(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['contact-problems'],
    queryFn: ({ signal }) => answer(client.GET('/reminders/contact-problems', { signal })),
  });
}
