import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { inScope, type Scope } from '../common/access/actor.js';
import { type Page, pageOf, type PageQuery } from '../common/http/page.js';
import { DomainError } from '../domain/domain-error.js';
import { deleteVersioned, findById, insertRow, updateVersioned } from '../database/versioned.js';
import { Contact, type ContactDuty } from './contact.entity.js';
import type { CreateContactDto, UpdateContactDto } from './dto/contact.dto.js';
import { SectionsService } from './sections.service.js';

const WHAT = { zh: '联系人', en: 'contact' };

/** The account that takes a contact over. */
export interface Successor {
  readonly id: string;
  readonly displayName: string;
  readonly email: string | null;
}

@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sections: SectionsService,
  ) {}

  async list({ limit, cursor }: PageQuery, scope: Scope): Promise<Page<Contact>> {
    const where = { ...inScope<Contact>(scope, 'departmentId'), ...(cursor && { id: MoreThan(cursor) }) };
    return pageOf(await this.dataSource.manager.find(Contact, { where, order: { id: 'ASC' }, take: limit + 1 }), limit);
  }

  find(id: string, manager = this.dataSource.manager): Promise<Contact> {
    return findById(manager, Contact, id, WHAT);
  }

  /** The active contacts of a department who have one of these duties. */
  withDuty(departmentId: string, duties: readonly ContactDuty[]): Promise<Contact[]> {
    const where = { departmentId, active: true, duty: In(duties) };
    return this.dataSource.manager.find(Contact, { where, order: { id: 'ASC' } });
  }

  /** The successor's name and address where the former one's stood. @returns how many contacts changed hands. */
  async handOver(manager: EntityManager, formerUserId: string, successor: Successor): Promise<number> {
    const { id: userId, displayName: name, email } = successor;
    const changes = { userId, name, ...(email && { email }), version: () => 'version + 1' };
    const { affected } = await manager.update(Contact, { userId: formerUserId }, changes);
    return affected ?? 0;
  }

  async create(contact: CreateContactDto, manager = this.dataSource.manager): Promise<Contact> {
    if (contact.sectionId) await this.sections.find(contact.departmentId, contact.sectionId, manager);
    return insertRow(manager, Contact, { ...contact, id: uuid() });
  }

  async update(id: string, version: number | null, changes: UpdateContactDto): Promise<Contact> {
    const { departmentId } = await this.find(id);
    if (changes.sectionId) await this.sections.find(departmentId, changes.sectionId);
    if (changes.deputyId) await this.checkDeputy(id, departmentId, changes.deputyId);
    return updateVersioned(this.dataSource.manager, Contact, { id, version }, changes, WHAT);
  }

  delete(id: string, version: number | null): Promise<void> {
    return deleteVersioned(this.dataSource.manager, Contact, { id, version }, WHAT);
  }

  private async checkDeputy(id: string, departmentId: string, deputyId: string): Promise<void> {
    const deputy = await this.find(deputyId);
    if (deputyId !== id && deputy.departmentId === departmentId && deputy.active) return;
    const messages = {
      zh: '代理人须是同一部门的另一位在用联系人。',
      en: 'The deputy must be another active contact of the department.',
    };
    throw new DomainError('deputy-unfit', messages, [
      { code: 'deputy-unfit', pointer: '/deputyId', message: messages },
    ]);
  }
}
