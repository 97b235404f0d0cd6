import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { HousekeepingJob } from '../../src/jobs/housekeeping.job.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
const WRONG = 'not the right one at all';
const OWNERS = '203.0.113.7';
const STRANGERS = '198.51.100.9';

/** The same local day, so many seconds after eight. */
const after = (seconds: number) =>
  new Date(Date.UTC(2026, 10, 24, 8) + seconds * 1000).toISOString().slice(0, 19).replace(/:00$/, '');

describe.each(['standard', 'mlps'] as const)('failures at the sign-in under the profile %s', (profile) => {
  let app: TestApp;
  let hash: string;
  let user: User;
  beforeAll(async () => {
    app = await TestApp.start({ PASSWORD_PROFILE: profile, TRUSTED_PROXIES: '127.0.0.1' });
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at(after(0));
    ({ user } = await UserFactory.as('performance-office').signingInWith(hash).insert(app.manager));
  });

  const tryTo = (password: string, address = STRANGERS, browser = new Browser(app), name = user.username) =>
    browser.signIn(name, password, { 'x-forwarded-for': address });
  const statuses = async (times: number, password = WRONG, ...rest: [string?, Browser?, string?]) => {
    const found: number[] = [];
    for (let left = times; left > 0; left -= 1) found.push((await tryTo(password, ...rest)).status);
    return found;
  };
  const firstWait = profile === 'mlps' ? 1800 : 10;

  it('make whoever failed wait, and say how long', async () => {
    expect(await statuses(5)).toEqual([401, 401, 401, 401, 401]);
    const answer = await tryTo(PASSWORD);
    expect(answer).toMatchObject({ status: 429, body: { code: 'sign-in-waits' } });
    expect(answer.headers['retry-after']).toBe(String(firstWait));
    expect(answer.body.title).toContain(profile === 'mlps' ? '30 分钟' : '10 秒');
    app.at(after(firstWait - 1));
    expect(await tryTo(PASSWORD)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
    app.at(after(firstWait));
    expect((await tryTo(PASSWORD)).status).toBe(200);
    expect(await statuses(4)).toEqual([401, 401, 401, 401]); // a success sets the count back
    expect((await tryTo(PASSWORD)).status).toBe(200);
  });

  it('keep nobody out elsewhere', async () => {
    await statuses(6);
    expect((await tryTo(PASSWORD)).status).toBe(429);
    expect((await tryTo(PASSWORD, OWNERS)).status).toBe(200);
  });

  it('of strangers at the same address keep nobody out at a browser of their own, which has a count of its own', async () => {
    const own = new Browser(app);
    expect((await tryTo(PASSWORD, STRANGERS, own)).status).toBe(200);
    await statuses(6);
    expect((await tryTo(PASSWORD, STRANGERS)).status).toBe(429);
    expect((await tryTo(PASSWORD, STRANGERS, own)).status).toBe(200);
    expect(await statuses(6, WRONG, STRANGERS, own)).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await tryTo(PASSWORD, OWNERS)).status).toBe(200);
  });

  it('are not forgiven for a browser that only others have signed in with, or that was forgotten', async () => {
    const others = new Browser(app);
    const { user: other } = await UserFactory.as('viewer').signingInWith(hash).insert(app.manager);
    await tryTo(PASSWORD, STRANGERS, others, other.username);
    await statuses(5);
    expect((await tryTo(PASSWORD, STRANGERS, others)).status).toBe(429);
    const own = new Browser(app);
    await tryTo(PASSWORD, OWNERS, own);
    await app.request('POST', `/users/${user.id}/password-reset`, { as: 'security-administrator', confirmed: true });
    await app.manager.update('app_user', { id: user.id }, { passwordHash: hash });
    expect((await tryTo(PASSWORD, STRANGERS, own)).status).toBe(429);
  });

  it('count once however an IPv6 network writes itself, and an IPv4 address too', async () => {
    for (const last of ['1', '2', 'a:b', 'ffff', '5:0:1'])
      expect(await statuses(1, WRONG, `2001:db8:0:1::${last}`)).toEqual([401]);
    expect((await tryTo(PASSWORD, '2001:db8:0:1::77')).status).toBe(429);
    expect((await tryTo(PASSWORD, '2001:db8:0:2::1')).status).toBe(200);
    await statuses(5, WRONG, OWNERS);
    expect((await tryTo(PASSWORD, `::ffff:${OWNERS}`)).status).toBe(429);
  });

  it('answer a name that nobody has as one that somebody has', async () => {
    const nobody = `nobody.${user.id}`;
    const [known, unknown] = [await statuses(7), await statuses(7, WRONG, STRANGERS, undefined, nobody)];
    expect(unknown).toEqual(known);
    expect(JSON.stringify(await app.manager.query('SELECT * FROM sign_in_failure'))).not.toContain('nobody');
  });

  it('of a hundred places that day leave the owner every browser of theirs, and tell them', async () => {
    const own = new Browser(app);
    expect((await tryTo(PASSWORD, OWNERS, own)).status).toBe(200);
    await app.manager.update('app_user', { id: user.id }, { email: `${user.id}@example.org` });
    const places = ['198.18.0.1', '198.18.0.2', '198.18.0.3', '198.18.0.4'] as const;
    for (const place of places.slice(1)) expect(await statuses(1, WRONG, place)).toEqual([401]);
    await app.manager.query('UPDATE sign_in_failure SET count = 99 WHERE count = 3'); // as many places in between
    expect(await statuses(1, WRONG, places[0])).toEqual([401]);
    const told = await app.manager.query<object[]>(
      "SELECT 1 FROM notification WHERE contact_id = $1 AND reason->>'kind' = 'guessed'",
      [user.id],
    );
    expect(told).toHaveLength(1);
    expect((await tryTo(PASSWORD, OWNERS, own)).status).toBe(200);
    const elsewhere = await tryTo(PASSWORD, '203.0.113.50');
    if (profile === 'mlps') {
      expect(elsewhere).toMatchObject({ status: 429, body: { code: 'only-known-browsers' } });
      expect(elsewhere.headers['retry-after']).toBe(String(24 * 3600));
      app.at(after(24 * 3600));
      expect((await tryTo(PASSWORD, '203.0.113.50')).status).toBe(200);
      return;
    }
    expect(elsewhere.status).toBe(200); // the first try at a place is never too many
    const again = await tryTo(PASSWORD, places[0]);
    expect(again).toMatchObject({ status: 429, headers: { 'retry-after': '900' } }); // one, not five
    expect(await statuses(2, WRONG, '203.0.113.60')).toEqual([401, 429]);
    app.at(after(24 * 3600));
    expect(await statuses(2, WRONG, '203.0.113.60')).toEqual([401, 401]); // another day
  });

  it('at the same moment count as those one after the other', async () => {
    const many = [...Array<string>(30).fill(WRONG), PASSWORD].map((password) => tryTo(password));
    expect((await Promise.all(many)).at(-1)!.status).toBe(429);
  });

  it('at the same moment are answered as the right password would be, or its answer told it', async () => {
    const burst = await Promise.all(Array.from({ length: 12 }, () => tryTo(WRONG)));
    expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([401, 429]));
  });

  if (profile === 'mlps') {
    it('lock the account for that address, and begin anew when the lock ends', async () => {
      await statuses(5);
      for (const round of [1, 2, 3]) {
        app.at(after(round * 1800));
        expect(await statuses(4)).toEqual([401, 401, 401, 401]);
        expect((await tryTo(PASSWORD)).status).toBe(200);
        expect(await statuses(6)).toEqual([401, 401, 401, 401, 401, 429]);
      }
    });
    return;
  }

  it('make the wait longer each time, up to a quarter of an hour, until there is an hour without', async () => {
    await statuses(4);
    const waits: number[] = [];
    let seconds = 0;
    for (let round = 0; round < 9; round += 1) {
      expect((await tryTo(WRONG)).status).toBe(401);
      const wait = Number((await tryTo(WRONG)).headers['retry-after']);
      waits.push(wait);
      seconds += wait;
      app.at(after(seconds));
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
    app.at(after(seconds + 3600));
    expect(await statuses(5)).toEqual([401, 401, 401, 401, 401]);
    expect((await tryTo(WRONG)).headers['retry-after']).toBe('10');
  });
});

describe('what let people in, or kept them out, for a while', () => {
  it('is gone after the night’s housekeeping when it is over', async () => {
    const app = await TestApp.start();
    const job = app.get(HousekeepingJob);
    const { user } = await UserFactory.as('viewer').insert(app.manager);
    await app.manager.query('DELETE FROM api_token');
    const now = new Date('2026-11-24T19:30:00Z');
    const rows = async (ago: string) => {
      await app.manager.query(`INSERT INTO rate_limit VALUES ('x ${ago}', $1::timestamptz - '${ago}'::interval, 1)`, [now]);
      await app.manager.query(`INSERT INTO sign_in_failure VALUES ('x ${ago}', 1, $1::timestamptz - '${ago}'::interval)`, [now]);
      await app.manager.query(`INSERT INTO known_browser VALUES ('x ${ago}', $2, $1::timestamptz - '${ago}'::interval)`, [now, user.id]);
      await app.manager.query(`INSERT INTO sign_in_step VALUES ('x ${ago}', $2, $1::timestamptz - '${ago}'::interval + interval '10 minutes')`, [now, user.id]);
      await app.manager.query(`INSERT INTO user_session (id, token_hash, user_id, created_at, last_seen_at) VALUES (gen_random_uuid(), 'x ${ago}', $2, $1::timestamptz - '${ago}'::interval, $1::timestamptz - '${ago}'::interval)`, [now, user.id]);
      await app.manager.query(`INSERT INTO api_token (id, user_id, name, token_hash, scope, created_at, expires_at) VALUES (gen_random_uuid(), $2, 'x', 'x ${ago}', 'read', $1, $1::timestamptz - '${ago}'::interval)`, [now, user.id]);
    }; // prettier-ignore
    await rows('401 days');
    await rows('1 minute');
    expect(await job.run(now)).toMatchObject({ access: 6 });
    for (const table of ['rate_limit', 'sign_in_failure', 'sign_in_step', 'known_browser', 'user_session', 'api_token'])
      expect([table, await app.count(table)]).toEqual([table, 1]);
    await app.close();
  });
});

describe('a one-time password', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());

  it('holds for seven days, and a reset makes another', async () => {
    const by = { as: 'security-administrator', confirmed: true } as const;
    const body = { username: 'wang.xin', displayName: '王新', role: 'viewer' };
    app.at('2026-11-02T09:00');
    const made = await app.request<{ user: User; password: string }>('POST', '/users', { ...by, body });
    const { user, password } = made.body;
    const tryTo = (right: string) => new Browser(app).signIn('wang.xin', right);
    app.at('2026-11-09T09:00');
    expect((await tryTo(password)).status).toBe(200);
    app.at('2026-11-09T09:01');
    const answer = await tryTo(password);
    expect(answer).toMatchObject({ status: 401, body: { code: 'one-time-password-over' } });
    expect(answer.body.title).toContain('7 天');
    expect((await tryTo(WRONG)).body.code).toBe('sign-in-refused');
    const reset = await app.request<{ password: string }>('POST', `/users/${user.id}/password-reset`, by);
    expect((await tryTo(reset.body.password)).status).toBe(200);
    // What somebody chose does not grow old so.
    const browser = new Browser(app);
    await browser.signIn('wang.xin', reset.body.password);
    const change = { current: reset.body.password, password: 'Quiet-river-7-lantern' };
    expect((await browser.request('PUT', '/session/password', { body: change })).status).toBe(200);
    app.at('2026-12-09T09:01');
    expect((await tryTo('Quiet-river-7-lantern')).status).toBe(200);
  });
});
