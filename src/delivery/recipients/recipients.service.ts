import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { AddresseesRepository } from './addressees.repository.js';
import type { Reader } from './addressee.js';
import { Directory } from './directory.js';

/** Who reads what: the one rule for planning and for sending. */
@Injectable()
export class RecipientsService {
  constructor(private readonly addressees: AddresseesRepository = new AddresseesRepository()) {}

  /** Everybody, for plans of that day. */
  async all(manager: EntityManager, date: LocalDate): Promise<Directory> {
    return (await this.allOn(manager))(date);
  }

  /** The same of any day: who is away differs, and nothing else. */
  async allOn(manager: EntityManager): Promise<(date: LocalDate) => Directory> {
    const everybody = await this.addressees.find(manager, null);
    return (date) => new Directory(everybody, date);
  }

  /** Where mails of these contacts go, by id: of those that are active and have an address. */
  async boxes(manager: EntityManager, contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.addressees.find(manager, contactIds);
    return new Map(found.filter(({ email }) => email !== '').map(({ id, email }) => [id, email]));
  }

  /** Who runs the machine, whether mail reaches them or not. */
  administrators(manager: EntityManager): Promise<Reader[]> {
    return this.addressees.ofRole(manager, 'system-administrator');
  }

  /** Who reads the audit log, likewise. */
  auditors(manager: EntityManager): Promise<Reader[]> {
    return this.addressees.ofRole(manager, 'auditor');
  }

  /** Owners of accounts, who need not be contacts. */
  accounts(manager: EntityManager, ids: readonly string[]): Promise<Reader[]> {
    return this.addressees.accounts(manager, ids);
  }

  /** These contacts as they are now, with whoever may stand in for them. */
  async of(manager: EntityManager, contactIds: readonly string[], date: LocalDate): Promise<Directory> {
    const contacts = await this.addressees.find(manager, contactIds);
    const known = new Set(contacts.map(({ id }) => id));
    const deputies = contacts.flatMap(({ deputyId }) => (deputyId === null || known.has(deputyId) ? [] : [deputyId]));
    const others = deputies.length === 0 ? [] : await this.addressees.find(manager, [...new Set(deputies)]);
    return new Directory([...contacts, ...others], date);
  }
}
