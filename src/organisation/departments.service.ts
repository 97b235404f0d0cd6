import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Page, pageOf, type PageQuery } from '../common/http/page.js';
import { deleteVersioned, findById, updateVersioned } from '../database/versioned.js';
import { Department } from './department.entity.js';
import type { CreateDepartmentDto, UpdateDepartmentDto } from './dto/department.dto.js';

const WHAT = { zh: '部门', en: 'department' };

@Injectable()
export class DepartmentsService {
  constructor(private readonly dataSource: DataSource) {}

  async list({ limit, cursor }: PageQuery): Promise<Page<Department>> {
    const where = cursor ? { id: MoreThan(cursor) } : {};
    return pageOf(
      await this.dataSource.manager.find(Department, { where, order: { id: 'ASC' }, take: limit + 1 }),
      limit,
    );
  }

  find(id: string): Promise<Department> {
    return findById(this.dataSource.manager, Department, id, WHAT);
  }

  async create({ name, parentId = null }: CreateDepartmentDto): Promise<Department> {
    const id = uuid();
    await this.dataSource.manager.insert(Department, { id, name, parentId });
    return this.find(id);
  }

  update(id: string, version: number | null, changes: UpdateDepartmentDto): Promise<Department> {
    return updateVersioned(this.dataSource.manager, Department, { id, version }, changes, WHAT);
  }

  delete(id: string, version: number | null): Promise<void> {
    return deleteVersioned(this.dataSource.manager, Department, { id, version }, WHAT);
  }
}
