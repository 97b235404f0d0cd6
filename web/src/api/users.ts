import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../src/common/access/actor.js';
import { getJson, sendJson } from './client.js';
import { useSession } from './session.js';
import type { Page } from './types.js';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly departmentId: string | null;
  readonly sectionIds: readonly string[];
  readonly disabled: boolean;
  readonly lockedUntil: string | null;
  readonly version: number;
}

export type NewUser = Pick<User, 'username' | 'displayName' | 'role'> & {
  readonly email?: string;
  readonly departmentId?: string;
  readonly sectionIds?: readonly string[];
};

const KEY = ['users'];

export const useUsers = () =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => getJson<Page<User>>('/users?limit=500', signal) });

export const useCreateUser = () =>
  useUserChange((body: NewUser, csrfToken) =>
    sendJson<{ user: User; password: string }>('/users', { method: 'POST', body, csrfToken }),
  );

export const useResetPassword = () =>
  useUserChange(({ id }: User, csrfToken) =>
    sendJson<{ password: string }>(`/users/${id}/password-reset`, { method: 'POST', csrfToken }),
  );

export const useDisableUser = () =>
  useUserChange(({ id, version, disabled }: User, csrfToken) =>
    sendJson<User>(`/users/${id}`, { method: 'PATCH', body: { disabled: !disabled }, csrfToken, version }),
  );

function useUserChange<T, R>(change: (input: T, csrfToken: string | null) => Promise<R>) {
  const queries = useQueryClient();
  const { data: session } = useSession();
  return useMutation({
    mutationFn: (input: T) => change(input, session?.csrfToken ?? null),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
