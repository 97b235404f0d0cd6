import { OfficeFactory } from '../factories/office.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import type { FirstSteps } from '../../src/first-steps/first-steps.service.js';
import { TestApp } from '../support/test-app.js';

describe('the first steps of an installation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const standing = () => app.read<FirstSteps>('/first-steps', 'performance-office');

  it('are counted from the data: nothing at first, then what is there and what lacks', async () => {
    await app.clear();
    expect(await standing()).toMatchObject({
      fiscalYear: 2026,
      missingYears: [2027],
      officeAccounts: 1,
      departments: 0,
      sections: 0,
      contacts: 0,
      sheets: 0,
      indicators: 0,
      openDrafts: 0,
      mailTest: null,
    });
    await OfficeFactory.owing('2026-10').insert(app.manager);
    const silent = await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.manager.query(
      `UPDATE contact c SET email = repeat(' ', r.place), user_id = NULL
       FROM (SELECT id, row_number() OVER ()::int AS place FROM contact) r
       WHERE r.id = c.id AND c.department_id = $1`,
      [silent.department.id],
    );
    await app.manager.query(
      `UPDATE indicator SET section_id = NULL
       WHERE sheet_id IN (SELECT id FROM target_sheet WHERE department_id = $1)`,
      [silent.department.id],
    );
    const found = await standing();
    expect(found).toMatchObject({ departments: 2, departmentsWithoutContact: 1, sheets: 2 });
    expect(found.contactsWithoutAddress * 2).toBe(found.contacts);
    expect(found.indicatorsWithoutOwner * 2).toBe(found.indicators);
    expect(found.indicators).toBeGreaterThan(0);
    expect(found).toMatchObject({ reporterAccounts: 0, headAccounts: 0 });
    const { department, section } = silent;
    await UserFactory.as('reporter').of(department).insert(app.manager); // of no section: nothing to enter
    expect(await standing()).toMatchObject({ reporterAccounts: 0, headAccounts: 0 });
    await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager);
    await UserFactory.as('department-head').of(department).insert(app.manager);
    expect(await standing()).toMatchObject({ reporterAccounts: 1, headAccounts: 1 });
  });
});
