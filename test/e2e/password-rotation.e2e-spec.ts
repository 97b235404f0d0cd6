import { hash } from '@node-rs/argon2';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { User } from '../../src/auth/users/user.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { type Begun, Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
const NEXT = 'Quiet-river-7-lantern';

describe.each([
  { profile: 'mlps', lastsDays: 90 },
  { profile: 'standard', lastsDays: null },
] as const)('a password under the profile $profile', ({ profile, lastsDays }) => {
  let app: TestApp;
  let user: User;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start({ PASSWORD_PROFILE: profile });
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-01-05T08:00');
    const account = UserFactory.as('viewer').signingInWith(await app.get(Passwords).hash(PASSWORD));
    ({ user } = await account.insert(app.manager));
    browser = new Browser(app);
    await browser.signIn(user.username, PASSWORD);
    expect((await change(PASSWORD, NEXT)).status).toBe(200);
  });

  const change = async (current: string, password: string) => {
    const body = { current, password };
    const answer = await browser.request<Begun>('PUT', '/session/password', { body });
    if (answer.status === 200) browser.remember(answer); // all former sessions have ended
    return answer;
  };
  const signIn = async () => (await browser.signIn(user.username, NEXT)).body.mustChangePassword;
  const work = () => browser.request('GET', '/departments');

  it('is changed once by two who change it at once: whoever was told so comes in with it', async () => {
    const both = [browser, new Browser(app)];
    for (const one of both) await one.signIn(user.username, NEXT);
    const bodies = ['first', 'second'].map((end) => ({ current: NEXT, password: `${NEXT}-${end}` }));
    const answers = await Promise.all(
      both.map((one, at) => one.request('PUT', '/session/password', { body: bodies[at]! })),
    );
    const done = answers.flatMap(({ status }, at) => (status === 200 ? [bodies[at]!.password] : []));
    expect(done).toHaveLength(1);
    expect((await new Browser(app).signIn(user.username, done[0]!)).status).toBe(200);
  });

  it('is not made of the names of the organisation, nor of the former one', async () => {
    await DepartmentFactory.new().named('云山区退役军人事务局').insert(app.manager);
    for (const refused of ['Aa1-云山区退役军人事务局', NEXT])
      expect(await change(NEXT, refused)).toMatchObject({ status: 422, body: { code: 'password-refused' } });
  });

  it('is hashed anew at the next sign-in where the parameters have changed, and stays the same', async () => {
    const before = await hash(NEXT, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const { id } = user;
    await app.manager.update(User, { id }, { passwordHash: before });
    const hashNow = async () =>
      (await app.manager.findOneOrFail(User, { where: { id }, select: { passwordHash: true } })).passwordHash!;
    expect((await signIn()) || (await hashNow()) === before).toBe(false);
    const after = await hashNow();
    expect(after).toContain('m=19456,t=2,p=1');
    expect([await signIn(), await hashNow()]).toEqual([false, after]);
    await app.manager.update(User, { id }, { passwordHash: before });
    expect((await change(NEXT, `${NEXT}!`)).status).toBe(200);
  });

  if (lastsDays === null) {
    it('is not asked for anew without a reason', async () => {
      app.at('2028-01-05T08:00');
      expect([await signIn(), (await work()).status]).toEqual([false, 200]);
    });
    return;
  }

  it('lasts for ninety days; then nothing can be done before it is changed', async () => {
    app.at('2026-04-05T08:00'); // day 90
    expect([await signIn(), (await work()).status]).toEqual([false, 200]);
    app.at('2026-04-05T08:01');
    expect(await signIn()).toBe(true);
    expect(await work()).toMatchObject({ status: 403, body: { code: 'password-expired' } });
    expect(await change(NEXT, `${NEXT}!`)).toMatchObject({ status: 200, body: { mustChangePassword: false } });
    expect((await work()).status).toBe(200);
  });

  it('grows too old within a session, too', async () => {
    app.at('2026-04-05T07:55');
    expect([await signIn(), (await work()).status]).toEqual([false, 200]);
    app.at('2026-04-05T08:05');
    expect((await work()).status).toBe(403);
  });

  it('cannot be kept by changing it to itself', async () => {
    expect(await change(NEXT, NEXT)).toMatchObject({ status: 422, body: { code: 'password-refused' } });
    const wrong = { code: 'present-password-wrong', errors: [{ pointer: '/current' }] };
    expect(await change(`${NEXT}?`, NEXT)).toMatchObject({ status: 422, body: wrong });
  });
});
