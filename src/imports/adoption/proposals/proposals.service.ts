import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../../../common/access/actor.js';
import { Contact } from '../../../organisation/contact.entity.js';
import { Section } from '../../../organisation/section.entity.js';
import type { RepairableDraft, RepairableSheet } from '../../repairs/repairable-draft.js';
import { SheetDepartments } from '../sheet-departments.service.js';
import type { Proposal } from './proposal.js';
import { type DepartmentFacts, indicatorKey, proposalsOf } from './proposals-of.js';

const NOTHING: DepartmentFacts = { sections: [], contacts: [], owners: new Map() };

// Of the latest year before, in which the department had a sheet.
const OWNERS = `
  SELECT i.name, i.section_id AS "sectionId" FROM indicator i JOIN target_sheet s ON s.id = i.sheet_id
  WHERE s.department_id = $1 AND s.fiscal_year = (
    SELECT max(fiscal_year) FROM target_sheet WHERE department_id = $1 AND fiscal_year < $2)`;

/** What an adoption could take from a document beyond its sheets: sections, contact, owners, links of goals. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: SheetDepartments,
  ) {}

  /** One after the other, as their sheets stand in the draft; a contact or section of several sheets is proposed once. */
  async of(draft: RepairableDraft, scope: Scope, manager = this.dataSource.manager): Promise<Proposal[]> {
    const proposals: Proposal[] = [];
    const once = new Set<string>();
    for (const sheet of draft.sheets) {
      const departmentId = await this.departments.find(sheet, scope, manager);
      const facts = departmentId === null ? NOTHING : await this.facts(manager, departmentId, sheet);
      for (const proposal of proposalsOf(sheet, facts)) {
        const isMade = proposal.kind === 'section' || proposal.kind === 'contact';
        const made = `${departmentId ?? sheet.department ?? ''} ${proposal.kind} ${isMade ? proposal.name : proposal.key}`;
        if (!once.has(made)) proposals.push(proposal);
        once.add(made);
      }
    }
    return proposals;
  }

  private async facts(
    manager: EntityManager,
    departmentId: string,
    { fiscalYear }: RepairableSheet,
  ): Promise<DepartmentFacts> {
    const sections = await manager.find(Section, { where: { departmentId }, order: { id: 'ASC' } });
    const contacts = await manager.find(Contact, { where: { departmentId, active: true } });
    const rows: { name: string; sectionId: string | null }[] = await manager.query(OWNERS, [departmentId, fiscalYear]);
    const owned = new Map<string, Set<string | null>>();
    for (const { name, sectionId } of rows) {
      owned.set(indicatorKey(name), (owned.get(indicatorKey(name)) ?? new Set()).add(sectionId));
    }
    const owners = [...owned].flatMap(([name, ids]) => {
      const [only, ...others] = ids;
      return only && others.length === 0 ? [[name, only] as const] : [];
    });
    return { sections, contacts, owners: new Map(owners) };
  }
}
