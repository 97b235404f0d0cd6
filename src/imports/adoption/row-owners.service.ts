import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../../common/access/actor.js';
import { errorAt, NotFoundError } from '../../domain/domain-error.js';
import { SectionsService } from '../../organisation/sections.service.js';
import type { MadeRepair } from '../repairs/applied/apply-repairs.js';
import type { RepairableDraft, RepairableRow } from '../repairs/applied/repairable-draft.js';
import { SheetDepartments } from './sheet-departments.service.js';

interface OwnedRow {
  readonly name: string;
  readonly sectionId: string | null;
  readonly pointer: string;
}

/** A row belongs to a section of the department of its sheet. */
@Injectable()
export class RowOwners {
  constructor(
    private readonly sections: SectionsService,
    private readonly departments: SheetDepartments,
  ) {}

  /** @throws DomainError `not-found` at the first row that belongs to a section of another department */
  async check(manager: EntityManager, departmentId: string, rows: readonly OwnedRow[]): Promise<void> {
    for (const owner of new Set(rows.flatMap(({ sectionId }) => sectionId ?? []))) {
      const row = rows.find(({ sectionId }) => sectionId === owner);
      await this.sections.find(departmentId, owner, manager).catch((error: unknown) => {
        throw error instanceof NotFoundError && row ? foreign(row) : error;
      });
    }
  }

  /** As `check`, of the rows that repairs have given to somebody; of a department that nobody knows yet, the adoption does. */
  async checkRepaired(
    manager: EntityManager,
    { sheets }: RepairableDraft,
    made: readonly MadeRepair[],
    scope: Scope,
  ): Promise<void> {
    const given = new Map(made.flatMap(({ changes }, place) => changes.flatMap((change) => givenRow(change, place))));
    for (const sheet of sheets) {
      const rows = sheet.indicators.flatMap((row) => {
        const place = given.get(row.id);
        return place === undefined ? [] : [ownedRow(row, place)];
      });
      const departmentId = rows.length === 0 ? null : await this.departments.find(sheet, scope, manager);
      if (departmentId !== null) await this.check(manager, departmentId, rows);
    }
  }
}

/** Its id, and the place of the repair. */
function givenRow({ row, field, to }: MadeRepair['changes'][number], place: number): (readonly [string, number])[] {
  const isGiven = field === 'sectionId' || (field === 'row' && (to as RepairableRow | null)?.sectionId);
  return row !== null && isGiven ? [[row, place]] : [];
}

const ownedRow = ({ name, sectionId }: RepairableRow, place: number): OwnedRow => ({
  ...{ name, sectionId },
  pointer: `/repairs/${place}/fields/sectionId`,
});

const foreign = ({ name, pointer }: OwnedRow) =>
  errorAt(pointer, 'not-found', 'not-found', {
    zh: `“${name}”的责任股室不在这张表的部门里，请另选。`,
    en: `The section of “${name}” does not belong to the department of the sheet; choose another.`,
  });
