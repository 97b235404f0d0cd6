import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Contact } from './contact.entity.js';

/** A contact to whom mails went, and what it is now; null: it is there no more. */
export interface ContactMove {
  readonly before: Contact;
  readonly after: Contact | null;
}

type Listener = (manager: EntityManager, moves: readonly ContactMove[]) => Promise<void>;

/** What decides where a contact's mails go. */
const goesTo = ({ email, userId }: Contact): string => JSON.stringify([email, userId]);

const isElsewhere = ({ before, after }: ContactMove): boolean =>
  before.active && !(after?.active && goesTo(after) === goesTo(before));

/**
 * Tells who tells people, inside the transaction of the change, that mails of active contacts go elsewhere or nowhere:
 * whoever leads them away would otherwise be the only one who knows.
 */
@Injectable()
export class ContactNews {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** @param moves all of one act: the office reads of them together */
  async publish(manager: EntityManager, moves: readonly ContactMove[]): Promise<void> {
    const elsewhere = moves.filter(isElsewhere);
    if (elsewhere.length === 0) return;
    for (const listener of this.listeners) await listener(manager, elsewhere);
  }
}
