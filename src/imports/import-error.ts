import { DomainError, type Message } from '../domain/domain-error.js';

/** A document cannot be imported at all. The messages say what is wrong, where, and what to do about it. */
export class ImportError extends DomainError {
  constructor(
    code:
      | 'document-empty'
      | 'document-unreadable'
      | 'document-scanned'
      | 'document-too-large'
      | 'format-unsupported'
      | 'no-sheets',
    /** Where in the document, such as `L588`; null where it is the document as a whole. */
    readonly place: string | null,
    messages: Message,
  ) {
    super('unfit', code, messages);
  }
}
