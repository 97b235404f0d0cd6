import type { EntityManager } from 'typeorm';
import { Contact } from '../../organisation/contact.entity.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';

export const isAway = ({ awayFrom, awayUntil }: Contact, date: LocalDate): boolean =>
  awayFrom !== null && awayFrom <= date && (awayUntil === null || awayUntil >= date);

/** Who gets a contact's mails on a day: the deputy while the contact is away, unless the deputy is away too. */
export async function readerOf(manager: EntityManager, contact: Contact, date: LocalDate): Promise<Contact> {
  if (contact.deputyId === null || !isAway(contact, date)) return contact;
  const deputy = await manager.findOneBy(Contact, { id: contact.deputyId, active: true });
  return deputy && !isAway(deputy, date) ? deputy : contact;
}
