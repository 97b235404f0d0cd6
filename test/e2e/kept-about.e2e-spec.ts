import { readFileSync } from 'node:fs';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, TestApp } from '../support/test-app.js';
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

  it('is for everybody to take themselves: theirs and nobody else’s, in a session, and that is audited as theirs', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const own = { department, email: 'own@example.org' };
    const { user, token } = await UserFactory.as('reporter').of(own.department).at(own.email).insert(app.manager);
    const { user: other } = await UserFactory.as('reporter').of(department).at('other@example.org').insert(app.manager);
    await new Browser(app).beginAs(other);
    for (const one of [user, (await UserFactory.as('auditor').insert(app.manager)).user]) {
      const browser = await new Browser(app).beginAs(one);
      const { status, headers, body } = await browser.request<KeptAbout>('GET', '/session/kept-data');
      expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="kept-data.json"']);
      expect(body.parts[0]).toMatchObject({ kind: 'account', rows: [{ username: one.username }] });
      expect(body.parts.find(({ kind }) => kind === 'sessions')!.rows).toHaveLength(1);
      for (const foreign of [other.username, other.id, 'other@example.org'])
        expect(JSON.stringify(body)).not.toContain(foreign);
      const [line] = await app.manager.query<object[]>(
        `SELECT actor_id, subject_id FROM audit_event WHERE action = 'app_user.exported' ORDER BY position DESC LIMIT 1`,
      );
      expect(line).toEqual({ actor_id: one.id, subject_id: one.id });
    }
    expect((await app.request('GET', '/session/kept-data', { as: null })).status).toBe(401);
    const byToken = await app.request('GET', '/session/kept-data', { headers: bearer(token) });
    expect(byToken).toMatchObject({ status: 403, body: { code: 'not-with-token' } });
  });

  it('is taken five times a minute at most', async () => {
    const { user } = await UserFactory.as('viewer').insert(app.manager);
    const browser = await new Browser(app).beginAs(user);
    const statuses = [];
    for (let left = 6; left > 0; left -= 1) statuses.push((await browser.request('GET', '/session/kept-data')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await (await new Browser(app).beginAs((await UserFactory.as('viewer').insert(app.manager)).user)).request('GET', '/session/kept-data')).status).toBe(200); // prettier-ignore
  });

  it('is whole: whatever belongs to an account is among it, or stands here with why not', async () => {
    const WHY_NOT: Readonly<Record<string, string>> = {
      passkey_challenge: 'a random number, for five minutes',
      sign_in_step: 'half a sign-in, for ten minutes',
    };
    const rows: { name: string }[] = await app.manager.query(
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'app_user'::regclass`,
    );
    const source = readFileSync('src/kept-about/kept-about.service.ts', 'utf8');
    expect(rows.length).toBeGreaterThan(8);
    const lacking = rows.map(({ name }) => name).filter((name) => !new RegExp(`FROM\\s+${name}\\b`).test(source));
    expect(lacking.filter((name) => !(name in WHY_NOT))).toEqual([]);
  });
});
