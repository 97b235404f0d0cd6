import { hash } from '@node-rs/argon2';
import { recordInAuditLog } from '../../src/audit/audit-log.js';
import { oneTimePassword } from '../../src/auth/credentials/one-time-password.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { UserChangesService } from '../../src/auth/users/user-changes.service.js';
import { UserPasswordsService } from '../../src/auth/users/user-passwords.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import { User } from '../../src/auth/users/user.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { type Begun, Browser } from '../support/browser.js';
import { type ProblemDetails, TestApp } from '../support/test-app.js';

const PASSWORD = 'Correct-horse-4-battery';
/** Where accounts may be linked to; nobody asks it here. */
const PROVIDER = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'jixiao' };
const NEXT = 'Quiet-river-7-lantern';

const inFullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0));

describe.each([
  { profile: 'mlps', lastsDays: 90 },
  { profile: 'standard', lastsDays: null },
] as const)('a password under the profile $profile', ({ profile, lastsDays }) => {
  let app: TestApp;
  let user: User;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start({ PASSWORD_PROFILE: profile, ...PROVIDER });
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
    const answer = await browser.request<Begun & ProblemDetails>('PUT', '/session/password', { body });
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

  it('is not made of the owner’s names, the place, a section or the host', async () => {
    const department = await DepartmentFactory.new().named('松岭县水利局').insert(app.manager);
    await SectionFactory.of(department).named('河道管理股').insert(app.manager);
    await changeAccount(app.manager, user.id, { displayName: '欧阳示范', email: 'ouyang.shifan@example.org' });
    for (const refused of [
      'Aa1-欧阳示范-Quiet-river',
      'Quiet-river-7-ouyang.shifan',
      'Quiet-river-7-ｏｕｙａｎｇ',
      'Aa1-松岭县松岭水利局',
      'Aa1-河道管理股河道管理股',
      'Jixiao-localhost-2026',
    ])
      expect(await change(NEXT, refused)).toMatchObject({ status: 422, body: { errors: [{ code: 'password-guessable', pointer: '/password' }] } }); // prettier-ignore
  });

  it('is not made of what colleagues are called, of how they sign in, nor of their telephones', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const colleague = (await UserFactory.as('viewer').named('司马样例').insert(app.manager)).user;
    await changeAccount(app.manager, colleague.id, { username: 'zhang.shifan' });
    await app.manager.insert(Contact, {
      ...{
        id: colleague.id,
        departmentId: department.id,
        duty: 'reporter',
        name: '司马样例',
        email: '',
        phone: '13800000011',
      },
    });
    for (const refused of ['zhangshifan2026!!', 'Aa1-司马样例-2026', 'tel13800000011'])
      expect([refused, (await change(NEXT, refused)).body]).toMatchObject([refused, { code: 'password-refused' }]);
  });

  it.each([
    ['with blanks around it', '  Quiet-river 7 lanterns '],
    ['of signs of any script', 'Ruhig-Fluß-7-灯笼-🏮-фонарь'],
    ['as long as 64', `Quiet-river-7-lantern-${'wide ocean under stars '.repeat(2)}`.slice(0, 64)],
    ['as long as 200', `Quiet-river-7-lantern-${'wide ocean under stars '.repeat(9)}`.slice(0, 200)],
  ])('%s is taken as it is given, to the last sign', async (_, long) => {
    const most = long.length;
    expect((await change(NEXT, long)).status).toBe(200);
    const signInWith = async (password: string) => (await new Browser(app).signIn(user.username, password)).status;
    for (const other of [long.slice(0, -1), long.toLowerCase(), long.normalize('NFKD'), `${long}x`].filter(
      (one) => one !== long,
    ))
      expect([most, await signInWith(other)]).not.toEqual([most, 200]);
    expect(await signInWith(long)).toBe(200);
  });

  it('of more than 200 signs is refused in words, and not cut', async () => {
    const body = { current: NEXT, password: `Quiet-river-7-${'x'.repeat(187)}` };
    expect(await browser.request('PUT', '/session/password', { body })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/password' }] } }); // prettier-ignore
  });

  it('is none of the five before it, however soon it is changed, and comes back after them', async () => {
    const names = ['amber', 'birch', 'cedar', 'dune', 'ember'].map((word) => `Quiet-river-7-${word}`);
    let present = NEXT;
    for (const next of names) {
      const used = { status: 422, body: { errors: [{ code: 'password-used', pointer: '/password' }] } };
      expect(await change(present, NEXT)).toMatchObject(used);
      expect((await change(present, next)).status).toBe(200);
      present = next;
    }
    expect((await change(present, NEXT)).status).toBe(422); // the fifth before it
    expect((await change(present, PASSWORD)).status).toBe(200); // the sixth
    expect(await app.manager.countBy('former_password', { userId: user.id })).toBe(5);
  });

  it('does not come back after an identity at the provider has taken its place for a while', async () => {
    const { id, version } = await app.manager.findOneByOrFail(User, { id: user.id });
    await app.get(UserChangesService).update(id, version, { oidcSubject: `${id}@gov` });
    await app.get(UserChangesService).update(id, version + 1, { oidcSubject: null });
    const oneTime = await app.get(UserPasswordsService).reset(id);
    await browser.signIn(user.username, oneTime);
    expect((await change(oneTime, NEXT)).body).toMatchObject({ errors: [{ code: 'password-used' }] });
  });

  it('is never one that was handed out, to itself, back again, to somebody else, nor with a sign more', async () => {
    const oneTime = await app.get(UserPasswordsService).reset(user.id);
    await browser.signIn(user.username, oneTime);
    const refused = { status: 422, body: { errors: [{ code: 'password-handed-out', pointer: '/password' }] } };
    expect(await change(oneTime, oneTime)).toMatchObject(refused);
    expect(await change(oneTime, `${oneTime}!`)).toMatchObject(refused);
    for (const sign of ['', ' ', '.', '\u200b', '‐'])
      expect(await change(oneTime, `!${oneTime.replaceAll('-', sign)}`)).toMatchObject(refused);
    expect(await change(oneTime, `!a${oneTime.replaceAll('-', '').toUpperCase()}`)).toMatchObject(refused);
    expect(await change(oneTime, `So 7! ${inFullWidth(oneTime)}`)).toMatchObject(refused);
    expect((await change(oneTime, 'Quiet-river-7-amber')).status).toBe(200);
    for (const another of [oneTime, oneTimePassword()])
      expect(await change('Quiet-river-7-amber', another)).toMatchObject(refused);
    const used = { status: 422, body: { errors: [{ code: 'password-used', pointer: '/password' }] } };
    expect(await change('Quiet-river-7-amber', oneTime.replaceAll('-', '!'))).toMatchObject(used);
  });

  it('is none of those before it in other letters, nor the present one by case and signs between', async () => {
    const used = { status: 422, body: { errors: [{ code: 'password-used', pointer: '/password' }] } };
    const former = [inFullWidth(PASSWORD), PASSWORD.replace('-', '\u200b-')];
    const present = [inFullWidth(NEXT), NEXT.replace('Q', 'q').replace('r', 'R'), `${NEXT.replaceAll('-', '.')}!`];
    for (const another of [...former, ...present]) expect(await change(NEXT, another)).toMatchObject(used);
  });

  it('is hashed anew at the next sign-in where the parameters have changed, and stays the same', async () => {
    const before = await hash(NEXT, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const { id } = user;
    // Of earlier days, and vouched for: one that somebody put there lets nobody in.
    const ofBefore = async () => {
      await changeAccount(app.manager, id, { passwordHash: before });
      await recordInAuditLog(app.manager, { action: 'app_user.proven', subjectType: 'app_user', subjectId: id });
    };
    await ofBefore();
    const hashNow = async () =>
      (await app.manager.findOneOrFail(User, { where: { id }, select: { passwordHash: true } })).passwordHash!;
    expect((await signIn()) || (await hashNow()) === before).toBe(false);
    const after = await hashNow();
    expect(after).toContain('m=19456,t=2,p=1');
    expect([await signIn(), await hashNow()]).toEqual([false, after]);
    await ofBefore();
    expect((await change(NEXT, `${NEXT}-amber`)).status).toBe(200);
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
    expect(await change(NEXT, `${NEXT}-amber`)).toMatchObject({ status: 200, body: { mustChangePassword: false } });
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
