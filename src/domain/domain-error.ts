/** A sentence for people, in both languages of the product. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Message;

/** What is wrong with one value, and where it stands: `pointer` is a JSON pointer (RFC 6901) into what was given. */
export interface Problem {
  readonly code: string;
  readonly pointer: string;
  readonly message: Message;
}

/** What kind of thing went wrong: it decides what the one who asked can do about it. HTTP knows a status for each. */
export type ErrorKind =
  /** What was sent cannot be read as what is expected here. */
  | 'request-invalid'
  | 'not-signed-in'
  /** The one who asks may not do this. */
  | 'forbidden'
  | 'not-found'
  /** It cannot be done as things stand now, though it could at another time. */
  | 'conflict'
  /** Somebody else changed it since it was read. */
  | 'version-outdated'
  /** A change does not say which version it starts from. */
  | 'version-missing'
  | 'too-large'
  /** What is given can be read, but breaks a rule; it has to be corrected. */
  | 'unfit'
  /** Too often, or too much at once; waiting helps. */
  | 'too-many'
  /** What the service keeps is lost or was altered. */
  | 'damaged'
  /** Something that the service needs does not answer at the moment. */
  | 'unavailable'
  | 'storage-full';

/** What somebody asked for cannot be done. The code is stable; programs may rely on it. */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly messages: Message,
    readonly problems: readonly Problem[] = [],
  ) {
    super(`${messages.zh} / ${messages.en}`);
  }

  /** The same error as it is told further out: of one file, row or case among many. */
  told({ messages = this.messages, problems = this.problems }: Partial<Pick<DomainError, 'messages' | 'problems'>>) {
    return new DomainError(this.kind, this.code, messages, problems);
  }
}

/** An error about one value: its one problem says the same, and where. */
export const errorAt = (pointer: string, kind: ErrorKind, code: string, message: Message): DomainError =>
  new DomainError(kind, code, message, [{ code, pointer, message }]);

/** Tells of everything that is unfit at once; the first problem speaks for all. @throws DomainError unless there is none */
export function refuseUnfit(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new DomainError('unfit', first.code, first.message, problems);
}

/** The things asked for are not there, or not visible to the one who asks. */
export class NotFoundError extends DomainError {
  constructor(what: Message) {
    super('not-found', 'not-found', { zh: `找不到${what.zh}。`, en: `There is no such ${what.en}.` });
  }
}

/** Somebody else changed it in the meantime; `current` is how it stands now. */
export class ConflictError extends DomainError {
  constructor(
    readonly current: unknown,
    readonly version: number | null,
    messages: Message = {
      zh: '内容已被他人修改，请核对当前内容后重新保存。',
      en: 'Somebody else has changed this in the meantime. Look at the current state, then save again.',
    },
  ) {
    super('version-outdated', 'version-conflict', messages);
  }
}
