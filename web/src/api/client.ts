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

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const headers = { Accept: 'application/json', 'Accept-Language': i18next.language };
  const response = await fetch(`/api/v1${path}`, { headers, signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(0, i18next.t('error.unreachable'), null);
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as ProblemDetails;
  throw new ApiError(response.status, problem.title ?? response.statusText, problem.correlationId ?? null);
}
