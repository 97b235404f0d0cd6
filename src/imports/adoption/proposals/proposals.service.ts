import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Scope } from '../../../common/access/actor.js';
import { Contact } from '../../../organisation/contact.entity.js';
import { Section } from '../../../organisation/section.entity.js';
import { printedKey } from '../../../domain/printed/printed-key.js';
import type { Repair } from '../../repairs/repair.js';
import type { RepairableSheet } from '../../repairs/applied/repairable-draft.js';
import type { DocumentImport } from '../../document-import.entity.js';
import { SheetDepartments } from '../sheet-departments.service.js';
import type { ContactProposal, ListedProposal, Proposal } from './proposal.js';
import { type DepartmentFacts, proposalsOf } from './proposals-of.js';
import { proposalUnknown } from './take-proposals.js';

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

  /**
   * One after the other, as the sheets that are not adopted yet stand in the draft; a contact or section of several sheets is
   * proposed once, and of several contacts of a department one is its head. What was declined stays in the list.
   */
  async of(
    { draft, adoptedAt, adoption }: Pick<DocumentImport, 'draft' | 'adoptedAt' | 'adoption'>,
    scope: Scope,
    manager = this.dataSource.manager,
  ): Promise<ListedProposal[]> {
    if (adoptedAt) return [];
    const left = draft.sheets.filter(({ id }) => !adoption?.sheets?.includes(id));
    const named = new Map<string, ContactProposal[]>();
    const proposals: Proposal[] = [];
    const once = new Set<string>();
    const isOfOne = new Set(draft.sheets.map(({ department, departmentId }) => departmentId ?? department)).size === 1;
    for (const sheet of left) {
      const departmentId = await this.departments.find(sheet, scope, manager);
      const facts = departmentId === null ? NOTHING : await this.facts(manager, departmentId, sheet);
      const department = departmentId ?? sheet.department ?? '';
      const before = named.get(department) ?? [];
      const contacts = [...facts.contacts, ...before.map((one) => ({ ...one, email: one.email ?? '' }))];
      for (const proposal of proposalsOf(sheet, {
        ...facts,
        contacts,
        named: isOfOne ? draft.namedSections : undefined,
      })) {
        if (proposal.kind === 'contact') named.set(department, [...before, proposal]);
        const isMade = proposal.kind === 'section';
        const made = `${department} ${proposal.kind} ${isMade ? proposal.name : proposal.key}`;
        if (!once.has(made)) proposals.push(proposal);
        once.add(made);
      }
    }
    return proposals.map((proposal) => ({ ...proposal, declinedBy: draft.declined?.[proposal.key]?.by ?? null }));
  }

  /**
   * The repairs, where they decline something with what it says: it is kept, since nobody proposes it any more.
   * @throws DomainError `proposal-unknown`
   */
  async named(
    held: DocumentImport,
    repairs: readonly Repair[],
    scope: Scope,
    manager: EntityManager,
  ): Promise<readonly Repair[]> {
    if (!repairs.some(({ kind }) => kind === 'decline')) return repairs;
    const proposals = await this.of(held, scope, manager);
    return repairs.map((repair, place) => {
      if (repair.kind !== 'decline') return repair;
      const messages = repair.proposals.map((key, index) => {
        const proposal = proposals.find((other) => other.key === key);
        if (!proposal) throw proposalUnknown(`/repairs/${place}/proposals/${index}`);
        return proposal.message;
      });
      return { ...repair, messages };
    });
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
      owned.set(printedKey(name), (owned.get(printedKey(name)) ?? new Set()).add(sectionId));
    }
    const owners = [...owned].flatMap(([name, ids]) => {
      const [only, ...others] = ids;
      return only && others.length === 0 ? [[name, only] as const] : [];
    });
    return { sections, contacts, owners: new Map(owners) };
  }
}
