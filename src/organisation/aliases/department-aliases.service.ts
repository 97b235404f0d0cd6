import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { whoActs } from '../../common/access/acting.js';
import { inScope, isInScope, ownDepartment, type Scope } from '../../common/access/actor.js';
import { Clock } from '../../common/clock.js';
import { type Page, pageOf } from '../../common/http/page.js';
import { Configuration } from '../../config/configuration.js';
import { deleteVersioned, insertRow, updateVersioned } from '../../audit/versioned.js';
import { comparedName } from '../../domain/printed/department-name.js';
import { localTime } from '../../domain/calendar/working-days.js';
import { Department } from '../department.entity.js';
import type { AliasQuery } from '../dto/alias.dto.js';
import { DepartmentAlias } from './department-alias.entity.js';
import { type DepartmentMeaning, departmentMeaning } from './department-meaning.js';

const WHAT = { zh: '部门别名', en: 'department alias' };

/** Names that stand for a department beside its own. */
@Injectable()
export class DepartmentAliasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  async list({ limit, cursor, departmentId }: AliasQuery, scope: Scope): Promise<Page<DepartmentAlias>> {
    const query = this.dataSource
      .createQueryBuilder(DepartmentAlias, 'alias')
      .where(inScope<DepartmentAlias>(scope, 'departmentId'))
      .orderBy('alias.id')
      .take(limit + 1);
    if (departmentId) query.andWhere('alias.departmentId = :departmentId', { departmentId });
    if (cursor) query.andWhere('alias.id > :cursor', { cursor });
    return pageOf(await query.getMany(), limit);
  }

  /**
   * What printed names mean in a document that somebody of this scope brings in. A department outside it is none for them,
   * and neither is one that is only near in name to it.
   */
  async meanings(printed: readonly string[], scope: Scope, manager: EntityManager): Promise<DepartmentMeaning[]> {
    if (printed.length === 0) return [];
    const departments = await manager.find(Department, { select: { id: true, name: true }, order: { name: 'ASC' } });
    const own = scope.departments === 'all' ? [] : [inScope<DepartmentAlias>(scope, 'withinId')];
    const rows = await manager.find(DepartmentAlias, { where: [{ withinId: IsNull() }, ...own] });
    const aliases = rows.map(({ decidedBy: by, decidedAt, ...alias }) => {
      return { ...alias, by, on: localTime(decidedAt, this.configuration.TIME_ZONE).date };
    });
    return [...new Set(printed)].map((name) => {
      const meaning = departmentMeaning(name, departments, aliases);
      return { ...meaning, departments: meaning.departments.filter(({ id }) => isInScope(scope, id)) };
    });
  }

  /** From now on the printed name means this department, whatever it meant before. */
  async say(manager: EntityManager, name: string, departmentId: string, scope: Scope): Promise<void> {
    const [compared, withinId] = [comparedName(name), ownDepartment(scope)];
    const before = await this.said(manager, compared, withinId);
    if (before?.departmentId === departmentId) return;
    const decision = { departmentId, name, decidedBy: whoActs().name, decidedAt: this.clock.now() };
    if (before) await updateVersioned(manager, DepartmentAlias, before, decision, WHAT);
    else await insertRow(manager, DepartmentAlias, { id: uuid(), compared, kind: 'said', withinId, ...decision });
  }

  /** Nobody has said any longer that the printed name means this department. */
  async unsay(manager: EntityManager, name: string, departmentId: string, scope: Scope): Promise<void> {
    const before = await this.said(manager, comparedName(name), ownDepartment(scope));
    if (before?.departmentId === departmentId) await deleteVersioned(manager, DepartmentAlias, before, WHAT);
  }

  /** Documents of the time before still say the former name. */
  async keepFormer(manager: EntityManager, { id: departmentId, name }: Department): Promise<void> {
    const former = { departmentId, compared: comparedName(name), kind: 'former' as const };
    if (await manager.existsBy(DepartmentAlias, former)) return;
    const decision = { name, decidedBy: whoActs().name, decidedAt: this.clock.now(), withinId: null };
    await insertRow(manager, DepartmentAlias, { id: uuid(), ...former, ...decision });
  }

  remove(id: string, version: number | null): Promise<void> {
    return deleteVersioned(this.dataSource.manager, DepartmentAlias, { id, version }, WHAT);
  }

  private said(manager: EntityManager, compared: string, withinId: string | null): Promise<DepartmentAlias | null> {
    return manager.findOneBy(DepartmentAlias, { kind: 'said', compared, withinId: withinId ?? IsNull() });
  }
}
