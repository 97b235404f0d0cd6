import type { ListedSession } from '../../src/auth/sessions/sessions.service.js';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

describe('the sessions of somebody', () => {
  let app: TestApp;
  let hash: string;
  let user: User;
  let token: string;
  let office: Browser;
  let home: Browser;
  beforeAll(async () => {
    app = await TestApp.start({ TRUSTED_PROXIES: '127.0.0.1' });
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T08:00');
    ({ user, token } = await UserFactory.as('viewer').signingInWith(hash).insert(app.manager));
    [office, home] = [new Browser(app), new Browser(app)];
    await office.signIn(user.username, PASSWORD, { 'user-agent': CHROME, 'x-forwarded-for': '192.0.2.7' });
    app.at('2026-11-24T08:10');
    await home.signIn(user.username, PASSWORD, { 'user-agent': 'curl/8.5.0' });
  });

  const list = async (browser = office) =>
    (await browser.request<{ items: ListedSession[] }>('GET', '/session/sessions')).body.items;
  const isIn = async (browser: Browser) => (await browser.request('GET', '/session')).status === 200;
  const security = (method: 'GET' | 'POST', route: string) =>
    app.request<{ items: ListedSession[] }>(method, route, {
      as: 'security-administrator',
      confirmed: method === 'POST',
    });

  it('are listed with what they are recognised by, and which one asks', async () => {
    const items = await list();
    expect(items).toEqual([
      {
        id: expect.any(String) as string,
        createdAt: '2026-11-24T00:00:00.000Z',
        lastSeenAt: '2026-11-24T00:10:00.000Z',
        address: '192.0.2.7',
        browser: 'Chrome 142 · Windows',
        current: true,
      },
      expect.objectContaining({ createdAt: '2026-11-24T00:10:00.000Z', browser: null, current: false }),
    ]);
  });

  it('are not listed when they are over', async () => {
    app.at('2026-11-24T09:05');
    await isIn(home);
    app.at('2026-11-24T09:20');
    expect(await list(home)).toEqual([expect.objectContaining({ current: true })]);
  });

  it('are ended one by one, nobody else’s, and not with a token', async () => {
    const stranger = await new Browser(app).beginAs(
      (await UserFactory.as('viewer').signingInWith(hash).insert(app.manager)).user,
    );
    const theirs = (await list(home)).find(({ current }) => current)!;
    const body = { current: PASSWORD };
    expect((await stranger.request('POST', `/session/sessions/${theirs.id}/removal`, { body })).status).toBe(404);
    const headers = bearer(token);
    for (const [method, route] of [
      ['GET', ''],
      ['POST', '/removal'],
      ['POST', `/${theirs.id}/removal`],
    ] as const)
      // prettier-ignore
      expect(await app.request(method, `/session/sessions${route}`, { headers })).toMatchObject({
        status: 403,
        body: { code: 'not-with-token' },
      });
    expect((await office.request('POST', `/session/sessions/${theirs.id}/removal`, { body })).status).toBe(204);
    expect([await isIn(office), await isIn(home), await isIn(stranger)]).toEqual([true, false, true]);
    const { items } = await app.get(AuditReading).list(1);
    expect(items[0]).toMatchObject({ action: 'session.ended', actor: user.username, subjectId: user.id });
  });

  it('are ended all at once, but for the one that asks', async () => {
    expect((await office.request('POST', '/session/sessions/removal', { body: { current: PASSWORD } })).status).toBe(
      204,
    );
    expect([await isIn(office), await isIn(home)]).toEqual([true, false]);
  });

  it('are seen and ended by the security administrator', async () => {
    const { body } = await security('GET', `/users/${user.id}/sessions`);
    expect(body.items.map(({ current }) => current)).toEqual([false, false]);
    const { user: other } = await UserFactory.as('viewer').insert(app.manager);
    expect((await security('POST', `/users/${other.id}/sessions/${body.items[0]!.id}/removal`)).status).toBe(404);
    expect((await security('POST', `/users/${user.id}/sessions/${body.items[0]!.id}/removal`)).status).toBe(204);
    expect([await isIn(office), await isIn(home)]).toContain(false);
    expect((await security('POST', `/users/${user.id}/sessions/removal`)).status).toBe(204);
    expect([await isIn(office), await isIn(home)]).toEqual([false, false]);
  });

  it('leave nothing in the browser’s cache when they are ended by signing out', async () => {
    const { status, headers } = await office.request('DELETE', '/session');
    expect([status, headers['clear-site-data']]).toEqual([204, '"cache"']);
  });
});
