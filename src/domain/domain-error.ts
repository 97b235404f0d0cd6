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

/** A rule of the business was broken by what somebody asked for. The code is stable; programs may rely on it. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly messages: Message,
    readonly problems: readonly Problem[] = [],
  ) {
    super(`${messages.zh} / ${messages.en}`);
  }
}

/** The things asked for are not there, or not visible to the one who asks. */
export class NotFoundError extends DomainError {
  constructor(what: Message) {
    super('not-found', { zh: `找不到${what.zh}。`, en: `There is no such ${what.en}.` });
  }
}

/** Somebody else changed it in the meantime; `current` is how it stands now. */
export class ConflictError extends DomainError {
  constructor(
    readonly current: unknown,
    readonly version: number | null,
  ) {
    super('version-conflict', {
      zh: '内容已被他人修改，请核对当前内容后重新保存。',
      en: 'Somebody else has changed this in the meantime. Look at the current state, then save again.',
    });
  }
}
