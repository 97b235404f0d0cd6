import { isAway } from '../../domain/reminding/absence.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import type { Addressee } from './addressee.js';

/** Contacts, and who reads what each of them is told on a day. */
export class Directory {
  /** All of them, in the order of their ids. */
  readonly everybody: readonly Addressee[];
  private readonly byId: ReadonlyMap<string, Addressee>;
  private readonly byDepartment = new Map<string, Addressee[]>();
  private readonly mailboxes = new Map<string, Addressee>();
  private readonly offices: readonly Addressee[];

  constructor(
    addressees: readonly Addressee[],
    private readonly date: LocalDate,
  ) {
    this.everybody = addressees;
    this.byId = new Map(addressees.map((one) => [one.id, one]));
    for (const one of addressees) {
      const colleagues = this.byDepartment.get(one.departmentId);
      if (colleagues) colleagues.push(one);
      else this.byDepartment.set(one.departmentId, [one]);
      if (this.hears(one) && !this.mailboxes.has(one.person)) this.mailboxes.set(one.person, one);
    }
    this.offices = addressees.filter(({ duty }) => duty === 'office');
  }

  find(id: string): Addressee | undefined {
    return this.byId.get(id);
  }

  ofDepartment(departmentId: string): readonly Addressee[] {
    return this.byDepartment.get(departmentId) ?? [];
  }

  /** The performance office, whichever departments its people belong to. */
  get office(): readonly Addressee[] {
    return this.offices;
  }

  /**
   * Who reads what a contact is told: they themselves, or their deputy while they are away; undefined: nobody does, and
   * somebody else has to be told. Of a person's contacts always the same one, so that they get one mail.
   */
  readerOf(contact: Addressee): Addressee | undefined {
    if (this.hears(contact)) return this.mailboxes.get(contact.person);
    const deputy = this.deputyOf(contact);
    return deputy && this.hears(deputy) ? this.mailboxes.get(deputy.person) : undefined;
  }

  /** Who reads what this contact is told. */
  reading(contactId: string): Addressee | undefined {
    const contact = this.find(contactId);
    return contact && this.readerOf(contact);
  }

  isAway(contact: Addressee): boolean {
    return isAway(contact, this.date);
  }

  private deputyOf(contact: Addressee): Addressee | undefined {
    if (contact.obstacle === 'account-disabled' || contact.deputyId === null || !this.isAway(contact)) return undefined;
    return this.byId.get(contact.deputyId);
  }

  private hears(contact: Addressee): boolean {
    return contact.obstacle === null && !this.isAway(contact);
  }
}
