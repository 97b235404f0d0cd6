import type { components } from './schema.js';

/** What the service says; parts of it where something on the way answers instead. */
export type ProblemDetails = Partial<components['schemas']['ProblemDetails']>;

/** An answer of the service that is no success: RFC 9457, in the language of the page. Status 0: none came. */
export class ApiError extends Error {
  readonly correlationId: string | null;
  /** With a version conflict: what is stored now. */
  readonly current: unknown;
  readonly errors: NonNullable<ProblemDetails['errors']>;

  constructor(
    readonly status: number,
    { title = '', correlationId, current, errors = [] }: ProblemDetails,
  ) {
    super(title);
    this.correlationId = correlationId ?? null;
    this.current = current;
    this.errors = errors;
  }
}

const UNAUTHORIZED = 401;

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === UNAUTHORIZED;
