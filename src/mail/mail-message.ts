import type { EntityManager } from 'typeorm';
import type { Contact } from '../organisation/contact.entity.js';
import type { Mail } from './mail.entity.js';

/** A mail as it is written for one person. */
export interface MailMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a mail at the moment it is sent; undefined when there is nothing left to say. */
export type MailComposer = (manager: EntityManager, mail: Mail, contact: Contact) => Promise<MailMessage | undefined>;
