import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { inScope, type Scope } from '../common/access/actor.js';
import { type Page, pageOf, type PageQuery } from '../common/http/page.js';
import { NotFoundError } from '../domain/domain-error.js';
import { deleteVersioned, findById, insertRow, updateVersioned } from '../audit/versioned.js';
import { DepartmentAliasesService } from './aliases/department-aliases.service.js';
import { Department } from './department.entity.js';
import type { CreateDepartmentDto, UpdateDepartmentDto } from './dto/department.dto.js';
import { departmentCycle, departmentDisabled } from './errors.js';
import { refuseTwin } from './twins.js';

const WHAT = { zh: '部门', en: 'department' };

@Injectable()
export class DepartmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly aliases: DepartmentAliasesService,
  ) {}

  exist(manager = this.dataSource.manager): Promise<boolean> {
    return manager.exists(Department);
  }

  async list({ limit, cursor }: PageQuery, scope: Scope): Promise<Page<Department>> {
    const query = this.dataSource
      .createQueryBuilder(Department, 'department')
      .orderBy('department.id')
      .take(limit + 1);
    query.where(inScope<Department>(scope, 'id'));
    if (cursor) query.andWhere('department.id > :cursor', { cursor });
    return pageOf(await query.getMany(), limit);
  }

  find(id: string, manager = this.dataSource.manager): Promise<Department> {
    return findById(manager, Department, id, WHAT);
  }

  /** As `find`, for something new. @throws DomainError `department-disabled` */
  async findInUse(id: string, manager = this.dataSource.manager): Promise<Department> {
    const department = await this.find(id, manager);
    if (department.disabled) throw departmentDisabled(department.name);
    return department;
  }

  async create({ name, parentId = null }: CreateDepartmentDto, manager = this.dataSource.manager): Promise<Department> {
    const department = { id: uuid(), name, parentId };
    await refuseTwin(manager, Department, department);
    return insertRow(manager, Department, department);
  }

  /** @throws NotFoundError that names it */
  async idOf(name: string): Promise<string> {
    const department = await this.findByName(this.dataSource.manager, name);
    if (!department) throw new NotFoundError({ zh: `部门“${name}”`, en: `department “${name}”` });
    return department.id;
  }

  findByName(manager: EntityManager, name: string): Promise<Department | null> {
    return manager.findOneBy(Department, { name });
  }

  async update(id: string, version: number | null, changes: UpdateDepartmentDto): Promise<Department> {
    if (changes.parentId) await this.checkParent(id, changes.parentId);
    return this.dataSource.transaction(async (manager) => {
      const before = await this.find(id, manager);
      if (changes.name) await refuseTwin(manager, Department, { id, name: changes.name });
      const after = await updateVersioned(manager, Department, { id, version }, changes, WHAT);
      if (after.name !== before.name) await this.aliases.keepFormer(manager, before);
      return after;
    });
  }

  delete(id: string, version: number | null): Promise<void> {
    return deleteVersioned(this.dataSource.manager, Department, { id, version }, WHAT);
  }

  /** A department below itself would make the tree a ring. */
  private async checkParent(id: string, parentId: string): Promise<void> {
    const [found]: unknown[] = await this.dataSource.query(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id FROM department WHERE id = $2
         UNION SELECT d.id, d.parent_id FROM department d JOIN above ON d.id = above.parent_id
       ) SELECT 1 FROM above WHERE id = $1`,
      [id, parentId],
    );
    if (found) throw departmentCycle();
  }
}
