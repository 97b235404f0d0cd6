import type { User } from '../../src/auth/users/user.entity.js';
import { UserFactory } from '../factories/user.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

describe('the security administrator', () => {
  let app: TestApp;
  let user: User;
  let token: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    ({ user, token } = await UserFactory.as('security-administrator').insert(app.manager));
  });

  const change = (id: string, body: object) =>
    app.request('PATCH', `/users/${id}`, { body, headers: { ...bearer(token), ...ifMatch(1) } });

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
    const answer = await app.request('POST', `/users/${user.id}/password-reset`, { headers: bearer(token) });
    expect(answer).toMatchObject({ status: 403, body: { code: 'own-account' } });
  });

  it('changes their own name and address, and what others are', async () => {
    expect((await change(user.id, { displayName: '沈安', email: 'shen@example.org' })).status).toBe(200);
    const { user: viewer } = await UserFactory.as('viewer').insert(app.manager);
    expect((await change(viewer.id, { disabled: true })).status).toBe(200);
  });
});
