import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAllPages } from './all-pages.js';
import { answer, api, client, seen } from './client.js';
import { PENDING_KEY } from './pending-changes.js';
import type { Confirmed } from './confirmed.js';
import type { components } from './schema.js';
import type { User } from './types.js';

export type NewUser = components['schemas']['NewUserDto'];

export const useUsers = () =>
  useAllPages('/users', {}, (query, signal) => answer(client.GET('/users', { params: { query }, signal })));

export const useCreateUser = () => useUserChange((body: NewUser) => answer(client.POST('/users', { body })));

export const useResetPassword = (id: string) =>
  useUserChange((body: Confirmed) =>
    answer(client.POST('/users/{id}/password-reset', { params: { path: { id } }, body })),
  );

export type UserChanges = components['schemas']['ChangeUserDto'];

export const useUpdateUser = ({ id, version }: User) =>
  useUserChange((body: UserChanges) =>
    answer(client.PATCH('/users/{id}', { params: { path: { id } }, body, headers: seen(version) })),
  );

/** One action moves a person's open duties to another; with one's own password. */
export const useHandOver = ({ id, version }: User) =>
  useUserChange((body: components['schemas']['HandoverDto']) =>
    answer(client.POST('/users/{id}/handover', { params: { path: { id } }, body, headers: seen(version) })),
  );

const REFUSED = '/mails/refused-accounts';

/** Accounts whose address was refused for good: they get no mail. */
export const useRefusedAccounts = () => api.useQuery('get', REFUSED);

/** The address was mended, or its mailbox emptied: it gets mail again. */
export function useMailToAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answer(client.DELETE('/users/{id}/refusal', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', REFUSED] }),
  });
}

/** null ends the link. */
export const useLinkIdentity = () =>
  useUserChange(
    ({ user: { id, version }, subject, current }: { user: User; subject: string | null; current?: string }) =>
      answer(
        client.PATCH('/users/{id}', {
          params: { path: { id } },
          body: { oidcSubject: subject, current },
          headers: seen(version),
        }),
      ),
  );

function useUserChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([PENDING_KEY, ['get', '/users']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
