import i18next from 'i18next';

/** An answer of the service that is no success: RFC 9457, in the language of the page. */
export class ApiError extends Error {
  readonly correlationId: string | null;
  /** With a version conflict: what is stored now. */
  readonly current: unknown;

  constructor(
    readonly status: number,
    { title = '', correlationId = null, current }: ProblemDetails,
  ) {
    super(title);
    this.correlationId = correlationId;
    this.current = current;
  }
}

interface ProblemDetails {
  readonly title?: string;
  readonly correlationId?: string | null;
  readonly current?: unknown;
}

interface Sent {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: object;
  /** Of the session; only signing in goes without. */
  readonly csrfToken?: string | null;
  /** The version that was seen; null: there was none. Left out where nothing is overwritten. */
  readonly version?: number | null;
}

export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return ask<T>(path, { signal });
}

export function sendJson<T>(path: string, { method, body, csrfToken, version }: Sent): Promise<T> {
  const headers = {
    ...(body && { 'Content-Type': 'application/json' }),
    ...(csrfToken && { 'X-CSRF-Token': csrfToken }),
    ...(version === null && { 'If-None-Match': '*' }),
    ...(version != null && { 'If-Match': `"${version}"` }),
  };
  return ask<T>(path, { method, headers, body: body && JSON.stringify(body) });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const headers = { Accept: 'application/json', 'Accept-Language': i18next.language, ...init.headers };
  const response = await fetch(`/api/v1${path}`, { ...init, headers }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, { title: i18next.t('error.unreachable') });
  });
  if (response.status === 204) return undefined as T;
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as ProblemDetails;
  throw new ApiError(response.status, { title: response.statusText, ...problem });
}
