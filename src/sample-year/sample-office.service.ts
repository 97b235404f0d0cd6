import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type FirstAccount, FirstAccountsService } from '../auth/users/first-accounts.service.js';
import { ContactsService } from '../organisation/contacts.service.js';
import { DepartmentsService } from '../organisation/departments.service.js';
import { SectionsService } from '../organisation/sections.service.js';
import { GoalsService } from '../targets/goals/goals.service.js';
import { IndicatorsService } from '../targets/indicators/indicators.service.js';
import { TargetSheetsService } from '../targets/sheets/target-sheets.service.js';
import type { SampleSheet, SampleYear } from './sample-year.js';

/** The people of the sample year, and what they added to its published sheets. */
@Injectable()
export class SampleOfficeService {
  constructor(
    private readonly departments: DepartmentsService,
    private readonly sections: SectionsService,
    private readonly contacts: ContactsService,
    private readonly accounts: FirstAccountsService,
    private readonly sheets: TargetSheetsService,
    private readonly indicators: IndicatorsService,
    private readonly goals: GoalsService,
  ) {}

  /** Whether the installation is empty. */
  async isMissing(manager: EntityManager): Promise<boolean> {
    return !(await this.departments.exist(manager));
  }

  /** @returns ids of the sections by name, and the accounts of the people. */
  async create(
    manager: EntityManager,
    year: SampleYear,
  ): Promise<{ sections: Map<string, string>; accounts: FirstAccount[] }> {
    // The months that are taken over lie long back: they must not close by themselves before.
    const department = { name: year.department, closesAfter: 0 };
    const { id: departmentId } = await this.departments.create(department, manager);
    const sections = new Map<string, string>();
    for (const name of year.sections)
      sections.set(name, (await this.sections.create(departmentId, { name }, manager)).id);
    const users = year.users.map(({ section, ...user }) => ({
      ...user,
      departmentId: user.role === 'performance-office' ? null : departmentId,
      sectionIds: section === null ? [] : [sections.get(section) ?? ''],
    }));
    const accounts = await this.accounts.createAll(manager, users);
    for (const { section, ...contact } of year.contacts) {
      const sectionId = section === null ? null : (sections.get(section) ?? null);
      const account = accounts[users.findIndex(({ email }) => email === contact.email)];
      await this.contacts.create({ ...contact, departmentId, sectionId, userId: account?.userId }, manager);
    }
    return { sections, accounts };
  }

  /** Adds the commitments and says which indicators show a goal. @returns ids of all indicators, in order. */
  async completeSheet(
    manager: EntityManager,
    sheetId: string,
    { commitments, goals }: SampleSheet,
    sections: ReadonlyMap<string, string>,
  ): Promise<string[]> {
    const { fiscalYear } = await this.sheets.find(sheetId, manager);
    for (const { owner, ...commitment } of commitments) {
      const made = { ...commitment, sectionId: sections.get(owner), firstMonth: `${fiscalYear}-01` };
      await this.indicators.addCommitment(sheetId, made, manager);
    }
    const sheet = await this.sheets.find(sheetId, manager);
    const ids = sheet.indicators.map(({ id }) => id);
    for (const [place, goal] of sheet.goals.entries()) {
      await this.goals.link(
        goal.id,
        goal.version,
        (goals[place] ?? []).flatMap((indicator) => ids[indicator] ?? []),
        manager,
      );
    }
    return ids;
  }
}
