export interface ProblemDetails {
  readonly title?: string;
  readonly correlationId?: string | null;
  readonly current?: unknown;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

/** An answer of the service that is no success: RFC 9457, in the language of the page. Status 0: none came. */
export class ApiError extends Error {
  readonly correlationId: string | null;
  /** With a version conflict: what is stored now. */
  readonly current: unknown;
  readonly errors: NonNullable<ProblemDetails['errors']>;

  constructor(
    readonly status: number,
    { title = '', correlationId = null, current, errors = [] }: ProblemDetails,
  ) {
    super(title);
    this.correlationId = correlationId;
    this.current = current;
    this.errors = errors;
  }
}

const UNAUTHORIZED = 401;

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === UNAUTHORIZED;
