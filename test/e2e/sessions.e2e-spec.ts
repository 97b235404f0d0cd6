import { Passwords } from '../../src/auth/credentials/passwords.js';
import { hashToken } from '../../src/auth/credentials/tokens.js';
import { SessionsRepository } from '../../src/auth/sessions/sessions.repository.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser, FOREIGN_PAGES } from '../support/browser.js';
import { ifMatch, TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';

describe.each([
  { profile: 'standard', idleMinutes: 60, absoluteHours: 12 },
  { profile: 'mlps', idleMinutes: 15, absoluteHours: 8 },
] as const)('a session under the profile $profile', ({ profile, idleMinutes, absoluteHours }) => {
  let app: TestApp;
  let user: User;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start({ PASSWORD_PROFILE: profile });
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T08:00');
    const account = UserFactory.as('performance-office').signingInWith(await app.get(Passwords).hash(PASSWORD));
    ({ user } = await account.insert(app.manager));
    browser = new Browser(app);
    await browser.signIn(user.username, PASSWORD);
  });

  const at = (minutes: number) => app.at(localTimeAfter('2026-11-24T08:00', minutes));
  const status = async () => (await browser.request('GET', '/session')).status;
  const change = (headers: Record<string, string> = {}) =>
    browser.request('POST', '/departments', { body: { name: `部门 ${Math.random()}` }, headers });

  it('ends when nobody has used it for a while', async () => {
    at(idleMinutes - 1);
    expect(await status()).toBe(200);
    at(2 * idleMinutes - 2);
    expect(await status()).toBe(200);
    at(3 * idleMinutes - 2);
    expect(await status()).toBe(401);
  });

  it('ends after some hours, however busy it is', async () => {
    for (let minutes = 10; minutes < absoluteHours * 60; minutes += 10) {
      at(minutes);
      expect([minutes, await status()]).toEqual([minutes, 200]);
    }
    at(absoluteHours * 60);
    expect(await status()).toBe(401);
  });

  it('has a new id after every sign-in, and the former one is no longer any', async () => {
    const planted = new Browser(app);
    planted.cookie = '__Host-jixiao=planted-by-somebody-else';
    await planted.signIn(user.username, PASSWORD);
    expect(planted.cookie).not.toContain('planted');
    const former = new Browser(app);
    former.cookie = browser.cookie;
    await browser.signIn(user.username, PASSWORD);
    expect(browser.cookie).not.toBe(former.cookie);
    expect((await former.request('GET', '/session')).status).toBe(401);
    expect(await status()).toBe(200);
  });

  it('ends at once for a disabled user, and for one whose role, password or place changes', async () => {
    const administrator = { as: 'security-administrator', confirmed: true } as const;
    const act = [
      () =>
        app.request('PATCH', `/users/${user.id}`, { ...administrator, body: { disabled: true }, headers: ifMatch(1) }),
      () =>
        app.request('PATCH', `/users/${user.id}`, {
          ...administrator,
          body: { disabled: false, role: 'viewer' },
          headers: ifMatch(2),
        }),
      () => app.request('POST', `/users/${user.id}/password-reset`, administrator),
    ];
    for (const change of act) {
      await changeAccount(app.manager, user.id, { disabled: false });
      await browser.signIn(user.username, PASSWORD);
      expect(await status()).toBe(200);
      expect((await change()).status).toBe(200);
      expect(await status()).toBe(401);
    }
  });

  it('ends for the one browser that signs out', async () => {
    const other = new Browser(app);
    await other.signIn(user.username, PASSWORD);
    expect((await browser.request('DELETE', '/session')).status).toBe(204);
    expect(await status()).toBe(401);
    expect((await other.request('GET', '/session')).status).toBe(200);
  });

  it('changes nothing for a page of another site, or without the token of this very session', async () => {
    const [, token = ''] = browser.cookie.split('=');
    await app.get(SessionsRepository).setFactor(app.manager, hashToken(token), 'totp'); // as `mlps` demands of the office
    expect((await change()).status).toBe(201);
    expect((await change({ origin: 'http://localhost:3000', host: 'localhost:3000' })).status).toBe(201);
    for (const headers of FOREIGN_PAGES)
      expect(await change(headers)).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    const stranger = new Browser(app);
    await stranger.signIn(user.username, PASSWORD);
    for (const token of ['', 'x', stranger.csrfToken])
      expect(await change({ 'x-csrf-token': token })).toMatchObject({ status: 403, body: { code: 'csrf-token' } });
  });

  it('is not begun by a cookie of another name or content', async () => {
    for (const cookie of [
      '__Host-jixiao=',
      '__Host-jixiao=x',
      `jixiao=${browser.cookie.split('=')[1]}`,
      '__Host-jixiao=%00',
    ])
      expect((await app.request('GET', '/session', { as: null, headers: { cookie } })).status).toBe(401);
  });
});

/** `2026-11-24T08:00` and some minutes. */
function localTimeAfter(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}
