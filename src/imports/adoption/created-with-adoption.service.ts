import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { deleteVersioned } from '../../audit/versioned.js';
import { comparedName } from '../../domain/printed/department-name.js';
import type { Message } from '../../domain/domain-error.js';
import { Contact } from '../../organisation/contact.entity.js';
import { ContactsService } from '../../organisation/contacts.service.js';
import { Department } from '../../organisation/department.entity.js';
import { Section } from '../../organisation/section.entity.js';
import { SectionsService } from '../../organisation/sections.service.js';
import { Measure } from '../../targets/measures/measure.entity.js';
import type { RepairableSheet } from '../repairs/applied/repairable-draft.js';

/** What an adoption made beside its sheets; ids. */
export interface Created {
  readonly departmentIds: readonly string[];
  readonly sectionIds: readonly string[];
  readonly contactIds: readonly string[];
  readonly measureIds: readonly string[];
}

interface Kind {
  readonly entity: new () => { id: string; version: number };
  readonly of: keyof Created;
  readonly what: Message;
  /** Of a row `t`: nobody has changed it, nothing refers to it. */
  readonly unused: string;
}

/** In the order in which they can go. */
const KINDS: readonly Kind[] = [
  {
    ...{ entity: Measure, of: 'measureIds', what: { zh: '共用数据', en: 'measure' } },
    unused: 'NOT EXISTS (SELECT FROM indicator WHERE measure_id = t.id)',
  },
  {
    ...{ entity: Contact, of: 'contactIds', what: { zh: '联系人', en: 'contact' } },
    unused: `t.version = 1 AND t.user_id IS NULL AND NOT EXISTS (SELECT FROM contact WHERE deputy_id = t.id)
      AND NOT EXISTS (SELECT FROM notification WHERE contact_id = t.id) AND NOT EXISTS (SELECT FROM mail WHERE contact_id = t.id)
      AND NOT EXISTS (SELECT FROM chat_robot WHERE contact_id = t.id)`,
  },
  {
    ...{ entity: Section, of: 'sectionIds', what: { zh: '股室', en: 'section' } },
    unused: `t.version = 1 AND NOT EXISTS (SELECT FROM indicator WHERE section_id = t.id)
      AND NOT EXISTS (SELECT FROM measure WHERE section_id = t.id) AND NOT EXISTS (SELECT FROM contact WHERE section_id = t.id)
      AND NOT EXISTS (SELECT FROM app_user WHERE t.id = ANY (section_ids))`,
  },
  {
    ...{ entity: Department, of: 'departmentIds', what: { zh: '部门', en: 'department' } },
    unused: `t.version = 1 AND NOT EXISTS (SELECT FROM target_sheet WHERE department_id = t.id)
      AND NOT EXISTS (SELECT FROM section WHERE department_id = t.id) AND NOT EXISTS (SELECT FROM contact WHERE department_id = t.id)
      AND NOT EXISTS (SELECT FROM measure WHERE department_id = t.id) AND NOT EXISTS (SELECT FROM app_user WHERE department_id = t.id)
      AND NOT EXISTS (SELECT FROM department WHERE parent_id = t.id)
      AND NOT EXISTS (SELECT FROM department_alias WHERE t.id IN (department_id, within_id))
      AND NOT EXISTS (SELECT FROM document_import WHERE department_id = t.id)
      AND NOT EXISTS (SELECT FROM month_decision WHERE department_id = t.id)`,
  },
];

/** Sections and contacts that a draft names, which come with its adoption and go with its undoing. */
@Injectable()
export class CreatedWithAdoption {
  constructor(
    private readonly sections: SectionsService,
    private readonly contacts: ContactsService,
  ) {}

  /** Sections by name that the sheet needs and the department lacks. @returns all that it names, and the new ones */
  async makeSections(
    manager: EntityManager,
    departmentId: string,
    { sections, indicators }: RepairableSheet,
  ): Promise<{ readonly idOf: (name: string) => string | null; readonly made: string[] }> {
    const there = await manager.findBy(Section, { departmentId });
    const known = new Map(there.map(({ id, name }) => [comparedName(name), id]));
    const made: string[] = [];
    for (const name of [...sections, ...indicators.flatMap(({ section }) => section ?? [])]) {
      if (known.has(comparedName(name))) continue;
      const { id } = await this.sections.create(departmentId, { name }, manager);
      known.set(comparedName(name), id);
      made.push(id);
    }
    return { idOf: (name) => known.get(comparedName(name)) ?? null, made };
  }

  /** @returns the new one; none where somebody of that address stands there already */
  async makeContact(manager: EntityManager, departmentId: string, { contact }: RepairableSheet): Promise<string[]> {
    if (!contact) return [];
    const { email } = contact;
    const isThere = await manager.existsBy(Contact, { departmentId, email, active: true, sectionId: IsNull() });
    return isThere ? [] : [(await this.contacts.create({ ...contact, departmentId }, manager)).id];
  }

  /** What nobody has used or changed since goes; the rest stays. */
  async takeBack(manager: EntityManager, created: Created): Promise<void> {
    for (const { entity, of, what, unused } of KINDS) {
      const { tableName } = manager.dataSource.getMetadata(entity);
      const rows: { id: string; version: number }[] = await manager.query(
        `SELECT id, version FROM ${tableName} t WHERE id = ANY ($1) AND ${unused} ORDER BY id FOR UPDATE`,
        [created[of]],
      );
      for (const seen of rows) await deleteVersioned(manager, entity, seen, what);
    }
  }
}
