import i18next from 'i18next';

/** An answer of the service that is no success: RFC 9457, in the language of the page. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly correlationId: string | null,
  ) {
    super(title);
  }
}

interface ProblemDetails {
  readonly title?: string;
  readonly correlationId?: string;
}

interface Sent {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: object;
  /** Of the session; only signing in goes without. */
  readonly csrfToken?: string | null;
}

export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { signal });
}

export function sendJson<T>(path: string, { method, body, csrfToken }: Sent): Promise<T> {
  const headers = {
    ...(body && { 'Content-Type': 'application/json' }),
    ...(csrfToken && { 'X-CSRF-Token': csrfToken }),
  };
  return ask<T>(path, { method, headers, body: body && JSON.stringify(body) });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { Accept: 'application/json', 'Accept-Language': i18next.language, ...init.headers };
  const response = await fetch(`/api/v1${path}`, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, i18next.t('error.unreachable'), null);
  });
  if (response.status === 204) return undefined as T;
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as ProblemDetails;
  throw new ApiError(response.status, problem.title ?? response.statusText, problem.correlationId ?? null);
}
