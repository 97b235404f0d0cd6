import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { User } from '../../src/auth/users/user.entity.js';
import { Contact, type ContactDuty } from '../../src/organisation/contact.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';

type Values = Omit<Contact, 'version' | 'department' | 'section' | Absence> &
  Partial<Pick<Contact, Exclude<Absence, 'deputy'>>>;
type Absence = 'userId' | 'deputyId' | 'deputy' | 'awayFrom' | 'awayUntil';

let serial = 0;

export class ContactFactory {
  private constructor(private readonly values: Values) {}

  /** A reporter of the whole department until it is told otherwise. */
  static of(department: Department): ContactFactory {
    serial += 1;
    return new ContactFactory({
      id: uuid(),
      departmentId: department.id,
      sectionId: null,
      name: `联系人 ${serial}`,
      email: `contact${serial}@example.org`,
      phone: null,
      duty: 'reporter',
      language: 'zh',
      active: true,
    });
  }

  named(name: string): ContactFactory {
    return this.with({ name });
  }

  at(email: string): ContactFactory {
    return this.with({ email });
  }

  reportingFor(section: Section): ContactFactory {
    return this.with({ duty: 'reporter', sectionId: section.id });
  }

  as(duty: ContactDuty): ContactFactory {
    return this.with({ duty });
  }

  reading(language: Contact['language']): ContactFactory {
    return this.with({ language });
  }

  boundTo({ id: userId }: User): ContactFactory {
    return this.with({ userId });
  }

  awayWith({ id: deputyId }: Contact, awayFrom: string, awayUntil: string): ContactFactory {
    return this.with({ deputyId, awayFrom, awayUntil });
  }

  inactive(): ContactFactory {
    return this.with({ active: false });
  }

  async insert(manager: EntityManager): Promise<Contact> {
    await manager.insert(Contact, this.values);
    return manager.findOneByOrFail(Contact, { id: this.values.id });
  }

  private with(changes: Partial<Values>): ContactFactory {
    return new ContactFactory({ ...this.values, ...changes });
  }
}
