import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Page, pageOf, type PageQuery } from '../common/http/page.js';
import { DomainError } from '../domain/domain-error.js';
import { deleteVersioned, findById, updateVersioned } from '../database/versioned.js';
import { Department } from './department.entity.js';
import type { CreateDepartmentDto, UpdateDepartmentDto } from './dto/department.dto.js';

const WHAT = { zh: '部门', en: 'department' };

@Injectable()
export class DepartmentsService {
  constructor(private readonly dataSource: DataSource) {}

  exist(manager = this.dataSource.manager): Promise<boolean> {
    return manager.exists(Department);
  }

  async list({ limit, cursor }: PageQuery): Promise<Page<Department>> {
    const where = cursor ? { id: MoreThan(cursor) } : {};
    return pageOf(
      await this.dataSource.manager.find(Department, { where, order: { id: 'ASC' }, take: limit + 1 }),
      limit,
    );
  }

  find(id: string, manager = this.dataSource.manager): Promise<Department> {
    return findById(manager, Department, id, WHAT);
  }

  async create({ name, parentId = null }: CreateDepartmentDto, manager = this.dataSource.manager): Promise<Department> {
    const id = uuid();
    await manager.insert(Department, { id, name, parentId });
    return this.find(id, manager);
  }

  /** The department of that name, in the caller's transaction. @returns its id */
  async findOrCreate(manager: EntityManager, name: string): Promise<string> {
    await manager.createQueryBuilder().insert().into(Department).values({ id: uuid(), name }).orIgnore().execute();
    return (await manager.findOneByOrFail(Department, { name })).id;
  }

  async update(id: string, version: number | null, changes: UpdateDepartmentDto): Promise<Department> {
    if (changes.parentId) await this.checkParent(id, changes.parentId);
    return updateVersioned(this.dataSource.manager, Department, { id, version }, changes, WHAT);
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
    if (!found) return;
    const messages = {
      zh: '部门不能隶属于自己或自己的下级部门。',
      en: 'A department cannot stand below itself or below one of its own.',
    };
    throw new DomainError('department-cycle', messages, [
      { code: 'department-cycle', pointer: '/parentId', message: messages },
    ]);
  }
}
