import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Department } from '../../src/organisation/department.entity.js';
import { Section } from '../../src/organisation/section.entity.js';

let serial = 0;

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
