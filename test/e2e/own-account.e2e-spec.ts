import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { SignInStep } from '../../src/auth/sign-in/sign-in-step.entity.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { UserFactory } from '../factories/user.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, ifMatch, PASSWORD, type ProblemDetails, TestApp } from '../support/test-app.js';

describe('the security administrator', () => {
  let app: TestApp;
  let user: User;
  let token: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const passwordHash = await app.get(Passwords).hash(PASSWORD);
    const administrator = UserFactory.as('security-administrator').signingInWith(passwordHash);
    ({ user, token } = await administrator.insert(app.manager));
  });

  const change = (id: string, body: object) =>
    app.request('PATCH', `/users/${id}`, {
      body: { current: PASSWORD, ...body },
      headers: { ...bearer(token), ...ifMatch(1) },
    });

  it.each([
    { role: 'performance-office' },
    { role: 'viewer', departmentId: 'ours' },
    { departmentId: null },
    { sectionIds: [] },
    { disabled: true },
    { disabled: false },
    { displayName: '审计员', role: 'auditor' },
  ])('does not change their own role, place or state: %j', async (changes) => {
    const { id: departmentId } = await DepartmentFactory.new().insert(app.manager);
    const body = 'departmentId' in changes && changes.departmentId ? { ...changes, departmentId } : changes;
    const answer = await change(user.id, body);
    expect(answer).toMatchObject({ status: 403, body: { code: 'own-account' } });
    expect(answer.body.title).toContain('另一位安全管理员');
    expect(await app.manager.findOneByOrFail<User>('app_user', { id: user.id })).toEqual(user);
  });

  it('does not reset their own password, which needs the present one', async () => {
    const answer = await app.request('POST', `/users/${user.id}/password-reset`, {
      ...{ body: { current: PASSWORD }, headers: bearer(token) },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'own-account' } });
  });

  it('changes their own name, and what others are', async () => {
    expect((await change(user.id, { displayName: '沈安' })).status).toBe(200);
    const { user: viewer } = await UserFactory.as('viewer').insert(app.manager);
    expect((await change(viewer.id, { disabled: true })).status).toBe(200);
  });

  it('ends the sessions of everybody at once but that one, with the password; tokens stay', async () => {
    const { user: viewer, token: theirs } = await UserFactory.as('viewer').insert(app.manager);
    const [own, elsewhere, other] = [
      await new Browser(app).beginAs(user),
      await new Browser(app).beginAs(user),
      await new Browser(app).beginAs(viewer),
    ];
    await app.manager.insert(SignInStep, {
      tokenHash: 'half done',
      userId: viewer.id,
      expiresAt: new Date('2027-01-01'),
    });
    const endAll = (body: object) =>
      own.request<{ ended: number } & ProblemDetails>('POST', '/sessions/removal', { body });
    expect((await endAll({})).body.code).toBe('present-password-wrong');
    expect((await other.request('POST', '/sessions/removal', { body: {} })).status).toBe(403);
    const { status, body } = await endAll({ current: PASSWORD });
    expect([status, body.ended >= 2]).toEqual([200, true]);
    const whoAmI = async (browser: Browser) => (await browser.request('GET', '/session')).status;
    expect([await whoAmI(own), await whoAmI(elsewhere), await whoAmI(other)]).toEqual([200, 401, 401]);
    expect([await app.count('user_session'), await app.count('sign_in_step')]).toEqual([1, 0]);
    expect((await app.request('GET', '/session', { as: null, headers: bearer(theirs) })).status).toBe(200);
    const [line] = (await app.get(AuditReading).list(1)).items;
    expect(line).toMatchObject({ action: 'session.all-ended', actor: user.username, after: { ended: body.ended } });
  });
});
