import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { TOTP } from 'otpauth';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { NewTotp } from '../../src/auth/second-factor/totp.service.js';
import { SecondFactorsService } from '../../src/auth/second-factor/second-factors.service.js';
import { type User } from '../../src/auth/users/user.entity.js';
import type { Role } from '../../src/domain/roles.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
const STRANGERS = '198.51.100.9';
const FACTOR = '/session/second-factor';

interface Added {
  readonly secret: string;
  readonly recoveryCodes: string[];
}

describe.each(['standard', 'mlps'] as const)('a second factor under the profile %s', (profile) => {
  let app: TestApp;
  let hash: string;
  let user: User;
  let own: Browser;
  let minute = 0;
  beforeAll(async () => {
    app = await TestApp.start({ PASSWORD_PROFILE: profile, TRUSTED_PROXIES: '127.0.0.1' });
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    minute = 0;
    app.at('2026-11-24T10:00');
    user = await somebody('viewer');
    own = await new Browser(app).beginAs(user);
  });

  const somebody = async (role: Role) => {
    const { user: made } = await UserFactory.as(role)
      .at(`${Math.random()}@example.org`)
      .signingInWith(hash)
      .insert(app.manager);
    await changeAccount(app.manager, made.id, { passwordChangedAt: new Date('2026-11-01') });
    return made;
  };
  /** Codes are used once: each comes a minute later. */
  const later = (minutes = 1) => app.at(`2026-11-24T10:${String((minute += minutes)).padStart(2, '0')}`);
  const codeOf = (secret: string, seconds = 0) =>
    new TOTP({ secret }).generate({ timestamp: Date.UTC(2026, 10, 24, 2, minute) + seconds * 1000 });
  const begin = (browser = own, current: string | undefined = PASSWORD) =>
    browser.request<NewTotp & { code: string }>('POST', `${FACTOR}/totp`, { body: { current } });
  const add = async (browser = own): Promise<Added> => {
    const { secret } = (await begin(browser)).body;
    const { status, body } = await browser.request<Added>('PUT', `${FACTOR}/totp`, { body: { code: codeOf(secret) } });
    expect(status).toBe(200);
    later();
    return { secret, recoveryCodes: body.recoveryCodes };
  };
  const stepTo = async (browser = new Browser(app), address = STRANGERS, name = user.username) => {
    const { body } = await browser.signIn(name, PASSWORD, { 'x-forwarded-for': address });
    expect(body).toMatchObject({ csrfToken: null, secondStep: true });
    return browser;
  };
  const giveCode = async (code: string, browser?: Browser, address = STRANGERS) =>
    (await stepTo(browser, address)).giveCode(code, { 'x-forwarded-for': address });
  const whoAmI = async (browser: Browser) => (await browser.request('GET', '/session')).status;
  const told = async (id = user.id) =>
    (await app.manager.query<{ kind: string }[]>(`SELECT reason->>'kind' AS kind FROM notification WHERE contact_id = $1 ORDER BY id`, [id])).map(({ kind }) => kind); // prettier-ignore

  it('is added with the password, and counts once a first code comes back', async () => {
    expect(await begin(own, 'not the right one')).toMatchObject({
      status: 422,
      body: { code: 'present-password-wrong' },
    });
    const { secret, uri } = (await begin()).body;
    expect(uri).toContain(`secret=${secret}`);
    expect((await new Browser(app).signIn(user.username, PASSWORD)).body).toMatchObject({ secondStep: false });
    const confirm = (code: string) => own.request<Added>('PUT', `${FACTOR}/totp`, { body: { code } });
    expect(await confirm('000000')).toMatchObject({ status: 422, body: { code: 'code-wrong', errors: [{ pointer: '/code' }] } }); // prettier-ignore
    const { status, body } = await confirm(codeOf(secret));
    expect(status).toBe(200);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    expect((await own.request(`GET`, FACTOR)).body).toEqual({ totp: true, passkeys: [], recoveryCodes: 10 });
    expect(await confirm(codeOf(secret))).toMatchObject({ status: 409, body: { code: 'totp-there' } });
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'totp-there' } });
    expect(await told()).toEqual(['second-factor-added']);
  });

  it('needs to be begun, and a new beginning ends the one before', async () => {
    const confirm = (code: string) => own.request('PUT', `${FACTOR}/totp`, { body: { code } });
    expect(await confirm('123456')).toMatchObject({ status: 409, body: { code: 'totp-not-begun' } });
    const [first, second] = [(await begin()).body, (await begin()).body];
    expect((await confirm(codeOf(first.secret))).status).toBe(422);
    expect((await confirm(codeOf(second.secret))).status).toBe(200);
  });

  it('is asked for after the password; before it there is no session', async () => {
    const { secret } = await add();
    const browser = await stepTo();
    expect(browser.cookie).toBe('');
    const { step } = browser;
    expect(await whoAmI(browser)).toBe(401);
    expect(await browser.giveCode('000000')).toMatchObject({ status: 422, body: { code: 'code-wrong' } });
    expect(await whoAmI(browser)).toBe(401);
    expect((await browser.giveCode(codeOf(secret))).body).toMatchObject({
      secondStep: false,
      mustAddSecondFactor: false,
    });
    expect(await whoAmI(browser)).toBe(200);
    browser.step = step;
    expect((await browser.giveCode(codeOf(secret, 30))).body.code).toBe('second-step-over'); // the step was taken
  });

  it('has codes that hold half a minute early and late, and are used once', async () => {
    const { secret } = await add();
    for (const seconds of [-60, 60]) expect((await giveCode(codeOf(secret, seconds))).status).toBe(422);
    for (const seconds of [-30, 0, 30]) {
      expect((await giveCode(codeOf(secret, seconds))).status).toBe(200);
      expect((await giveCode(codeOf(secret, seconds))).status).toBe(422);
    }
    later(2);
    const both = await Promise.all([stepTo(), stepTo()]);
    const statuses = await Promise.all(both.map(async (one) => (await one.giveCode(codeOf(secret))).status));
    expect(statuses.toSorted()).toEqual([200, 422]);
  });

  it('is shown in the browser that gave the password, within ten minutes, and not after a reset', async () => {
    const { secret } = await add();
    expect((await new Browser(app).giveCode(codeOf(secret))).body.code).toBe('second-step-over');
    let browser = await stepTo();
    later(10);
    expect(await browser.giveCode(codeOf(secret))).toMatchObject({ status: 401, body: { code: 'second-step-over' } });
    browser = await stepTo();
    await app.request('POST', `/users/${user.id}/password-reset`, { as: 'security-administrator', confirmed: true });
    expect((await browser.giveCode(codeOf(secret))).body.code).toBe('second-step-over');
  });

  it('does not take another’s page for the browser', async () => {
    const { secret } = await add();
    const browser = await stepTo();
    const foreign = await browser.giveCode(codeOf(secret), { 'sec-fetch-site': 'cross-site' });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
  });

  it('makes whoever guesses wait wherever they come from, tells the owner, and lets them in at their own browser', async () => {
    const { secret } = await add();
    expect((await giveCode(codeOf(secret), own)).status).toBe(200);
    later();
    for (const last of [1, 2, 3, 4, 5])
      expect((await giveCode('000000', undefined, `198.51.100.${last}`)).status).toBe(422);
    const waits = await giveCode(codeOf(secret), undefined, '203.0.113.200');
    expect(waits).toMatchObject({ status: 429, body: { code: 'sign-in-waits' } });
    expect(await told()).toEqual(['second-factor-added', 'code-refused']);
    expect((await giveCode(codeOf(secret), own)).status).toBe(200);
  });

  it('is a recovery code where the telephone is lost, each once', async () => {
    const { recoveryCodes } = await add();
    const [first = '', second = ''] = recoveryCodes;
    expect((await giveCode(first)).status).toBe(200);
    expect((await giveCode(first)).status).toBe(422);
    expect((await giveCode(` ${second} `)).status).toBe(200);
    expect((await app.get(SecondFactorsService).of(user.id)).recoveryCodes).toBe(8);
    expect(await told()).toEqual(['second-factor-added', 'recovery-code-used', 'recovery-code-used']);
  });

  it('is ended with the password and a code, which ends all other sessions as adding it does', async () => {
    let other = await new Browser(app).beginAs(user);
    const { secret } = await add();
    expect([await whoAmI(other), await whoAmI(own)]).toEqual([401, 200]);
    other = await new Browser(app).beginAs(user, 'totp');
    const end = (current: string, code: string) =>
      own.request('POST', `${FACTOR}/totp/removal`, { body: { current, code } });
    expect((await end('not the right one', codeOf(secret))).body.code).toBe('present-password-wrong');
    expect((await end(PASSWORD, '000000')).body.code).toBe('code-wrong');
    expect((await end(PASSWORD, codeOf(secret))).status).toBe(204);
    expect([await whoAmI(other), await whoAmI(own)]).toEqual([401, 200]);
    expect((await own.request('GET', FACTOR)).body).toEqual({ totp: false, passkeys: [], recoveryCodes: 0 });
    expect((await new Browser(app).signIn(user.username, PASSWORD)).body.secondStep).toBe(false);
    expect(await told()).toEqual(['second-factor-added', 'second-factor-removed']);
  });

  it('is not touched with a token', async () => {
    const token = { authorization: `Bearer ${(await UserFactory.as('viewer').insert(app.manager)).token}` };
    const answer = await app.request('POST', `${FACTOR}/totp`, {
      as: null,
      headers: token,
      body: { current: PASSWORD },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-with-token' } });
  });

  it('stays with a change of the password', async () => {
    await add();
    const body = { current: PASSWORD, password: 'Quiet-river-7-lantern' };
    const answer = await own.request<{ csrfToken: string }>('PUT', '/session/password', { body });
    expect(answer.body).toMatchObject({ csrfToken: expect.any(String) as string, mustAddSecondFactor: false });
    expect((await app.get(SecondFactorsService).of(user.id)).totp).toBe(true);
  });

  it('lies in the database as nothing that lets anybody in, and belongs to its account', async () => {
    const { secret, recoveryCodes } = await add();
    const rows = JSON.stringify(await app.manager.query('SELECT * FROM totp t, recovery_code r'));
    for (const text of [secret, ...recoveryCodes]) expect(rows).not.toContain(text);
    const other = await somebody('viewer');
    await app.manager.query('INSERT INTO totp SELECT $2, secret, confirmed_at FROM totp WHERE user_id = $1', [
      user.id,
      other.id,
    ]);
    const moved = await (await stepTo(undefined, STRANGERS, other.username)).giveCode(codeOf(secret));
    expect(moved).toMatchObject({ status: 503, body: { code: 'secrets-key-differs' } });
  });

  it('with another key file is not guessed at: codes say so, recovery codes go on', async () => {
    const { secret, recoveryCodes } = await add();
    const other = path.join(app.dataFolder, 'other.key');
    writeFileSync(other, randomBytes(32).toString('base64url'));
    const beside = (await app.beside({ PASSWORD_PROFILE: profile, SECRETS_KEY_FILE: other })).at('2026-11-24T10:01');
    const browser = new Browser(beside);
    await browser.signIn(user.username, PASSWORD);
    const refused = await browser.giveCode(codeOf(secret));
    expect(refused).toMatchObject({ status: 503, body: { code: 'secrets-key-differs' } });
    expect(refused.body.title).toContain('other.key');
    expect((await browser.giveCode(recoveryCodes[0]!)).status).toBe(200);
    await beside.close();
  });

  it('is ended by the security administrator, who is told what there is', async () => {
    await add();
    const as = 'security-administrator';
    expect((await app.request('GET', `/users/${user.id}/second-factor`, { as })).body).toEqual({
      totp: true,
      passkeys: [],
      recoveryCodes: 10,
    });
    const answer = await app.request('POST', `/users/${user.id}/second-factor-reset`, { as, confirmed: true });
    expect(answer).toMatchObject({ status: 200, body: { waiting: null } });
    expect(await whoAmI(own)).toBe(401);
    expect((await new Browser(app).signIn(user.username, PASSWORD)).body.secondStep).toBe(false);
    expect(await told()).toEqual(['second-factor-added', 'second-factor-reset']);
  });

  it('of a powerful account takes two to end, and nobody ends their own so', async () => {
    const [office, first, second] = [await somebody('performance-office'), await somebody('security-administrator'), await somebody('security-administrator')]; // prettier-ignore
    await add(await new Browser(app).beginAs(office, 'totp'));
    const [asker, approver] = [await new Browser(app).beginAs(first, 'totp'), await new Browser(app).beginAs(second, 'totp')]; // prettier-ignore
    const reset = (id: string) => asker.request<{ waiting: { id: string } | null; code: string }>('POST', `/users/${id}/second-factor-reset`, { body: { current: PASSWORD } }); // prettier-ignore
    expect((await reset(first.id)).body.code).toBe('own-account');
    const { waiting } = (await reset(office.id)).body;
    expect(waiting).toMatchObject({ kind: 'second-factor-reset', userId: office.id });
    expect((await app.get(SecondFactorsService).of(office.id)).totp).toBe(true);
    expect(
      (await approver.request('POST', `/pending-changes/${waiting!.id}/approval`, { body: { current: PASSWORD } }))
        .status,
    ).toBe(200);
    expect(await app.get(SecondFactorsService).of(office.id)).toEqual({ totp: false, passkeys: [], recoveryCodes: 0 });
    expect(await told(office.id)).toEqual(['second-factor-added', 'change-asked', 'second-factor-reset']);
  });

  it.each(['system-administrator', 'security-administrator', 'auditor', 'performance-office'] as const)(
    `is ${profile === 'mlps' ? '' : 'not '}demanded of the %s before anything else`,
    async (role) => {
      user = await somebody(role);
      const browser = new Browser(app);
      const { body } = await browser.signIn(user.username, PASSWORD);
      expect(body.mustAddSecondFactor).toBe(profile === 'mlps');
      const work = () => browser.request('PUT', '/session/language', { body: { language: 'en' }, headers: { 'if-match': '"1"' } }); // prettier-ignore
      if (profile === 'standard') {
        expect((await work()).status).toBe(200);
        return;
      }
      expect(await work()).toMatchObject({ status: 403, body: { code: 'second-factor-missing' } });
      expect((await browser.request('GET', '/session')).body).toMatchObject({ mustAddSecondFactor: true });
      const { secret } = await add(browser);
      expect((await browser.request('GET', '/session')).body).toMatchObject({ mustAddSecondFactor: false });
      expect((await work()).status).toBe(200);
      expect((await giveCode(codeOf(secret))).body).toMatchObject({ mustAddSecondFactor: false });
    },
  );

  it('is demanded of nobody else, unless the installation demands it of everybody', async () => {
    expect((await new Browser(app).signIn(user.username, PASSWORD)).body.mustAddSecondFactor).toBe(false);
    const strict = await app.beside({ PASSWORD_PROFILE: profile, SECOND_FACTOR: 'everybody' });
    const browser = new Browser(strict);
    expect((await browser.signIn(user.username, PASSWORD)).body.mustAddSecondFactor).toBe(true);
    expect(await browser.request('GET', '/departments')).toMatchObject({ body: { code: 'second-factor-missing' } });
    await strict.close();
  });

  it('comes after a password of one’s own', async () => {
    const office = await somebody('performance-office');
    await changeAccount(app.manager, office.id, { mustChangePassword: true });
    const browser = await new Browser(app).beginAs(office);
    expect((await begin(browser)).body.code).toBe('password-expired');
  });
});
