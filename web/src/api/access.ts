import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client.js';
import type { Confirmed } from './confirmed.js';
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

interface Ended extends Confirmed {
  readonly id: string;
}

export const useEndSession = (whose: Whose) =>
  useAccessChange(({ id, ...body }: Ended) =>
    answer(
      whose === null
        ? client.POST('/session/sessions/{id}/removal', { params: { path: { id } }, body })
        : client.POST('/users/{id}/sessions/{sessionId}/removal', {
            ...{ params: { path: { id: whose, sessionId: id } }, body },
          }),
    ),
  );

/** All of another's, or all of one's own but this one. */
export const useEndSessions = (whose: Whose) =>
  useAccessChange((body: Confirmed) =>
    answer(
      whose === null
        ? client.POST('/session/sessions/removal', { body })
        : client.POST('/users/{id}/sessions/removal', { params: { path: { id: whose } }, body }),
    ),
  );

/** Everybody's but this one. */
export const useEndEverybody = () =>
  useAccessChange((body: Confirmed) => answer(client.POST('/sessions/removal', { body })));

/** Of one's own programs, which takes no password. */
export const useEndOwnToken = () =>
  useAccessChange((id: string) => answer(client.DELETE('/session/tokens/{id}', { params: { path: { id } } })));

/** Of somebody else's. */
export const useEndToken = (whose: string) =>
  useAccessChange(({ id: tokenId, ...body }: Ended) =>
    answer(client.POST('/users/{id}/tokens/{tokenId}/removal', { params: { path: { id: whose, tokenId } }, body })),
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
