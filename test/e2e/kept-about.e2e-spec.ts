import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';
import type { KeptAbout } from '../../src/kept-about/kept-about.service.js';

describe('what is kept about a person', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('is exported for the security administrator, without secrets and without others, and that is audited', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { user } = await UserFactory.as('department-head').of(department).insert(app.manager);
    await ContactFactory.of(department).at('zhang.shifan@example.org').insert(app.manager);
    await app.manager.query('UPDATE contact SET user_id = $1, phone = $2', [user.id, '13800000000']);
    await ContactFactory.of(department).at('somebody.else@example.org').insert(app.manager);
    await new Browser(app).beginAs(user);

    const path = `/users/${user.id}/kept-data`;
    const { status, headers, body } = await app.request<KeptAbout>('GET', path, { as: 'security-administrator' });
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="kept-data.json"']);
    const rowsOf = (kind: string) => body.parts.find((part) => part.kind === kind)?.rows;
    expect(rowsOf('account')).toMatchObject([{ username: user.username, role: 'department-head' }]);
    expect(rowsOf('contacts')).toMatchObject([{ email: 'zhang.shifan@example.org', phone: '13800000000' }]);
    expect(rowsOf('sessions')).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/somebody\.else|hash|secret/i);
    expect(
      await app.manager.query(`SELECT subject_id AS id FROM audit_event WHERE action = 'app_user.exported'`),
    ).toEqual([{ id: user.id }]);
    const nobody = `/users/${department.id}/kept-data`;
    expect((await app.request('GET', nobody, { as: 'security-administrator' })).status).toBe(404);
    expect((await app.request('GET', path, { as: 'auditor' })).status).toBe(403);
  });
});
