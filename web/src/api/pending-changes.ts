import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.js';
import type { Confirmed } from './confirmed.js';
import type { components } from './schema.js';

/** What became of it; a one-time password is shown this once. */
export type Approved = Awaited<ReturnType<ReturnType<typeof useApproveChange>['mutateAsync']>>;
export type WaitingChange = components['schemas']['WaitingChange'];

export const PENDING_KEY = ['pending-changes'];

/** Changes of accounts that wait for a second person: all of them, or those of one's own. */
export const usePendingChanges = () =>
  useQuery({ queryKey: PENDING_KEY, queryFn: ({ signal }) => answer(client.GET('/pending-changes', { signal })) });

export const useApproveChange = () =>
  useDecision(({ id, ...body }: Confirmed & { id: string }) =>
    answer(client.POST('/pending-changes/{id}/approval', { params: { path: { id } }, body })),
  );

export const useWithdrawChange = () =>
  useDecision((id: string) => answer(client.DELETE('/pending-changes/{id}', { params: { path: { id } } })));

function useDecision<T, R>(decide: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: () =>
      Promise.all([PENDING_KEY, ['get', '/users']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
