import type { components } from './schema.js';

/** What the service says; parts of it where something on the way answers instead. */
export type ProblemDetails = Partial<components['schemas']['ProblemDetails']>;

/** An answer of the service that is no success: RFC 9457, in the language of the page. Status 0: none came. */
export class ApiError extends Error {
  readonly correlationId: string | null;
  /** With a version conflict: what is stored now. */
  readonly current: unknown;
  /** null: something on the way answered instead of the service. */
  readonly code: string | null;
  readonly errors: NonNullable<ProblemDetails['errors']>;

  constructor(
    readonly status: number,
    { title = '', code, correlationId, current, errors = [] }: ProblemDetails,
  ) {
    super(title);
    this.correlationId = correlationId ?? null;
    this.current = current;
    this.code = code ?? null;
    this.errors = errors;
  }
}

const UNAUTHORIZED = 401;

/** Nobody is signed in any more, or somebody else is in the same browser: the session is not that of the page. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === UNAUTHORIZED || error.code === 'csrf-token');
