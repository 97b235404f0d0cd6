import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { inScope, narrowed, type Scope } from '../common/access/actor.js';
import { type Page, pageOf } from '../common/http/page.js';
import { checkAbsence } from '../domain/reminding/absence.js';
import { deleteVersioned, findById, insertRow, updateVersioned } from '../audit/versioned.js';
import { Contact, type ContactDuty } from './contact.entity.js';
import type { CreateContactDto, UpdateContactDto } from './dto/contact.dto.js';
import { AddressChanges } from './address-changes.js';
import { ContactNews } from './contact-news.js';
import { DepartmentsService } from './departments.service.js';
import type { ContactsQuery } from './dto/organisation.query.js';
import { absenceOfAccount, deputyUnfit, successorWithoutEmail } from './errors.js';
import { SectionsService } from './sections.service.js';

const WHAT = { zh: '联系人', en: 'contact' };

/** The account that takes a contact over. */
export interface Successor {
  readonly id: string;
  readonly displayName: string;
  readonly email: string | null;
}

// Absence, deputy and telephone are a person's, not the post's.
const NOBODYS = { phone: null, deputyId: null, awayFrom: null, awayUntil: null };
const RETIRED = { ...NOBODYS, active: false, userId: null };

function placeOf({ id: userId, displayName: name, email }: Successor): object {
  if (email !== null) return { ...NOBODYS, userId, name, email };
  throw successorWithoutEmail();
}

/** What decides whether, and where, a contact is reached. */
const OF_ADDRESS = ['email', 'userId', 'active'] as const;

/** Whoever names a deputy gives their password (`PUT /session/absence`); an open session of somebody else must be no way around. */
function refuseAbsenceOfAccount(contact: Contact, changes: UpdateContactDto): void {
  const names = (['awayFrom', 'awayUntil', 'deputyId'] as const).filter((name) => changes[name] !== undefined);
  const differs = names.find((name) => changes[name] !== contact[name]);
  if (differs && (contact.userId ?? changes.userId)) throw absenceOfAccount(differs);
}

async function standsThere(
  manager: EntityManager,
  { id, departmentId, sectionId }: Contact,
  { email }: Successor,
): Promise<boolean> {
  const where = { id: Not(id), departmentId, sectionId: sectionId ?? IsNull(), active: true };
  return email !== null && manager.existsBy(Contact, { ...where, email });
}

@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: DepartmentsService,
    private readonly sections: SectionsService,
    private readonly addresses: AddressChanges,
    private readonly news: ContactNews,
  ) {}

  async list({ limit, cursor, departmentId }: ContactsQuery, scope: Scope): Promise<Page<Contact>> {
    const where = {
      ...inScope<Contact>(narrowed(scope, departmentId), 'departmentId'),
      ...(cursor && { id: MoreThan(cursor) }),
    };
    return pageOf(await this.dataSource.manager.find(Contact, { where, order: { id: 'ASC' }, take: limit + 1 }), limit);
  }

  find(id: string, manager = this.dataSource.manager): Promise<Contact> {
    return findById(manager, Contact, id, WHAT);
  }

  /** The account's address, or whether it may be used, has changed: its contacts are reached elsewhere, or nowhere. */
  async accountChanged(userId: string): Promise<void> {
    const contacts = await this.dataSource.manager.findBy(Contact, { userId, active: true });
    await this.addresses.publish(contacts.map(({ departmentId }) => departmentId));
  }

  /** The active contacts of a department who have one of these duties. */
  withDuty(departmentId: string, duties: readonly ContactDuty[]): Promise<Contact[]> {
    const where = { departmentId, active: true, duty: In(duties) };
    return this.dataSource.manager.find(Contact, { where, order: { id: 'ASC' } });
  }

  /**
   * The successor's name and address where the former one's stood; where the successor stands already, the former one's
   * contact is retired. @returns the contacts that changed hands.
   * @throws DomainError `handover-unfit` when mails for the successor would have nowhere to go
   */
  async handOver(manager: EntityManager, formerUserId: string, successor: Successor): Promise<Contact[]> {
    const contacts = await manager.find(Contact, { where: { userId: formerUserId }, order: { id: 'ASC' } });
    return this.news.during(manager, { contactIds: [], userIds: [formerUserId, successor.id] }, async () => {
      const changed: Contact[] = [];
      for (const before of contacts) {
        const changes = (await standsThere(manager, before, successor)) ? RETIRED : placeOf(successor);
        changed.push(await updateVersioned(manager, Contact, before, changes, WHAT));
      }
      return changed;
    });
  }

  async create(contact: CreateContactDto, manager = this.dataSource.manager): Promise<Contact> {
    await this.departments.findInUse(contact.departmentId, manager);
    if (contact.sectionId) await this.sections.findInUse(contact.departmentId, contact.sectionId, manager);
    return this.news.during(manager, { contactIds: [], userIds: [contact.userId] }, () =>
      insertRow(manager, Contact, { ...contact, id: uuid() }),
    );
  }

  /** @throws DomainError `absence-of-account`, `absence-invalid`, `deputy-unfit`, ConflictError */
  async update(id: string, version: number | null, changes: UpdateContactDto): Promise<Contact> {
    const contact = await this.find(id);
    const { departmentId } = contact;
    refuseAbsenceOfAccount(contact, changes);
    checkAbsence({ ...contact, ...changes }, changes);
    if (changes.sectionId && changes.sectionId !== contact.sectionId)
      await this.sections.findInUse(departmentId, changes.sectionId);
    if (changes.deputyId) await this.checkDeputy(id, departmentId, changes.deputyId);
    const touched = { contactIds: [id], userIds: [contact.userId, changes.userId] };
    const changed = await this.dataSource.transaction((manager) =>
      this.news.during(manager, touched, () => updateVersioned(manager, Contact, { id, version }, changes, WHAT)),
    );
    if (OF_ADDRESS.some((name) => changes[name] !== undefined)) await this.addresses.publish([departmentId]);
    return changed;
  }

  async delete(id: string, version: number | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { userId } = await this.find(id, manager);
      await this.news.during(manager, { contactIds: [id], userIds: [userId] }, () =>
        deleteVersioned(manager, Contact, { id, version }, WHAT),
      );
    });
  }

  private async checkDeputy(id: string, departmentId: string, deputyId: string): Promise<void> {
    const deputy = await this.find(deputyId);
    const fits = deputyId !== id && deputy.departmentId === departmentId && deputy.active;
    if (!fits) throw deputyUnfit();
  }
}
