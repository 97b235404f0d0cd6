import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.js';
import type { Confirmed } from './confirmed.js';
import { PENDING_KEY } from './pending-changes.js';
import { SESSION_KEY } from './session.js';

const KEY = ['access', 'second-factor'];

/** What somebody shows besides the password; null: I. Everybody else's is the security administrator's to see. */
export const useSecondFactor = (id: string | null) =>
  useQuery({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) =>
      answer(
        id === null
          ? client.GET('/session/second-factor', { signal })
          : client.GET('/users/{id}/second-factor', { params: { path: { id } }, signal }),
      ),
  });

/** A secret for an authenticator app. */
export const useBeginTotp = () =>
  useMutation({
    mutationFn: (body: { current?: string }) => answer(client.POST('/session/second-factor/totp', { body })),
  });

/** The first code of the app; the answer holds the recovery codes, which are shown this once. */
export const useConfirmTotp = () =>
  useMutation({ mutationFn: (body: { code: string }) => answer(client.PUT('/session/second-factor/totp', { body })) });

export const useEndTotp = () =>
  useFactorChange((body: { current?: string; code: string }) =>
    answer(client.POST('/session/second-factor/totp/removal', { body })),
  );

/** Of somebody who has lost it; what takes two persons waits. */
export const useResetSecondFactor = (id: string) =>
  useFactorChange((body: Confirmed) =>
    answer(client.POST('/users/{id}/second-factor-reset', { params: { path: { id } }, body })),
  );

/** What there is, where one is signed in, and what one may do have changed. */
export function useFactorChanged(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([['access'], SESSION_KEY, PENDING_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

export function useFactorChange<T, R>(change: (input: T) => Promise<R>) {
  return useMutation({ mutationFn: change, onSuccess: useFactorChanged() });
}
