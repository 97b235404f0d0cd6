import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Department } from '../../src/organisation/department.entity.js';
import { Section } from '../../src/organisation/section.entity.js';

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

export class SectionFactory {
  private constructor(private readonly values: Pick<Section, 'id' | 'name' | 'departmentId'>) {}

  static of(department: Department): SectionFactory {
    return new SectionFactory({ id: uuid(), name: `股室 ${(serial += 1)}`, departmentId: department.id });
  }

  named(name: string): SectionFactory {
    return new SectionFactory({ ...this.values, name });
  }

  async insert(manager: EntityManager): Promise<Section> {
    await manager.insert(Section, this.values);
    return manager.findOneByOrFail(Section, { id: this.values.id });
  }
}
