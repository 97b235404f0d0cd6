import { setImmediate as nextTurn } from 'node:timers/promises';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser, FOREIGN_PAGES } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

const PASSWORD = 'correct horse battery';
const WRONG = 'not the right one at all';

describe('signing in', () => {
  let app: TestApp;
  let hash: string;
  let user: User;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T10:00');
    ({ user } = await UserFactory.as('performance-office').signingInWith(hash).insert(app.manager));
  });

  const tryTo = (username: string, password: string) => new Browser(app).signIn(username, password);

  it('begins a session whose cookie scripts cannot read and other sites do not send', async () => {
    const browser = new Browser(app);
    const { status, headers } = await browser.signIn(user.username, PASSWORD);
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-jixiao=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
      expect.stringMatching(
        /^__Host-jixiao-known=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      ),
    ]);
    expect(await browser.request('GET', '/session')).toMatchObject({ status: 200, body: { user: { id: user.id } } });
  });

  it('works in any case of the name', async () => {
    expect((await tryTo(user.username.toUpperCase(), PASSWORD)).status).toBe(200);
  });

  it('answers an unknown name, a wrong password and a disabled account with the same words', async () => {
    const { user: disabled } = await UserFactory.as('viewer').signingInWith(hash).insert(app.manager);
    await app.manager.query('UPDATE app_user SET disabled = true WHERE id = $1', [disabled.id]);
    const answers = [
      await tryTo('nobody', PASSWORD),
      await tryTo(user.username, WRONG),
      await tryTo(disabled.username, PASSWORD),
    ];
    const told = answers.map(({ status, body: { code, title, errors } }) => ({ status, code, title, errors }));
    expect(new Set(told.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
    expect(told[0]).toMatchObject({ status: 401, code: 'sign-in-refused' });
  });

  it('takes as long for an unknown name as for a known one', async () => {
    const times = { known: [] as number[], unknown: [] as number[] };
    await tryTo('nobody', WRONG); // the hash that unknown names are compared with is made once
    for (let round = 0; round < 9; round += 1) {
      for (const [kind, name] of [
        ['known', user.username],
        ['unknown', `nobody${round}`],
      ] as const) {
        const started = performance.now();
        await tryTo(name, WRONG);
        times[kind].push(performance.now() - started);
      }
      await app.manager.query('DELETE FROM sign_in_failure');
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    process.stdout.write(`sign-in: known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms (medians of 9)\n`);
    // Without the dummy hash, an unknown name is answered in a tenth of the time.
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('leaves a line in the audit log for every success and failure, without what was typed for a name', async () => {
    await tryTo(user.username, PASSWORD);
    await tryTo(user.username, WRONG);
    await tryTo('my secret password', WRONG);
    const { items } = await app.get(AuditReading).list(3);
    expect(items.map(({ action, actor }) => [action, actor])).toEqual([
      ['session.refused', 'unknown'],
      ['session.refused', user.username],
      ['session.begun', user.username],
    ]);
  });

  it('is refused to a page of another site', async () => {
    for (const headers of FOREIGN_PAGES) {
      const answer = await new Browser(app).signIn(user.username, PASSWORD, headers);
      expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('20 at once succeed, and a password is hashed beside what else is to be done, not before it', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryTo(user.username, PASSWORD)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const order: string[] = [];
    const passwords = app.get(Passwords);
    await Promise.all([
      passwords.hash(PASSWORD).then(() => order.push('hashed')),
      passwords.matches(null, PASSWORD).then(() => order.push('compared')),
      nextTurn().then(() => order.push('something else')),
    ]);
    expect(order[0]).toBe('something else');
  });
});

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
