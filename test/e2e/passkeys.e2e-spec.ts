import { TOTP } from 'otpauth';
import { v7 as uuid } from 'uuid';
import { ExpiredAccess } from '../../src/auth/access/expired-access.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { SecondFactorsOf } from '../../src/auth/second-factor/factors-of.js';
import type { PasskeyToShow } from '../../src/auth/second-factor/passkeys/passkey-check.js';
import { MOST_PASSKEYS, type PasskeyToMake } from '../../src/auth/second-factor/passkeys/passkeys.service.js';
import type { NewTotp } from '../../src/auth/second-factor/totp.service.js';
import { type User } from '../../src/auth/users/user.entity.js';
import { Clock } from '../../src/common/clock.js';
import type { Role } from '../../src/domain/roles.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Authenticator } from '../support/authenticator.js';
import { type Begun, Browser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { ENGLISH, ifMatch, type ProblemDetails, TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
const FACTOR = '/session/second-factor';
const PASSKEYS = `${FACTOR}/passkeys`;

let app: TestApp;
let hash: string;
let user: User;
let own: Browser;
let key: Authenticator;

beforeAll(async () => {
  app = await TestApp.start({ PASSWORD_PROFILE: 'mlps' });
  app.withoutRateLimits();
  hash = await app.get(Passwords).hash(PASSWORD);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.at('2026-11-24T10:00');
  user = await somebody('viewer');
  own = await new Browser(app).beginAs(user);
  key = new Authenticator();
});

async function somebody(role: Role): Promise<User> {
  const factory = UserFactory.as(role).at(`${Math.random()}@example.org`).signingInWith(hash);
  const { user: made } = await factory.insert(app.manager);
  await changeAccount(app.manager, made.id, { passwordChangedAt: new Date('2026-11-01') });
  return made;
}

const begin = (browser = own, current = PASSWORD) =>
  browser.request<PasskeyToMake & ProblemDetails>('POST', `${PASSKEYS}/challenge`, { body: { current } });
const give = (credential: object, browser = own, name = 'Office computer') =>
  browser.request<{ recoveryCodes: string[] } & ProblemDetails>('POST', PASSKEYS, { body: { name, credential } });
async function add(browser = own, authenticator = key, name?: string): Promise<string[]> {
  const { status, body } = await give(authenticator.make((await begin(browser)).body), browser, name);
  expect({ status, code: body.code }).toEqual({ status: 201, code: undefined });
  return body.recoveryCodes;
}
const factors = async (browser = own) => (await browser.request<SecondFactorsOf>('GET', FACTOR)).body;
async function stepTo(browser = new Browser(app)): Promise<Browser> {
  expect((await browser.signIn(user.username, PASSWORD)).body).toMatchObject({ csrfToken: null, secondStep: true });
  return browser;
}
const asked = (browser: Browser) =>
  browser.request<PasskeyToShow & ProblemDetails>('POST', '/session/second-step/challenge');
async function show(browser: Browser, credential: object, headers = {}) {
  const body = { credential };
  const answer = await browser.request<Begun & ProblemDetails>('POST', '/session/second-step/passkey', {
    body,
    headers,
  });
  if (answer.status === 200) browser.remember(answer);
  return answer;
}
const shows = async (browser: Browser, authenticator = key) =>
  show(browser, authenticator.show((await asked(browser)).body));
const whoAmI = async (browser: Browser) => (await browser.request('GET', '/session')).status;
const told = async (id = user.id) =>
  (await app.manager.query<{ reason: object }[]>(`SELECT reason - '{at,by,userId}'::text[] AS reason FROM notification WHERE contact_id = $1 ORDER BY id`, [id])).map(({ reason }) => reason); // prettier-ignore
const audited = async (id = user.id) =>
  (await app.manager.query<{ action: string }[]>(`SELECT action FROM audit_event WHERE subject_id = $1 AND action LIKE 'second_factor.%' ORDER BY position`, [id])).map(({ action }) => action.slice(14)); // prettier-ignore

const REFUSED = { status: 422, body: { code: 'passkey-refused' } };

describe('a passkey', () => {
  it('is added with the password, is asked for after it, and lets its owner in', async () => {
    expect(await begin(own, 'not the right one')).toMatchObject({
      status: 422,
      body: { code: 'present-password-wrong' },
    });
    const { body } = await begin();
    expect(body.publicKey).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      timeout: 300_000,
      authenticatorSelection: { userVerification: 'required' },
    });
    const { recoveryCodes } = (await give(key.make(body))).body;
    expect(new Set(recoveryCodes).size).toBe(10);
    const { passkeys, ...others } = await factors();
    expect(others).toEqual({ totp: false, recoveryCodes: 10 });
    expect(passkeys).toEqual([
      {
        id: expect.any(String) as string,
        name: 'Office computer',
        version: 1,
        createdAt: '2026-11-24T02:00:00.000Z',
        lastUsedAt: null,
      },
    ]);
    app.at('2026-11-24T11:00');
    const browser = await stepTo();
    expect(await whoAmI(browser)).toBe(401);
    expect((await browser.request('GET', '/session/second-step')).body).toEqual({ totp: false, passkey: true });
    const { publicKey } = (await asked(browser)).body;
    expect(publicKey).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [{ transports: ['usb'] }] }); // prettier-ignore
    expect((await shows(browser)).body).toMatchObject({ secondStep: false, mustAddSecondFactor: false });
    expect(await whoAmI(browser)).toBe(200);
    expect((await factors(browser)).passkeys[0]!.lastUsedAt).toBe('2026-11-24T03:00:00.000Z');
    expect(await told()).toEqual([{ kind: 'second-factor-added', passkey: 'Office computer' }]);
    expect(await audited()).toEqual(['added']);
  });

  it('is asked for by nobody who has not given the password', async () => {
    await add();
    const stranger = new Browser(app);
    expect(await asked(stranger)).toMatchObject({ status: 401, body: { code: 'second-step-over' } });
    expect(await stranger.request('GET', '/session/second-step')).toMatchObject({ status: 401 });
    const challenge = await asked(await stepTo());
    expect(await show(stranger, key.show(challenge.body))).toMatchObject({
      status: 401,
      body: { code: 'second-step-over' },
    });
  });

  it('is taken from no page of another site', async () => {
    await add();
    const browser = await stepTo();
    const { body } = await asked(browser);
    const foreign = await show(browser, key.show(body), { 'sec-fetch-site': 'cross-site' });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  });

  it('signs each challenge once, the latest, within five minutes', async () => {
    await add();
    const browser = await stepTo();
    const earlier = (await asked(browser)).body;
    const { body } = await asked(browser);
    expect(await show(browser, key.show(earlier))).toMatchObject(REFUSED);
    expect(await show(browser, key.show(body))).toMatchObject(REFUSED); // the refused answer has used it up
    const late = (await asked(browser)).body;
    app.at('2026-11-24T10:05');
    expect(await show(browser, key.show(late))).toMatchObject(REFUSED);
    const both = [await stepTo(), await stepTo()];
    const answer = key.show((await asked(both[0]!)).body);
    const statuses = await Promise.all(both.map(async (one) => (await show(one, answer)).status));
    expect(statuses.toSorted()).toEqual([200, 422]);
  });

  it('made for one challenge is not added for another, nor later', async () => {
    const made = key.make((await begin()).body);
    await begin();
    expect(await give(made)).toMatchObject(REFUSED);
    const late = key.make((await begin()).body);
    app.at('2026-11-24T10:05');
    expect(await give(late)).toMatchObject(REFUSED);
    expect((await factors()).passkeys).toEqual([]);
  });

  it.each([
    ['of another page', { origin: 'https://example.org' }],
    ['of another port', { origin: 'http://localhost:3001' }],
    ['for another host', { rpId: 'example.org' }],
    ['without finger, face or PIN', { verifies: false }],
  ])('%s is neither added nor taken', async (_, change) => {
    const faulty = Object.assign(new Authenticator(), change);
    expect(await give(faulty.make((await begin()).body))).toMatchObject(REFUSED);
    await add();
    const right = { origin: key.origin, rpId: key.rpId, verifies: true };
    expect(await shows(await stepTo(), Object.assign(key, change))).toMatchObject(REFUSED);
    expect((await shows(await stepTo(), Object.assign(key, right))).status).toBe(200);
  });

  it('of an algorithm that was not asked for is not added', async () => {
    key.algorithm = [0x38, 0x22]; // ES384 (COSE -35)
    expect(await give(key.make((await begin()).body))).toMatchObject(REFUSED);
  });

  it('of somebody else is not taken, nor one with another key under its name', async () => {
    await add();
    const theirs = new Authenticator();
    const other = await somebody('viewer');
    await add(await new Browser(app).beginAs(other), theirs);
    expect(await shows(await stepTo(), theirs)).toMatchObject(REFUSED);
    const forged = { ...theirs.show((await asked(await stepTo())).body), ...idOf(key) };
    expect(await show(await stepTo(), forged)).toMatchObject(REFUSED);
    expect(await give(theirs.make((await begin()).body))).toMatchObject({
      status: 409,
      body: { code: 'passkey-there' },
    });
  });

  it('whose count does not go on is a copy: refused, and written down', async () => {
    await add();
    expect((await shows(await stepTo())).status).toBe(200);
    key.counter! -= 1;
    expect(await shows(await stepTo())).toMatchObject(REFUSED);
    const [line]: { reason: string; after: object }[] = await app.manager.query(
      `SELECT reason, after FROM audit_event WHERE subject_id = $1 AND action = 'second_factor.passkey-unfit'`,
      [user.id],
    );
    expect(line).toMatchObject({
      after: { passkey: 'Office computer' },
      reason: expect.stringContaining('counter') as string,
    });
    expect((await shows(await stepTo())).status).toBe(200);
  });

  it('that does not count is taken again and again', async () => {
    key.counter = null;
    await add();
    for (const _ of [1, 2]) expect((await shows(await stepTo())).status).toBe(200);
  });

  it('makes whoever shows others wait, and tells the owner', async () => {
    await add();
    for (const _ of [1, 2, 3, 4, 5]) expect(await shows(await stepTo(), new Authenticator())).toMatchObject(REFUSED);
    expect(await shows(await stepTo())).toMatchObject({ status: 429, body: { code: 'sign-in-waits' } });
    expect(await told()).toMatchObject([{ kind: 'second-factor-added' }, { kind: 'code-refused' }]);
  });

  it('is refused, too, where others have failed while it was looked at', async () => {
    await add();
    const waits = await stepTo();
    const credential = key.show((await asked(waits)).body);
    const others = await Promise.all([1, 2, 3, 4, 5].map(() => stepTo()));
    const { shown } = await app.manager.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM passkey WHERE user_id = $1 FOR UPDATE', [user.id]);
      const answer = show(waits, credential);
      const blocked = () => manager.query<object[]>("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"); // prettier-ignore
      await eventually(blocked, ({ length }) => length === 1);
      for (const other of others) expect((await other.giveCode('no code of theirs')).status).toBe(422);
      return { shown: answer };
    });
    expect(await shown).toMatchObject({ status: 429, body: { code: 'sign-in-waits' } });
  });

  it('is not asked for where there is none: an empty list would be any', async () => {
    await app.manager.query("INSERT INTO totp VALUES ($1, 'sealed', now())", [user.id]);
    expect(await asked(await stepTo())).toMatchObject({ status: 409, body: { code: 'passkey-none' } });
  });

  it('and what is no answer of a browser at all', async () => {
    await add();
    for (const credential of [{}, { id: 1 }, { ...idOf(key), type: 'public-key', response: 7 }]) {
      const browser = await stepTo();
      await asked(browser);
      expect(await show(browser, credential)).toMatchObject(REFUSED);
      await begin();
      expect(await give(credential)).toMatchObject(REFUSED);
    }
  });

  it('is renamed and removed by its owner alone, who gives the password again', async () => {
    await add();
    const second = new Authenticator();
    expect(await add(own, second, 'Telephone')).toEqual([]); // the recovery codes are there already
    const [first, other] = (await factors()).passkeys.map(({ id }) => id);
    const present = (await begin()).body.publicKey.excludeCredentials!.map(({ id }) => id);
    expect(present.toSorted()).toEqual([idOf(key).id, idOf(second).id].toSorted());
    const stranger = await new Browser(app).beginAs(await somebody('viewer'));
    const rename = (name: string, browser = own, id = first, version = 1) => browser.request('PUT', `${PASSKEYS}/${id}`, { body: { name }, headers: ifMatch(version) }); // prettier-ignore
    const remove = (current: string, browser = own, id = first) => browser.request('POST', `${PASSKEYS}/${id}/removal`, { body: { current } }); // prettier-ignore
    expect((await rename('Mine', stranger)).status).toBe(404);
    expect((await remove(PASSWORD, stranger)).status).toBe(404);
    expect((await rename('Mine', own, uuid())).status).toBe(404);
    expect((await rename(' ')).status).toBe(400);
    expect(await rename('Desk')).toMatchObject({ status: 200, body: { id: first, name: 'Desk', version: 2 } });
    expect(await rename('Table')).toMatchObject({ status: 412, body: { current: { name: 'Desk', version: 2 } } });
    expect((await own.request('PUT', `${PASSKEYS}/${first}`, { body: { name: 'Table' } })).status).toBe(428);
    expect((await factors()).passkeys.map(({ name }) => name)).toEqual(['Desk', 'Telephone']);

    const elsewhere = await new Browser(app).beginAs(user, 'passkey');
    expect((await remove('not the right one')).body.code).toBe('present-password-wrong');
    expect((await remove(PASSWORD)).status).toBe(204);
    expect([await whoAmI(elsewhere), await whoAmI(own)]).toEqual([401, 200]);
    expect(await factors()).toMatchObject({ passkeys: [{ name: 'Telephone' }], recoveryCodes: 10 });
    expect(await shows(await stepTo())).toMatchObject(REFUSED);
    expect((await remove(PASSWORD, own, other)).status).toBe(204);
    expect(await factors()).toEqual({ totp: false, passkeys: [], recoveryCodes: 0 });
    expect((await new Browser(app).signIn(user.username, PASSWORD)).body.secondStep).toBe(false);
    expect(await told()).toEqual([
      { kind: 'second-factor-added', passkey: 'Office computer' },
      { kind: 'second-factor-added', passkey: 'Telephone' },
      { kind: 'second-factor-removed', passkey: 'Desk' },
      { kind: 'second-factor-removed', passkey: 'Telephone' },
    ]);
    expect(await audited()).toEqual(['added', 'added', 'renamed', 'removed', 'refused', 'removed']);
  });

  it('is one of ten at most, also when two are added at once', async () => {
    for (let left = MOST_PASSKEYS - 1; left > 0; left -= 1) await add(own, new Authenticator());
    const made = key.make((await begin()).body);
    await app.manager.query(
      `INSERT INTO passkey (id, user_id, credential_id, public_key, counter, name, created_at)
       SELECT gen_random_uuid(), user_id, 'meanwhile', public_key, 0, 'Meanwhile', now() FROM passkey WHERE user_id = $1 LIMIT 1`,
      [user.id],
    );
    const tooMany = {
      status: 409,
      body: { code: 'passkeys-too-many', title: expect.stringContaining('10') as string },
    };
    expect(await give(made)).toMatchObject(tooMany);
    expect(await begin()).toMatchObject(tooMany);
    expect((await factors()).passkeys).toHaveLength(MOST_PASSKEYS);
  });

  it('ends other sessions when it is added', async () => {
    const elsewhere = await new Browser(app).beginAs(user);
    await add();
    expect([await whoAmI(elsewhere), await whoAmI(own)]).toEqual([401, 200]);
  });

  it('and an authenticator app stand side by side, with the same recovery codes', async () => {
    const codes = await add();
    const { secret } = (await own.request<NewTotp>('POST', `${FACTOR}/totp`, { body: { current: PASSWORD } })).body;
    const codeAt = (minute: number) => new TOTP({ secret }).generate({ timestamp: Date.UTC(2026, 10, 24, 2, minute) });
    const confirmed = await own.request('PUT', `${FACTOR}/totp`, { body: { code: codeAt(0) } });
    expect(confirmed).toMatchObject({ status: 200, body: { recoveryCodes: [] } });
    app.at('2026-11-24T10:02');
    let browser = await stepTo();
    expect((await browser.request('GET', '/session/second-step')).body).toEqual({ totp: true, passkey: true });
    expect((await browser.giveCode(codeAt(2))).status).toBe(200);
    expect((await shows(await stepTo())).status).toBe(200);
    browser = await stepTo();
    expect((await browser.giveCode(codes[0]!)).status).toBe(200);

    const body = { current: PASSWORD, code: codes[1] };
    expect((await own.request('POST', `${FACTOR}/totp/removal`, { body })).status).toBe(204);
    expect(await factors()).toMatchObject({ totp: false, recoveryCodes: 8 });
    expect((await own.request('GET', '/session')).body).toMatchObject({ mustAddSecondFactor: false });
    expect((await shows(await stepTo())).status).toBe(200);
  });

  it('is ended with all else by the security administrator, who sees which there are', async () => {
    await add();
    const as = 'security-administrator';
    const theirs = await app.request<SecondFactorsOf>('GET', `/users/${user.id}/second-factor`, { as });
    expect(theirs.body.passkeys).toMatchObject([{ name: 'Office computer' }]);
    const halfway = await stepTo();
    await asked(halfway);
    expect((await app.request('POST', `/users/${user.id}/second-factor-reset`, { as, confirmed: true })).status).toBe(
      200,
    );
    expect(await whoAmI(own)).toBe(401);
    expect((await new Browser(app).signIn(user.username, PASSWORD)).body.secondStep).toBe(false);
    for (const table of ['passkey', 'passkey_challenge', 'recovery_code'])
      expect(await app.manager.query(`SELECT 1 FROM ${table} WHERE user_id = $1`, [user.id])).toEqual([]);
  });

  it('is the second factor that the profile demands: nobody is asked for an authenticator beside it', async () => {
    user = await somebody('auditor');
    own = new Browser(app);
    expect((await own.signIn(user.username, PASSWORD)).body.mustAddSecondFactor).toBe(true);
    const work = (browser: Browser) => browser.request('GET', '/audit-events');
    expect(await work(own)).toMatchObject({ status: 403, body: { code: 'second-factor-missing' } });
    await add();
    expect((await work(own)).status).toBe(200);
    const browser = await stepTo();
    expect((await shows(browser)).body.mustAddSecondFactor).toBe(false);
    expect((await work(browser)).status).toBe(200);
    const [id] = (await factors(browser)).passkeys.map((passkey) => passkey.id);
    await browser.request('POST', `${PASSKEYS}/${id}/removal`, { body: { current: PASSWORD } });
    expect(await work(browser)).toMatchObject({ status: 403, body: { code: 'second-factor-missing' } });
  });

  it('is not touched with a token', async () => {
    const token = { authorization: `Bearer ${(await UserFactory.as('viewer').insert(app.manager)).token}` };
    const body = { current: PASSWORD };
    const answer = await app.request('POST', `${PASSKEYS}/challenge`, { as: null, headers: token, body });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-with-token' } });
  });

  it('that nobody answered for is not kept waiting for ever', async () => {
    await begin();
    await app.get(ExpiredAccess).delete(app.at('2026-11-24T10:06').get(Clock).now());
    expect(await app.count('passkey_challenge')).toBe(0);
  });
});

describe.each([
  ['http://192.0.2.7:3000', 'passkeys-need-name', '域名', 'a name'],
  ['https://[2001:db8::7]', 'passkeys-need-name', '域名', 'a name'],
  ['http://jixiao.example.org', 'passkeys-need-tls', 'https', 'TLS'],
])('at %s', (PUBLIC_URL, code, zh, en) => {
  it('passkeys are refused in words, when one is added and when one is asked for', async () => {
    await add();
    const beside = (await app.beside({ PUBLIC_URL })).at('2026-11-24T10:00');
    const browser = await new Browser(beside).beginAs(user, 'passkey');
    browser.cookie = browser.cookie.replace('__Host-', PUBLIC_URL.startsWith('https') ? '__Host-' : '');
    const refused = await begin(browser);
    expect(refused).toMatchObject({ status: 409, body: { code } });
    expect(refused.body.title).toContain(zh);
    expect(refused.body.title).toContain(new URL(PUBLIC_URL).origin);
    const step = await stepTo(new Browser(beside));
    const answer = await step.request('POST', '/session/second-step/challenge', { headers: ENGLISH });
    expect(answer).toMatchObject({ status: 409, body: { code } });
    expect(answer.body.title).toContain(en);
    await beside.close();
  });
});

it.each(['https://jixiao.example.org/somewhere', 'http://jixiao.localhost:3000'])(
  'at %s they are made for it',
  async (PUBLIC_URL) => {
    const { origin, hostname } = new URL(PUBLIC_URL);
    const beside = (await app.beside({ PUBLIC_URL })).at('2026-11-24T10:00');
    const browser = await new Browser(beside).beginAs(user);
    browser.cookie = browser.cookie.replace('__Host-', PUBLIC_URL.startsWith('https') ? '__Host-' : '');
    await add(browser, Object.assign(key, { origin, rpId: hostname }));
    expect((await shows(await stepTo(new Browser(beside)))).status).toBe(200);
    await beside.close();
  },
);

function idOf(authenticator: Authenticator) {
  const { id, rawId } = authenticator.show({ publicKey: { challenge: '' } });
  return { id, rawId };
}
