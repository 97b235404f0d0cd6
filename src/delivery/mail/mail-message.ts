import type { EntityManager } from 'typeorm';
import type { Reader } from '../recipients/addressee.js';
import type { Mail } from './mail.entity.js';

export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string | Buffer;
}

/** A mail as it is written for one person. */
export interface MailMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[];
  /** The one page that it leads to. */
  readonly link?: string;
  /** Where its reader can do without such mails (RFC 8058); absent on mails about duties. */
  readonly unsubscribe?: string;
}

/** With who gets it: whoever is to be told at this moment. */
export interface WrittenMail extends MailMessage {
  readonly reader: Reader;
}

/**
 * Why a mail does not go out: nothing is left to say; it is not, or no longer, for whom it was planned; its reader has had
 * one today, and hears it with the next; or one of theirs is under way, and how that ends is awaited.
 */
export type Unwritten = 'superseded' | 'cancelled' | 'put-off' | 'waits';

/** What knows a kind of mails. */
export interface MailComposer {
  /** Writes a mail at the moment it is sent. */
  readonly write: (manager: EntityManager, mail: Mail, now: Date) => Promise<WrittenMail | Unwritten>;
  /** Looks again at what was planned, before the first mails of an hour leave. */
  readonly before?: (now: Date) => Promise<unknown>;
  /** Sees to it that others are told what a mail was to tell that was cancelled or refused. */
  readonly cancelled?: (manager: EntityManager, mail: Mail, now: Date) => Promise<void>;
}
