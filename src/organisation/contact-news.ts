import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Contact } from './contact.entity.js';

/** A contact to whom mails went, and what it is now; null: it is there no more. `email`: where mails go, of whichever contact of its account. */
export interface ContactMove {
  readonly before: Contact;
  readonly after: Contact | null;
}

/** What an act is about. */
interface Touched {
  readonly contactIds: readonly string[];
  /** Accounts that they belong to, or are to belong to. */
  readonly userIds: readonly (string | null | undefined)[];
}

interface Listener {
  /** Where mails for these contacts go, by id, as plans have it; absent: nowhere. */
  boxesOf(manager: EntityManager, contactIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  tell(manager: EntityManager, moves: readonly ContactMove[]): Promise<void>;
}

/** What decides who reads a contact's mails, of what, and who does in its place. */
const goesTo = ({ email, userId, duty, sectionId, deputyId, awayFrom, awayUntil }: Contact): string =>
  JSON.stringify([email, userId, duty, sectionId, deputyId, awayFrom, awayUntil]);

const isElsewhere = ({ before, after }: ContactMove): boolean =>
  before.active && !(after?.active && goesTo(after) === goesTo(before));

/**
 * Tells who tells people, inside the transaction of the change, that mails of active contacts go elsewhere or nowhere, also by
 * another duty, section, deputy or absence:
 * whoever leads them away would otherwise be the only one who knows. The contacts of an account have one mailbox: a change of
 * one may lead away the mails of the others.
 */
@Injectable()
export class ContactNews {
  private readonly listeners: Listener[] = [];

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Does the work: all of one act, of which the office reads together. */
  async during<T>(manager: EntityManager, touched: Touched, work: () => Promise<T>): Promise<T> {
    const contacts = await contactsOf(manager, touched);
    const ids = contacts.map(({ id }) => id);
    const before = await this.boxes(manager, ids);
    const result = await work();
    const after = await this.boxes(manager, ids);
    const now = new Map((await manager.findBy(Contact, { id: In(ids) })).map((one) => [one.id, one]));
    const moves = contacts.map((one): ContactMove => {
      const is = now.get(one.id);
      return { before: readAt(one, before), after: is ? readAt(is, after) : null };
    });
    const elsewhere = moves.filter(isElsewhere);
    if (elsewhere.length > 0) for (const listener of this.listeners) await listener.tell(manager, elsewhere);
    return result;
  }

  private async boxes(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const [listener] = this.listeners;
    return listener && ids.length > 0 ? listener.boxesOf(manager, ids) : new Map();
  }
}

const readAt = (contact: Contact, boxes: ReadonlyMap<string, string>): Contact => ({
  ...contact,
  email: boxes.get(contact.id) ?? contact.email,
});

/** These, and all others of their accounts. */
async function contactsOf(manager: EntityManager, { contactIds, userIds }: Touched): Promise<Contact[]> {
  const accounts = userIds.filter((id) => id != null);
  const where = [{ id: In(contactIds) }, { userId: In(accounts) }];
  return manager.find(Contact, { where, order: { id: 'ASC' } });
}
