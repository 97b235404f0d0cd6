import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../../../src/common/access/actor.js';
import { ApiError, getJson, sendJson } from './client.js';

export interface Session {
  readonly user: { readonly username: string; readonly displayName: string; readonly role: Role };
  readonly mustChangePassword: boolean;
  readonly csrfToken: string;
}

const KEY = ['session'];
const UNAUTHORIZED = 401;

/** Who is signed in; null: nobody. */
export function useSession() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) =>
      getJson<Session>('/session', signal).catch((error: unknown) => {
        if (isSignedOut(error)) return null;
        throw error;
      }),
  });
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === UNAUTHORIZED;

export const useSignIn = () =>
  useSessionChange((body: { username: string; password: string }) => sendJson('/session', { method: 'POST', body }));

export const useSignOut = (csrfToken: string | undefined) =>
  useSessionChange(() => sendJson('/session', { method: 'DELETE', csrfToken }));

export const useChangePassword = (csrfToken: string) =>
  useSessionChange((body: { current: string; password: string }) =>
    sendJson('/session/password', { method: 'PUT', body, csrfToken }),
  );

/** Whoever comes next must see nothing of what the one before has read. */
function useSessionChange<T>(change: (input: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.resetQueries() });
}
