import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { User } from '../../src/auth/users/user.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { TokenFactory } from '../factories/token.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
const NEXT = 'Quiet-river-7-lantern';

interface Made {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly code?: string;
}

describe('a personal token', () => {
  let app: TestApp;
  let department: Department;
  let sections: [Section, Section];
  let user: User;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    department = await DepartmentFactory.new().insert(app.manager);
    const section = () => SectionFactory.of(department).insert(app.manager);
    sections = [await section(), await section()];
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T08:00');
    const hash = await app.get(Passwords).hash(PASSWORD);
    ({ user } = await reporter().signingInWith(hash).insert(app.manager));
    browser = await new Browser(app).beginAs(user);
  });

  const reporter = () => UserFactory.as('reporter').of(department).reportingFor(sections[0]);
  const make = (body: object = {}, by = browser) =>
    by.request<Made>('POST', '/session/tokens', {
      body: { name: '信箱系统', scope: 'write', current: PASSWORD, ...body },
    });
  const made = async (body: object = {}) => {
    const { status, body: token } = await make(body);
    expect(status).toBe(201);
    return bearer(token.token);
  };
  const opens = async (headers: Record<string, string>) =>
    (await app.request('GET', '/session', { headers, as: null })).status === 200;
  const security = (method: 'GET' | 'PATCH' | 'POST', route: string, body?: object, version = 1) =>
    app.request<{ items: object[] }>(method, route, {
      as: 'security-administrator',
      confirmed: method !== 'GET',
      body,
      headers: ifMatch(version),
    });

  it('acts as its user until it expires, after 90 days unless it is said', async () => {
    const headers = await made();
    app.at('2027-02-22T07:59');
    expect(await app.request('GET', '/session', { headers })).toMatchObject({ body: { user: { id: user.id } } });
    app.at('2027-02-22T08:00');
    expect(await app.request('GET', '/session', { headers })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
  });

  it('is made with the password given again, and never with another token', async () => {
    for (const current of [undefined, NEXT])
      expect(await make({ current })).toMatchObject({
        status: 422,
        body: { code: 'present-password-wrong', errors: [{ pointer: '/current' }] },
      });
    const body = { name: 'child', scope: 'write', current: PASSWORD };
    const headers = await made();
    const answer = await app.request('POST', '/session/tokens', { body, headers, as: null });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-with-token' } });
    expect(answer.body.title).toContain('请登录');
  });

  it('of somebody who signs in at the provider is made right after a sign-in there', async () => {
    const elsewhere = { oidcIssuer: 'https://login.example.org', oidcSubject: user.id, passwordHash: null };
    await changeAccount(app.manager, user.id, elsewhere);
    expect((await make({ current: undefined })).status).toBe(201);
    app.at('2026-11-24T08:11');
    expect(await make({ current: undefined })).toMatchObject({ status: 403, body: { code: 'sign-in-again' } });
  });

  it('lasts at most 90 days, or 366 where the installation allows it', async () => {
    expect(await make({ days: 91 })).toMatchObject({ status: 422, body: { code: 'token-too-long' } });
    const generous = await app.beside({ TOKEN_DAYS: 366 });
    generous.withoutRateLimits();
    generous.at('2026-11-24T08:00');
    const there = await new Browser(generous).beginAs(user);
    expect((await make({}, there)).body.expiresAt).toBe('2027-02-22T00:00:00.000Z');
    expect((await make({ days: 366 }, there)).status).toBe(201);
    expect((await make({ days: 367 }, there)).status).toBe(400);
    await generous.close();
  });

  it('of scope read changes nothing', async () => {
    const headers = await made({ scope: 'read' });
    expect((await app.request('GET', '/departments', { headers })).status).toBe(200);
    const body = { language: 'en' };
    const answer = await app.request('PUT', '/session/language', { body, headers: { ...headers, ...ifMatch(1) } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'token-read-only' } });
  });

  it('ends when its user deletes it, and nobody else’s does', async () => {
    const { body } = await make();
    const { token: other } = await reporter().insert(app.manager);
    const route = `/session/tokens/${body.id}`;
    expect((await app.request('DELETE', route, { headers: bearer(other) })).status).toBe(404);
    expect((await browser.request('DELETE', route)).status).toBe(204);
    expect(await opens(bearer(body.token))).toBe(false);
  });

  it('is kept as a hash and shown once', async () => {
    const { body } = await make();
    const listed = await browser.request('GET', '/session/tokens');
    expect(JSON.stringify(listed.body)).not.toContain(body.token);
    const rows: object[] = await app.manager.query('SELECT * FROM api_token');
    expect(JSON.stringify(rows)).not.toContain(body.token);
  });

  describe('ends with', () => {
    const ways: Record<string, () => Promise<{ status: number }>> = {
      'a change of the password': () =>
        browser.request('PUT', '/session/password', { body: { current: PASSWORD, password: NEXT } }),
      'a reset of the password': () => security('POST', `/users/${user.id}/password-reset`),
      'another role': () => security('PATCH', `/users/${user.id}`, { role: 'viewer' }),
      'another department': async () => {
        const { id: departmentId } = await DepartmentFactory.new().insert(app.manager);
        return security('PATCH', `/users/${user.id}`, { departmentId, sectionIds: [] });
      },
      'other sections': () => security('PATCH', `/users/${user.id}`, { sectionIds: [sections[1].id] }),
      'the account': () => security('PATCH', `/users/${user.id}`, { disabled: true }),
      'a handover': async () => {
        const { user: to } = await reporter().insert(app.manager);
        return security('POST', `/users/${user.id}/handover`, { to: to.id, reason: '轮岗' });
      },
    };
    it.each(Object.keys(ways))('%s', async (way) => {
      const headers = await made();
      expect(await opens(headers)).toBe(true);
      expect((await ways[way]!()).status).toBe(200);
      expect(await opens(headers)).toBe(false);
      // Not only for as long as the account is disabled.
      await changeAccount(app.manager, user.id, { disabled: false });
      expect(await opens(headers)).toBe(false);
    });
  });

  it('stays when its user reads mails in another language', async () => {
    const headers = await made();
    expect((await security('PATCH', `/users/${user.id}`, { language: 'en' })).status).toBe(200);
    expect(await opens(headers)).toBe(true);
  });

  it('is seen and ended by the security administrator, one or all', async () => {
    const [first, second, third] = [await made(), await made(), await made()];
    const { body } = await security('GET', `/users/${user.id}/tokens`);
    const items = body.items as { id: string; name: string }[];
    expect(items).toHaveLength(4); // and that of the factory
    const { id } = items[1]!;
    const { id: foreign } = await TokenFactory.of((await reporter().insert(app.manager)).user).insert(app.manager);
    expect((await security('POST', `/users/${user.id}/tokens/${foreign}/removal`)).status).toBe(404);
    expect((await security('POST', `/users/${user.id}/tokens/${id}/removal`)).status).toBe(204);
    expect([await opens(first), await opens(second), await opens(third)]).toEqual([false, true, true]);
    expect((await security('POST', `/users/${user.id}/tokens/removal`)).status).toBe(204);
    expect([await opens(second), await opens(third)]).toEqual([false, false]);
  });
});
