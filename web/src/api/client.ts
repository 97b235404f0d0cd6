import i18next from 'i18next';
import createFetchClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { ApiError, type ProblemDetails } from './api-error.js';
import type { paths } from './schema.js';

/** Places of the interface, as generated from its description (`npm run api-client`), without their common beginning. */
type Paths = { [P in keyof paths as P extends `/api/v1${infer Rest}` ? Rest : never]: paths[P] };

let csrfToken: string | null = null;

/** Of the session: everything that changes something is sent with it. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

/** For uploads, which tell how far they are, as `fetch` cannot. */
export function uploadHeaders(): Record<string, string> {
  return { 'Accept-Language': i18next.language, ...(csrfToken !== null && { 'X-CSRF-Token': csrfToken }) };
}

/** @throws ApiError for what is no success */
export async function checkAnswer(response: Response): Promise<void> {
  if (response.ok) return;
  const problem = (await response.json().catch(() => ({}))) as ProblemDetails;
  // Whoever reads it has been asked to sign in, and is back: what they wanted has not been done.
  if (problem.code === 'not-signed-in' || problem.code === 'csrf-token')
    problem.title = i18next.t('service.signedOutMeanwhile');
  throw new ApiError(response.status, { title: response.statusText, ...problem });
}

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18next.language);
    if (csrfToken !== null && request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken);
  },
  onResponse: ({ response }) => checkAnswer(response),
  onError({ error, request }) {
    if (error instanceof ApiError || request.signal.aborted) return;
    return new ApiError(0, { title: i18next.t('service.unreachable') });
  },
};

/** For requests that change something, and for whoever needs an answer outside a component. */
export const client = createFetchClient<Paths>({ baseUrl: '/api/v1' });
client.use(manners);

/** For components: `api.useQuery('get', '/departments')`. The key of a query is its method, path and parameters. */
export const api = createQueryClient(client);

/** The answer itself; whatever is no success has been thrown already. */
export async function answer<T>(request: Promise<{ data?: T }>): Promise<T> {
  return (await request).data as T;
}

/** The version that was seen; null: there was nothing yet. */
export function seen(version: number | null): Record<string, string> {
  return version === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` };
}
