import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Department } from '../../src/organisation/department.entity.js';

let serial = 0;

export class DepartmentFactory {
  private constructor(private readonly values: Pick<Department, 'id' | 'name' | 'parentId'>) {}

  static new(): DepartmentFactory {
    return new DepartmentFactory({ id: uuid(), name: `示例单位 ${(serial += 1)}`, parentId: null });
  }

  named(name: string): DepartmentFactory {
    return new DepartmentFactory({ ...this.values, name });
  }

  below(parent: Department): DepartmentFactory {
    return new DepartmentFactory({ ...this.values, parentId: parent.id });
  }

  async insert(manager: EntityManager): Promise<Department> {
    await manager.insert(Department, this.values);
    return manager.findOneByOrFail(Department, { id: this.values.id });
  }
}
