import { getMetadataStorage } from 'class-validator';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import type { AccountOutcome } from '../../src/auth/pending/asked-changes.service.js';
import type { ChangeDetail } from '../../src/auth/pending/change-details.js';
import type { WaitingChange } from '../../src/auth/pending/waiting-change.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { UpdateUserDto } from '../../src/auth/users/dto/user.dto.js';
import { User } from '../../src/auth/users/user.entity.js';
import { UserPasswordsService } from '../../src/auth/users/user-passwords.service.js';
import { UsersService } from '../../src/auth/users/users.service.js';
import type { Role } from '../../src/domain/roles.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { ifMatch, type Method, TestApp } from '../support/test-app.js';

type Answered = AccountOutcome & {
  readonly version?: number;
  readonly items?: WaitingChange[];
  readonly code?: string;
};

const PASSWORD = 'Correct-horse-4-battery';

const byField = (a: ChangeDetail, b: ChangeDetail) => a.field.localeCompare(b.field);

/** Whatever a request may hold. */
const fieldsOfChange = (): string[] => {
  const checks = getMetadataStorage().getTargetValidationMetadatas(UpdateUserDto, '', true, false);
  return [...new Set(checks.map(({ propertyName }) => propertyName))].toSorted();
};

describe('what takes two security administrators', () => {
  let app: TestApp;
  let hash: string;
  let office: User;
  let asker: Browser;
  let first: User;
  let username = 0;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T10:00');
    await app.manager.query('DELETE FROM app_user');
    office = await signedIn('performance-office');
    first = await signedIn('security-administrator');
    asker = await new Browser(app).beginAs(first);
  });

  /** Somebody who has changed the one-time password. */
  const signedIn = async (role: Role, email: string | null = `${role}.${(username += 1)}@example.org`) => {
    const { user } = await UserFactory.as(role).signingInWith(hash).insert(app.manager);
    await changeAccount(app.manager, user.id, { passwordChangedAt: new Date('2026-02-01'), email });
    return { ...user, email };
  };
  const another = async () => new Browser(app).beginAs(await signedIn('security-administrator'));
  const newAccount = (role: Role) => ({ username: `new.${(username += 1)}`, displayName: '新人', role });
  const send = async (method: Method, route: string, body?: object, by = asker) => {
    const confirmed = method === 'PATCH' || method === 'POST' ? { ...body, current: PASSWORD } : body;
    return by.request<Answered>(method, route, { body: confirmed, headers: body && ifMatch(1) });
  };
  const list = async (by = asker) => (await send('GET', '/pending-changes', undefined, by)).body.items!;
  const approve = (id: string, by: Browser) => send('POST', `/pending-changes/${id}/approval`, undefined, by);
  const now = (id: string) => app.get(UsersService).find(id);
  const told = async (id: string) =>
    (await app.manager.query<{ kind: string }[]>('SELECT reason->>\'kind\' AS kind FROM notification WHERE contact_id = $1', [id])).map(({ kind }) => kind); // prettier-ignore

  it('is done when another one approves it, who then sees the password', async () => {
    const second = await another();
    const { status, body } = await send('POST', '/users', newAccount('performance-office'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      user: null,
      password: null,
      waiting: { kind: 'account', name: '新人', effectiveAt: null },
    });
    const { id } = body.waiting!;
    expect(await approve(id, asker)).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    expect(await list()).toMatchObject([{ id, role: 'performance-office', mayApprove: false }]);
    expect(await list(second)).toMatchObject([{ id, mayApprove: true }]);
    const approved = await approve(id, second);
    expect(approved).toMatchObject({ status: 200, body: { user: { role: 'performance-office' }, waiting: null } });
    expect(approved.body.password).toMatch(/^[\w-]{27}$/);
    expect((await approve(id, second)).status).toBe(404); // once
    expect(await list()).toEqual([]);
    const { items } = await app.get(AuditReading).list(10);
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['pending_change.asked', 'pending_change.approved', 'app_user.created']),
    );
  });

  it.each([
    ['an administrator made the office', 'auditor', { role: 'performance-office' }],
    ['a viewer made a security administrator', 'viewer', { role: 'security-administrator' }],
    ['a viewer made the office', 'viewer', { role: 'performance-office' }],
  ] as const)('%s: stays as it is until then', async (_, role, body) => {
    const second = await another();
    const { id } = await signedIn(role);
    const answer = await send('PATCH', `/users/${id}`, body);
    expect(answer.body).toMatchObject({ id, role, waiting: { kind: 'change', userId: id, role: body.role } });
    expect((await now(id)).role).toBe(role);
    await approve(answer.body.waiting!.id, second);
    expect((await now(id)).role).toBe(body.role);
  });

  it('does not overwrite what was changed meanwhile', async () => {
    const second = await another();
    const { id } = await signedIn('viewer');
    const { waiting } = (await send('PATCH', `/users/${id}`, { role: 'auditor' })).body;
    await send('PATCH', `/users/${id}`, { displayName: '徐看' });
    expect((await approve(waiting!.id, second)).status).toBe(412);
    expect((await now(id)).role).toBe('viewer');
  });

  it('includes the passwords of the office and of administrators, which hold until then', async () => {
    const second = await another();
    for (const { id, username: name } of [office, await signedIn('auditor')]) {
      const { body } = await send('POST', `/users/${id}/password-reset`);
      expect(body).toMatchObject({ password: null, waiting: { kind: 'password-reset', userId: id } });
      expect((await new Browser(app).signIn(name, 'Correct-horse-4-battery')).status).toBe(200);
      const { password } = (await approve(body.waiting!.id, second)).body;
      expect((await new Browser(app).signIn(name, password!)).status).toBe(200);
    }
    const { id } = await signedIn('viewer');
    expect((await send('POST', `/users/${id}/password-reset`)).body.waiting).toBeNull();
  });

  it('is not approved by whose account it is: then it waits for a day', async () => {
    const owner = await signedIn('security-administrator');
    const { waiting } = (await send('POST', `/users/${owner.id}/password-reset`)).body;
    expect(waiting!.effectiveAt).toBe('2026-11-25T02:00:00.000Z');
    const browser = await new Browser(app).beginAs(owner);
    app.at('2026-11-25T10:00');
    expect((await approve(waiting!.id, browser)).status).toBe(401); // that session is over
    const again = await new Browser(app).beginAs(owner);
    const refused = await approve(waiting!.id, again);
    expect(refused).toMatchObject({ status: 403, body: { code: 'own-account' } });
    expect((await send('DELETE', `/pending-changes/${waiting!.id}`, undefined, again)).status).toBe(204);
  });

  it('waits for a day where there is only one, with word to everybody concerned', async () => {
    const [auditor, system] = [await signedIn('auditor'), await signedIn('system-administrator')];
    const disabled = await signedIn('security-administrator');
    await changeAccount(app.manager, disabled.id, { disabled: true });
    await UserFactory.as('security-administrator').insert(app.manager); // who never came
    const { waiting } = (await send('POST', '/users', newAccount('performance-office'))).body;
    expect(waiting!.effectiveAt).toBe('2026-11-25T02:00:00.000Z');
    for (const { id } of [auditor, system, office, first]) expect(await told(id)).toEqual(['change-asked']);
    app.at('2026-11-25T09:59');
    let by = await new Browser(app).beginAs(first);
    expect(await approve(waiting!.id, by)).toMatchObject({ status: 403, body: { code: 'second-person-needed' } });
    app.at('2026-11-25T10:00');
    by = await new Browser(app).beginAs(first);
    expect((await approve(waiting!.id, by)).body.password).not.toBeNull();
  });

  it('is done whole or not at all', async () => {
    const second = await another();
    const body = newAccount('performance-office');
    const { waiting } = (await send('POST', '/users', body)).body;
    await app.manager.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$`,
    );
    await app.manager.query('CREATE TRIGGER refuse BEFORE DELETE ON pending_change EXECUTE FUNCTION refuse()');
    expect((await approve(waiting!.id, second)).status).toBe(500);
    await app.manager.query('DROP FUNCTION refuse CASCADE');
    expect(await app.manager.existsBy(User, { username: body.username })).toBe(false);
    expect((await approve(waiting!.id, second)).status).toBe(200);
  });

  it('of one kind for one account waits once: another’s request is not replaced, one’s own is', async () => {
    const second = await another();
    const { id } = await signedIn('viewer');
    const asked = await send('PATCH', `/users/${id}`, { role: 'auditor' });
    const refused = await send('PATCH', `/users/${id}`, { role: 'system-administrator' }, second);
    expect(refused).toMatchObject({ status: 409, body: { code: 'change-waits' } });
    expect(await list()).toMatchObject([{ id: asked.body.waiting!.id, role: 'auditor' }]);
    await send('PATCH', `/users/${id}`, { role: 'system-administrator' });
    expect(await list()).toMatchObject([{ role: 'system-administrator' }]);
    const both = [asker, second].map((by) => send('POST', `/users/${office.id}/password-reset`, undefined, by));
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('is to take an identity or an address from whoever watches, who has no other way in and no other word of it', async () => {
    const other = await signedIn('security-administrator');
    await changeAccount(app.manager, other.id, { oidcIssuer: 'https://id.example.org', oidcSubject: 'other' });
    for (const oidcSubject of [null, 'evil']) {
      const { body } = await send('PATCH', `/users/${other.id}`, { oidcSubject });
      expect(body).toMatchObject({
        oidcSubject: 'other',
        waiting: { kind: 'change', effectiveAt: '2026-11-25T02:00:00.000Z' },
      });
      expect((await now(other.id)).oidcSubject).toBe('other');
    }
    for (const role of ['auditor', 'system-administrator', 'performance-office'] as const) {
      const { id, email } = await signedIn(role);
      for (const body of [{ email: 'evil@example.org' }, { disabled: true }])
        expect((await send('PATCH', `/users/${id}`, body)).body.waiting).not.toBeNull();
      expect(await now(id)).toMatchObject({ email, disabled: false });
      expect(await told(id)).toContain('change-asked');
    }
  });

  it('is a first address, one’s own, and the name of whoever is powerful, who is told before and after', async () => {
    const second = await another();
    for (const [id, body] of [
      [(await signedIn('auditor', null)).id, { email: 'evil@example.org' }],
      [first.id, { email: 'evil@example.org' }],
      [office.id, { displayName: '李样例' }],
    ] as const) {
      const before = await now(id);
      const { waiting } = (await send('PATCH', `/users/${id}`, body)).body;
      expect(await now(id)).toEqual(before);
      expect((await told(id)).includes('change-asked')).toBe(before.email !== null);
      expect((await approve(waiting!.id, second)).status).toBe(200);
      expect(await now(id)).toMatchObject(body);
      expect(await told(id)).toContain('email' in body ? 'address-changed' : 'name-changed');
    }
  });

  it.each([
    ['of the office', '王绩效'],
    ['in another width, case, or with signs between', '王　·绩效'],
    ['of the role', '市绩效办（通知）'],
    ['of the role in English', 'Performance  Office'],
    ['in Cyrillic letters', 'Sуstem administrator'],
    ['in digits', 'Performance 0ff1ce'],
    ['in traditional characters', '系統管理員'],
    ['as people say it', '审计人员'],
    ['with a number behind it', '王绩效1'],
    ['of the person, in traditional characters', '王績效'],
    ['in letters of full width', 'ｐｅｒｆｏｒｍａｎｃｅ ｏｆｆｉｃｅ'],
  ])('is to name anybody so that they are taken for somebody powerful: %s', async (_, displayName) => {
    await changeAccount(app.manager, office.id, { displayName: '王绩效' });
    const { id } = await signedIn('viewer');
    const made = (await send('POST', '/users', { ...newAccount('viewer'), displayName })).body;
    expect(made).toMatchObject({ user: null, waiting: { kind: 'account', name: displayName.replace('　', ' ').replace('  ', ' ') } }); // prettier-ignore
    const renamed = (await send('PATCH', `/users/${id}`, { displayName })).body;
    expect(renamed.waiting).toMatchObject({ kind: 'change', userId: id });
    expect(await told(office.id)).toEqual(['change-asked', 'change-asked']);
    expect((await send('PATCH', `/users/${id}`, { displayName: '王绩效二' })).body.waiting).toBeNull();
  });

  it('shows everything that is to be changed, whatever can be asked for', async () => {
    const second = await another();
    const department = await DepartmentFactory.new().insert(app.manager);
    const section = await SectionFactory.of(department).insert(app.manager);
    const { id } = await signedIn('viewer');
    const deputy = await signedIn('viewer');
    const everything = {
      ...{ displayName: '李样例', email: 'evil@example.org', language: 'en', role: 'auditor', disabled: true },
      ...{ departmentId: department.id, sectionIds: [section.id], deputyId: deputy.id, oidcSubject: deputy.id },
      ...{ awayFrom: '2026-12-01', awayUntil: '2026-12-02' },
    };
    expect(Object.keys(everything).toSorted()).toEqual(fieldsOfChange());
    const { body } = await send('PATCH', `/users/${id}`, everything);
    const shown = Object.fromEntries(body.waiting!.details.map(({ field, after }) => [field, after]));
    const named = { departmentId: department.name, sectionIds: section.name, deputyId: deputy.displayName };
    const words = Object.entries({ ...everything, ...named }).map(([field, value]) => [field, [String(value)]]);
    expect(shown).toEqual(Object.fromEntries(words));
    expect(body.waiting!.details).toContainEqual({ field: 'role', before: ['viewer'], after: ['auditor'] });
    const [listed] = await list(second);
    expect(listed!.details.toSorted(byField)).toEqual(body.waiting!.details.toSorted(byField));
    const [{ fields }] = await app.manager.query<[{ fields: string[] }]>("SELECT reason->'fields' AS fields FROM notification WHERE contact_id = $1", [id]); // prettier-ignore
    expect(fields.toSorted()).toEqual(fieldsOfChange());

    const account = { ...newAccount('auditor'), email: 'evil@example.org' };
    const asked = (await send('POST', '/users', account)).body.waiting!;
    const asNew = Object.entries(account).map(([field, value]) => ({ field, before: [], after: [value] }));
    expect(asked.details.toSorted(byField)).toEqual((asNew as ChangeDetail[]).toSorted(byField));
  });

  it('is held in one order by whoever asks and whoever approves: the account, then what waits for it', async () => {
    const second = await another();
    const { id } = (await send('POST', `/users/${office.id}/password-reset`)).body.waiting!;
    const approval = await app.manager.transaction(async (manager) => {
      await manager.query('SELECT 1 FROM app_user WHERE id = $1 FOR NO KEY UPDATE', [office.id]);
      const answer = approve(id, second);
      const waiting = () =>
        manager.query<{ pid: number }[]>(
          "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
      await eventually(waiting, ({ length }) => length === 1);
      await manager.query('SELECT 1 FROM pending_change WHERE id = $1 FOR UPDATE NOWAIT', [id]);
      return { answer };
    });
    expect((await approval.answer).status).toBe(200);
  });

  it('is to disable a security administrator, or the second person would be gone', async () => {
    const other = await signedIn('security-administrator');
    const { body } = await send('PATCH', `/users/${other.id}`, { disabled: true });
    expect(body).toMatchObject({
      disabled: false,
      waiting: { disables: true, effectiveAt: '2026-11-25T02:00:00.000Z' },
    });
    expect((await now(other.id)).disabled).toBe(false);
    const theirs = await new Browser(app).beginAs(other);
    expect((await send('DELETE', `/pending-changes/${body.waiting!.id}`, undefined, theirs)).status).toBe(204);
    const demoted = await send('PATCH', `/users/${other.id}`, { role: 'viewer' });
    expect(demoted.body).toMatchObject({ role: 'security-administrator', waiting: { role: 'viewer' } });
  });

  it('is seen by whom it concerns and the auditor, and by nobody else', async () => {
    const viewer = await signedIn('viewer');
    await send('PATCH', `/users/${viewer.id}`, { role: 'auditor' });
    const as = async (user: User) => list(await new Browser(app).beginAs(user));
    expect(await as(viewer)).toMatchObject([{ userId: viewer.id, mayApprove: false }]);
    expect(await as(await signedIn('auditor'))).toHaveLength(1);
    expect(await as(office)).toEqual([]);
    expect(await told(viewer.id)).toEqual(['change-asked']);
  });

  it('can be withdrawn, is asked for once, and is over after a week', async () => {
    const second = await another();
    const withdrawn = (await send('POST', '/users', newAccount('auditor'))).body.waiting!;
    expect((await send('DELETE', `/pending-changes/${withdrawn.id}`, undefined, second)).status).toBe(204);
    expect((await approve(withdrawn.id, second)).status).toBe(404);
    await send('POST', `/users/${office.id}/password-reset`);
    const { waiting } = (await send('POST', `/users/${office.id}/password-reset`)).body;
    expect(await list()).toMatchObject([{ id: waiting!.id }]);
    app.at('2026-12-01T10:00');
    const later = await another();
    expect(await list(later)).toEqual([]);
    expect((await approve(waiting!.id, later)).status).toBe(404);
  });

  it('is nothing before the office has begun to work, or at the machine itself', async () => {
    await changeAccount(app.manager, office.id, { passwordChangedAt: office.createdAt });
    for (const role of ['performance-office', 'security-administrator'] as const)
      expect((await send('POST', '/users', newAccount(role))).body).toMatchObject({ user: { role }, waiting: null });
    await changeAccount(app.manager, office.id, { passwordChangedAt: new Date('2026-02-01') });
    expect(await app.get(UsersService).create(newAccount('auditor'))).toMatchObject({ user: { role: 'auditor' } });
    expect(await app.get(UserPasswordsService).reset(office.id)).toMatch(/^[\w-]{27}$/);
  });
});
