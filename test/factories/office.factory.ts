import type { EntityManager } from 'typeorm';
import type { Contact } from '../../src/organisation/contact.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { ContactFactory } from './contact.factory.js';
import { DepartmentFactory } from './department.factory.js';
import { SectionFactory } from './section.factory.js';
import { EntryFactory } from './entry.factory.js';
import { IndicatorFactory } from './indicator.factory.js';
import { SheetFactory } from './sheet.factory.js';

const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

export interface Office {
  readonly department: Department;
  readonly section: Section;
  readonly reporter: Contact;
  readonly head: Contact;
  readonly performanceOffice: Contact;
  readonly sheetId: string;
  readonly indicatorId: string;
}

/** A department with a section, its reporter, its head and the performance office, whose one indicator 报送信息 owes one month. */
export class OfficeFactory {
  private constructor(
    private readonly owedFrom: string,
    private readonly domain = 'example.org',
  ) {}

  /** All months before it are approved. */
  static owing(month: string): OfficeFactory {
    return new OfficeFactory(month);
  }

  /** The usual people are the same in every office: an address is a person. */
  withPeopleAt(domain: string): OfficeFactory {
    return new OfficeFactory(this.owedFrom, domain);
  }

  async insert(manager: EntityManager): Promise<Office> {
    const department = await DepartmentFactory.new().insert(manager);
    const section = await SectionFactory.of(department).named('综合股').insert(manager);
    const contact = ContactFactory.of(department);
    const reporter = await contact.reportingFor(section).named('填报人').at(`reporter@${this.domain}`).insert(manager);
    const head = await ContactFactory.of(department)
      .as('head')
      .named('负责人')
      .at(`head@${this.domain}`)
      .insert(manager);
    const office = ContactFactory.of(department).as('office').named('绩效办').at(`office@${this.domain}`);
    const performanceOffice = await office.insert(manager);
    const indicator = IndicatorFactory.new().named('报送信息').ownedBy(section);
    const { sheet, indicatorIds } = await SheetFactory.of(department).indicators(indicator).insert(manager);
    const indicatorId = indicatorIds[0]!;
    for (const month of MONTHS) if (month < this.owedFrom) await EntryFactory.of(indicatorId, month).insert(manager);
    return { department, section, reporter, head, performanceOffice, sheetId: sheet.id, indicatorId };
  }
}
