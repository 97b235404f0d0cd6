import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useAllPages } from './all-pages.js';
import { isSignedOut } from './api-error.js';
import { setClock } from './clock.js';
import { answer, client, rememberCsrfToken, seen } from './client.js';
import type { components } from './schema.js';

export const SESSION_KEY = ['session'];
const SESSION_LIMIT_MS = 60_000;

/**
 * `hasEnded`: it was theirs, and they have not signed in again yet; their pages stay as they are. `other`: who has signed
 * in in the same browser meanwhile.
 */
export type Session = Awaited<ReturnType<typeof readSession>> & {
  readonly hasEnded?: boolean;
  readonly other?: string;
};
export type Role = Session['user']['role'];

const readSession = (signal: AbortSignal) => answer(client.GET('/session', { signal }));

/** Of whoever's pages are on the screen. */
let last: Session | null = null;

/** Who is signed in, or was until a moment ago; null: nobody. */
export const sessionOptions = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }): Promise<Session | null> => {
    const session = await readSession(signal).catch((error: unknown) => {
      if (isSignedOut(error)) return null;
      throw error;
    });
    if (session && last && session.user.id !== last.user.id) {
      return { ...last, hasEnded: true, other: session.user.displayName };
    }
    rememberCsrfToken(session?.csrfToken ?? null);
    if (!session) return last && { ...last, hasEnded: true };
    setClock(session);
    last = session;
    return session;
  },
});

/** Asks whoever was signed in to come back, and resolves when they have. Pages of somebody else abort the signal. */
export async function sessionIsBack(queries: QueryClient, signal: AbortSignal): Promise<void> {
  await queries.invalidateQueries({ queryKey: SESSION_KEY });
  const isBack = (): boolean => queries.getQueryData(sessionOptions.queryKey)?.hasEnded !== true;
  if (isBack()) return;
  await new Promise<void>((resolve, reject) => {
    const stopLooking = queries.getQueryCache().subscribe(() => {
      if (isBack()) end(resolve);
    });
    const end = (how: () => void): void => {
      stopLooking();
      how();
    };
    signal.addEventListener('abort', () => {
      end(() => {
        reject(signal.reason as Error);
      });
    });
  });
}

export const useSession = () => useQuery(sessionOptions);

/** null: a second factor is asked for. */
export const useSignIn = () =>
  useSignInStep((body: { username: string; password: string }) => answer(client.POST('/session', { body })));

/** What whoever has given the password may show. It is of them alone: nobody else finds it kept. */
export const useSecondStep = () =>
  useQuery({
    queryKey: ['second-step'],
    queryFn: ({ signal }) => answer(client.GET('/session/second-step', { signal })),
    gcTime: 0,
  });

/** The second factor, after the password. */
export const useGiveCode = () =>
  useSignInStep((body: { code: string }) => answer(client.POST('/session/second-step', { body })));

/** Somebody whose session ended goes on where they were; whoever else comes sees nothing of what was read before. */
export function useSignInStep<T>(take: (input: T) => Promise<components['schemas']['Stepped']>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: T) => {
      const { secondStep } = await take(input);
      return secondStep ? null : readSession(AbortSignal.timeout(SESSION_LIMIT_MS));
    },
    onSuccess: (session) => {
      if (session === null) return;
      if (session.user.id === last?.user.id) return queries.invalidateQueries();
      last = null;
      return queries.resetQueries();
    },
  });
}

/** Whether people can sign in at the organisation's OpenID provider too. */
export function useSignInMethods() {
  return useQuery({
    queryKey: [...SESSION_KEY, 'methods'],
    queryFn: ({ signal }) => answer(client.GET('/session/methods', { signal })),
    staleTime: Infinity,
  });
}

/** The page begins anew: nothing that was read or typed stays behind. */
export const useSignOut = () =>
  useMutation({
    mutationFn: () => client.DELETE('/session'),
    onSuccess: () => {
      location.assign('/');
    },
  });

/** Everything is read again within the session that begins with it; those who change it stay who they are. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; password: string }) => answer(client.PUT('/session/password', { body })),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** Whom one can name as a deputy. */
export const useColleagues = () =>
  useAllPages('/colleagues', {}, (query, signal) => answer(client.GET('/colleagues', { params: { query }, signal })));

interface AbsenceChange {
  readonly absence: components['schemas']['OwnAbsenceDto'];
  /** Of the account, as the session tells it. */
  readonly version: number;
}

export function useSetAbsence() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ absence, version }: AbsenceChange) =>
      answer(client.PUT('/session/absence', { body: absence, headers: seen(version) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
  });
}

/** In which language the mails to whoever is signed in are written: that of the page, once they have chosen one. */
export function useSetLanguage() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ language, version }: { language: 'zh' | 'en'; version: number }) =>
      answer(client.PUT('/session/language', { body: { language }, headers: seen(version) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSION_KEY }),
  });
}
