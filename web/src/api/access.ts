import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.js';
import type { components } from './schema.js';

export type NewToken = components['schemas']['CreateTokenDto'];

/** null: one's own. Everything else is the security administrator's to see. */
type Whose = string | null;

const key = (what: 'sessions' | 'tokens', whose: Whose) => ['access', what, whose];

/** Where somebody is signed in. */
export const useSessions = (id: Whose) =>
  useQuery({
    queryKey: key('sessions', id),
    queryFn: ({ signal }) =>
      answer(
        id === null
          ? client.GET('/session/sessions', { signal })
          : client.GET('/users/{id}/sessions', { params: { path: { id } }, signal }),
      ),
  });

/** With what somebody's programs come in. */
export const useTokens = (id: Whose) =>
  useQuery({
    queryKey: key('tokens', id),
    queryFn: ({ signal }) =>
      answer(
        id === null
          ? client.GET('/session/tokens', { signal })
          : client.GET('/users/{id}/tokens', { params: { path: { id } }, signal }),
      ),
  });

/** One's own take the password. */
interface Ended {
  readonly id: string;
  readonly current?: string;
}

export const useEndSession = (whose: Whose) =>
  useAccessChange(({ id, current }: Ended) =>
    answer(
      whose === null
        ? client.POST('/session/sessions/{id}/removal', { params: { path: { id } }, body: { current } })
        : client.DELETE('/users/{id}/sessions/{sessionId}', { params: { path: { id: whose, sessionId: id } } }),
    ),
  );
export type Ending = ReturnType<typeof useEndSession>;

/** All of another's, or all of one's own but this one. */
export const useEndSessions = (whose: Whose) =>
  useAccessChange(({ current }: Ended) =>
    answer(
      whose === null
        ? client.POST('/session/sessions/removal', { body: { current } })
        : client.DELETE('/users/{id}/sessions', { params: { path: { id: whose } } }),
    ),
  );

/** Everybody's but this one. */
export const useEndEverybody = () =>
  useAccessChange((body: { current?: string }) => answer(client.POST('/sessions/removal', { body })));

export const useEndToken = (id: Whose) =>
  useAccessChange((tokenId: string) =>
    answer(
      id === null
        ? client.DELETE('/session/tokens/{id}', { params: { path: { id: tokenId } } })
        : client.DELETE('/users/{id}/tokens/{tokenId}', { params: { path: { id, tokenId } } }),
    ),
  );

/** The answer holds the token, which is shown this once. */
export const useCreateToken = () =>
  useAccessChange((body: NewToken) => answer(client.POST('/session/tokens', { body })));

function useAccessChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['access'] }),
  });
}
