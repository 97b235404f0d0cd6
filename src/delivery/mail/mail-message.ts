import type { EntityManager } from 'typeorm';
import type { Contact } from '../../organisation/contact.entity.js';
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

/**
 * Writes a mail at the moment it is sent; undefined when there is nothing left to say. `reader` is who gets it: the
 * contact, or their deputy while they are away.
 */
export type MailComposer = (
  manager: EntityManager,
  mail: Mail,
  contact: Contact,
  reader: Contact,
) => Promise<MailMessage | undefined>;
