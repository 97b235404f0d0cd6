import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Page, pageOf, type PageQuery } from '../common/http/page.js';
import { deleteVersioned, findById, updateVersioned } from '../database/versioned.js';
import { Contact, type ContactDuty } from './contact.entity.js';
import type { CreateContactDto, UpdateContactDto } from './dto/contact.dto.js';
import { SectionsService } from './sections.service.js';

const WHAT = { zh: '联系人', en: 'contact' };

@Injectable()
export class ContactsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sections: SectionsService,
  ) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<Contact>> {
    const where = cursor ? { id: MoreThan(cursor) } : {};
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

  async create(contact: CreateContactDto, manager = this.dataSource.manager): Promise<Contact> {
    if (contact.sectionId) await this.sections.find(contact.departmentId, contact.sectionId, manager);
    const id = uuid();
    await manager.insert(Contact, { ...contact, id });
    return this.find(id, manager);
  }

  async update(id: string, version: number | null, changes: UpdateContactDto): Promise<Contact> {
    const { departmentId } = await this.find(id);
    if (changes.sectionId) await this.sections.find(departmentId, changes.sectionId);
    return updateVersioned(this.dataSource.manager, Contact, { id, version }, changes, WHAT);
  }

  delete(id: string, version: number | null): Promise<void> {
    return deleteVersioned(this.dataSource.manager, Contact, { id, version }, WHAT);
  }
}
