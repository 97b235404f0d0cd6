import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isInScope, type Scope } from '../../common/access/actor.js';
import { DomainError, type Message } from '../../domain/domain-error.js';
import { DepartmentAliasesService } from '../../organisation/aliases/department-aliases.service.js';
import { DepartmentsService } from '../../organisation/departments.service.js';
import type { NamedSheet } from '../doubts/department-alias.js';

/** Whose sheet it is that a document prints. */
@Injectable()
export class SheetDepartments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: DepartmentsService,
    private readonly aliases: DepartmentAliasesService,
  ) {}

  /** The department that there is; null: none of the caller's, or one that only a person can choose among several. */
  async find(sheet: NamedSheet, scope: Scope, manager = this.dataSource.manager): Promise<string | null> {
    const [only, ...others] = await this.meant(manager, sheet, scope);
    return only !== undefined && others.length === 0 ? only : null;
  }

  /**
   * The performance office may bring in new departments; a head adopts for departments of its own. `place` of the sheet in
   * the draft, from 0. @throws DomainError `department-ambiguous`, `foreign-department`
   */
  async findOrCreate(
    manager: EntityManager,
    sheet: NamedSheet,
    place: number,
    scope: Scope,
  ): Promise<{ readonly id: string; readonly isNew: boolean }> {
    const [found, ...others] = await this.meant(manager, sheet, scope);
    const name = sheet.department ?? '';
    if (others.length > 0) throw refused('department-ambiguous', place, SEVERAL(name));
    if (found) return { id: found, isNew: false };
    if (scope.departments !== 'all' || sheet.departmentId !== null) {
      throw refused('foreign-department', place, FOREIGN(name));
    }
    const { id } = await this.departments.create({ name }, manager);
    return { id, isNew: true };
  }

  private async meant(
    manager: EntityManager,
    { department, departmentId, departmentAsPrinted }: NamedSheet,
    scope: Scope,
  ): Promise<string[]> {
    if (departmentId !== null) return isInScope(scope, departmentId) ? [departmentId] : [];
    if (department === null) return [];
    if (departmentAsPrinted) {
      const called = await this.departments.findByName(manager, department);
      return called && isInScope(scope, called.id) ? [called.id] : [];
    }
    const [meaning] = await this.aliases.meanings([department], scope, manager);
    return (meaning?.departments ?? []).map(({ id }) => id);
  }
}

const SEVERAL = (name: string): Message => ({
  zh: `“${name}”可能是几个部门，请先选定。`,
  en: `“${name}” may be one of several departments; say first which one it is.`,
});
const FOREIGN = (name: string): Message => ({
  zh: `“${name}”不是您的部门，不能采用这张表。`,
  en: `“${name}” is not your department; you cannot adopt this sheet.`,
});

function refused(code: string, place: number, message: Message): DomainError {
  return new DomainError('unfit', code, message, [{ code, pointer: `/sheets/${place}/department`, message }]);
}
