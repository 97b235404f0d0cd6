import { Passwords } from '../../src/auth/credentials/passwords.js';
import { Configuration } from '../../src/config/configuration.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, type Method, TestApp } from '../support/test-app.js';

/** Sign-ins that may fail at one address in a minute, whatever the names. */
const LIMIT = 20;
const BEHIND_PROXY = { TRUSTED_PROXIES: '127.0.0.1' };

/** The minute that is counted lasts as long as the test: on a busy machine it would be over before the last of the tries. */
const keepMinute = (app: TestApp) => app.manager.query('UPDATE rate_limit SET window_start = now()');

/** Tries to sign in, from 127.0.0.1 as every request of a test. @returns the statuses */
async function tries(app: TestApp, times: number, forwardedFor: (index: number) => string | null): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const address = forwardedFor(index);
    const headers: Record<string, string> = address === null ? {} : { 'x-forwarded-for': address };
    const body = { username: `nobody${index}`, password: 'not the right one' };
    statuses.push((await app.request('POST', '/session', { as: null, body, headers })).status);
    await keepMinute(app);
  }
  return statuses;
}

const ALLOWED = Array.from({ length: LIMIT }, () => 401);

describe('the limit of failed sign-ins', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.close());

  it('holds for an address, and says when to try again', async () => {
    expect(await tries(app, LIMIT + 1, () => null)).toEqual([...ALLOWED, 429]);
    const body = { username: 'nobody', password: 'not the right one' };
    const { headers } = await app.request('POST', '/session', { as: null, body });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('is not dodged by a header that anybody can write', async () => {
    expect(await tries(app, LIMIT + 1, (index) => `203.0.113.${index}`)).toEqual([...ALLOWED, 429]);
  });

  it('is shared by the processes of an installation', async () => {
    const other = await app.beside();
    const first = await tries(app, LIMIT / 2, () => null);
    const second = await tries(other, LIMIT / 2 + 1, () => null);
    await other.close();
    expect([...first, ...second]).toEqual([...ALLOWED, 429]);
  });

  it('counts behind a trusted proxy by the address that the proxy saw, whatever the client wrote before it', async () => {
    const proxied = await app.beside(BEHIND_PROXY);
    const forged = await tries(proxied, LIMIT + 1, (index) => `198.51.100.${index}, 203.0.113.7`);
    const another = await tries(proxied, 1, () => '203.0.113.8');
    const network = await tries(proxied, 3 * LIMIT, (index) => `2001:db8::${index.toString(16)}`);
    await proxied.close();
    expect(network).toEqual([...ALLOWED, ...Array.from({ length: 2 * LIMIT }, () => 429)]);
    expect([...forged, ...another]).toEqual([...ALLOWED, 429, 401]);
  });
});

/** The day on which everybody's figures are due, in an office behind one address. */
const PEOPLE = 200;

it('does not count those that succeed', async () => {
  const app = await TestApp.start();
  const hash = await app.get(Passwords).hash('correct horse battery');
  const { user } = await UserFactory.as('reporter').of(await DepartmentFactory.new().insert(app.manager)).signingInWith(hash).insert(app.manager); // prettier-ignore
  const signIn = () => new Browser(app).signIn(user.username, 'correct horse battery');
  const answers = await Promise.all(Array.from({ length: PEOPLE }, signIn));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  await app.close();
}, 60_000);

/** Empty workbooks that one user may have in a minute. */
const WORKBOOKS = 60;

describe('the limit of somebody who is signed in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('is their own: whoever sits in the same office, behind the same address, has another', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => UserFactory.as('performance-office').insert(app.manager)),
    );
    const ask = async (token: string) =>
      (await app.request('GET', '/imports/workbook?year=2031', { as: null, headers: bearer(token) })).status;
    const statuses: number[] = [];
    for (let time = 0; time <= WORKBOOKS; time += 1) {
      statuses.push(await ask(first!.token));
      await keepMinute(app);
    }
    expect(statuses).toEqual([...Array.from({ length: WORKBOOKS }, () => 200), 429]);
    expect(await ask(second!.token)).toBe(200);
    expect(await ask('nobodys')).toBe(401);
  });

  it('holds for what they read, too, and says when to go on; what they write is not counted', async () => {
    const beside = await app.beside({ READS_PER_MINUTE: 60 });
    const [{ token }, other] = [
      await UserFactory.as('performance-office').insert(app.manager),
      await UserFactory.as('performance-office').insert(app.manager),
    ];
    const ask = (of: string, method: Method = 'GET') => beside.request(method, '/departments', { as: null, headers: bearer(of) }); // prettier-ignore
    let answer = await ask(token);
    for (let left = 2 * 60; left > 0 && answer.status === 200; left -= 1) answer = await ask(token); // a minute may begin meanwhile
    expect(answer).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await ask(token, 'POST')).status).toBe(400);
    expect((await ask(other.token)).status).toBe(200);
    await beside.close();
  });

  it('of reading is far from what a page asks for', () => {
    expect(new Configuration().READS_PER_MINUTE).toBe(1200);
  });
});
