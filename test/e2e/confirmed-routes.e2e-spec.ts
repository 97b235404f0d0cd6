import { v7 as uuid } from 'uuid';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { type User } from '../../src/auth/users/user.entity.js';
import { Passkey } from '../../src/auth/second-factor/passkeys/passkey.entity.js';
import { UserSession } from '../../src/auth/sessions/user-session.entity.js';
import type { Resource } from '../../src/common/access/access.decorator.js';
import { ADMINISTRATORS, type Role, ROLES } from '../../src/domain/roles.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { declaredRoutes, type Route } from '../support/routes.js';
import { ifMatch, PASSWORD, TestApp } from '../support/test-app.js';

/** What changes accounts, ways in, or where messages go. */
const ABOUT_ACCOUNTS = /^\/(users|session|sessions|pending-changes|contacts\/:id\/robot)(\/|$)/;

/** Without the password: why an open session may. */
const WITHOUT: Readonly<Record<string, string>> = {
  'POST /session': 'is the sign-in',
  'DELETE /session': 'ends that session alone',
  'POST /session/second-step': 'is the sign-in',
  'POST /session/second-step/challenge': 'is the sign-in',
  'POST /session/second-step/passkey': 'is the sign-in',
  'PUT /session/password': 'takes the present password by itself',
  'PUT /session/language': 'opens nothing',
  'PUT /session/mails': 'turns off, or on again, what is for information alone',
  'DELETE /session/tokens/:id': 'takes a way in away, of one’s own program alone',
  'PUT /session/second-factor/totp': 'ends what the password began, with a code of the new app',
  'POST /session/second-factor/passkeys': 'ends what the password began, by its challenge',
  'PUT /session/second-factor/passkeys/:id': 'is a name',
  'DELETE /pending-changes/:id': 'leaves accounts as they are; it can be asked for again',
  'DELETE /users/:id/refusal': 'lets mails be tried again',
  'DELETE /contacts/:id/robot': 'sends reminders to the contact’s own address again',
  'POST /jobs/:name/runs': 'does what is done every day',
  'POST /mails/test': 'sends a fixed text, five times a minute',
};

const named = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

describe('the password again', () => {
  let app: TestApp;
  let routes: Route[];
  let hash: string;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
    routes = declaredRoutes(app).filter(({ method }) => method !== 'GET');
  });
  afterAll(() => app.close());

  const confirmed = () => routes.filter(({ rule }) => rule.confirmed);
  const somebody = async (role: Role) => (await UserFactory.as(role).signingInWith(hash).insert(app.manager)).user;
  /** Rows that the rule names are there, and theirs: the gate looks for those first. */
  const path = async ({ path: declared, rule }: Route, user: User): Promise<string> => {
    const [row] = [rule.row ?? []].flat().filter(({ in: place = 'path' }) => place === 'path');
    const own = row && (await rowOf(row.resource, user));
    return declared.replace(/:\w+/g, (name) => (own && name === `:${row.parameter}` ? own : uuid()));
  };
  const rowOf = async (resource: Resource, { id: userId }: User): Promise<string> => {
    const [id, at] = [uuid(), new Date('2026-11-24T02:00:00Z')];
    if (resource === 'session') {
      const session = { id, tokenHash: id, userId, createdAt: at, lastSeenAt: at };
      await app.manager.insert(UserSession, {
        ...session,
        address: null,
        agent: null,
        secondFactor: null,
        proof: null,
      });
      return id;
    }
    if (resource === 'passkey') {
      const key = { credentialId: id, publicKey: Buffer.alloc(0), counter: 0, name: 'Office computer' };
      await app.manager.insert(Passkey, { id, userId, ...key, createdAt: at });
      return id;
    }
    return (await ContactFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager)).id;
  };
  const roleFor = ({ rule }: Route): Role => (rule.roles === 'anybody' ? ROLES : rule.roles)[0]!;
  /** Somebody who may, signed in, and what they send there. */
  const begun = async (route: Route, changes: Partial<User> = {}) => {
    const user = await somebody(roleFor(route));
    await changeAccount(app.manager, user.id, { displayName: '李样例', ...changes });
    const [by, url] = [await new Browser(app).beginAs(user), await path(route, user)];
    return (body: object) => by.request(route.method, url, { body, headers: ifMatch(1) });
  };

  it('is asked for by whatever an open session of somebody could do to accounts, but for what is listed with its reason', () => {
    const ofAdministrators = ({ rule }: Route) =>
      rule.roles !== 'anybody' && rule.roles.every((role) => ADMINISTRATORS.includes(role));
    const concerned = routes.filter((route) => ABOUT_ACCOUNTS.test(route.path) || ofAdministrators(route));
    const asks = concerned.filter(({ rule }) => rule.confirmed).map(named);
    expect(asks.length).toBeGreaterThan(15);
    const open = concerned.map(named).filter((route) => !asks.includes(route));
    expect(open.toSorted()).toEqual(Object.keys(WITHOUT).toSorted());
  });

  it('is refused in one way by all of them, which then do nothing', async () => {
    for (const route of confirmed()) {
      const send = await begun(route);
      const before = await app.manager.count(AuditEvent);
      for (const current of [undefined, null, 7, [PASSWORD], '', 'not the right one', 'x'.repeat(10_000)])
        expect([named(route), await send({ current })]).toMatchObject([
          named(route),
          { status: 422, body: { code: 'present-password-wrong', errors: [{ pointer: '/current' }] } },
        ]);
      // The two that could have been one, counted as sign-ins that failed; what is none costs no hash. And nothing else.
      const lines = await app.manager.find(AuditEvent, { order: { position: 'ASC' }, skip: before });
      const said = lines.map(({ action }) => action);
      expect([named(route), said]).toEqual([named(route), ['session.refused', 'session.refused']]);
    }
  });

  it('is not asked for where there is none: then it takes a sign-in of the last ten minutes', async () => {
    for (const route of confirmed()) {
      app.at('2026-11-24T10:00');
      const send = await begun(route, { oidcIssuer: 'https://id.example.org', oidcSubject: uuid() });
      app.at('2026-11-24T10:11');
      const late = await send({ current: PASSWORD });
      expect([named(route), late]).toMatchObject([named(route), { status: 403, body: { code: 'sign-in-again' } }]);
      app.at('2026-11-24T10:10');
      expect([named(route), (await send({})).body.code]).not.toEqual([named(route), 'sign-in-again']);
    }
    app.at('2026-11-24T10:00');
  });

  it('given rightly leads on to what the route is about', async () => {
    for (const route of confirmed()) {
      const { body } = await (await begun(route))({ current: PASSWORD });
      expect([named(route), body.code]).not.toEqual([named(route), 'present-password-wrong']);
    }
  });

  it('is kept nowhere: not where a change waits, nor in the audit log', async () => {
    const office = await somebody('performance-office');
    await changeAccount(app.manager, office.id, { passwordChangedAt: new Date('2026-02-01') });
    const asker = await new Browser(app).beginAs(await somebody('security-administrator'));
    const body = { displayName: '秦新', role: 'auditor', current: PASSWORD };
    const made = await asker.request<{ waiting: object | null }>('POST', '/users', {
      body: { ...body, username: 'qin.xin' },
    });
    const changed = await asker.request<{ waiting: object | null }>('PATCH', `/users/${office.id}`, {
      ...{ body, headers: ifMatch(1) },
    });
    for (const answer of [made, changed]) expect(answer.body.waiting).not.toBeNull();
    const rows: object[] = await app.manager.query(
      'SELECT to_jsonb(p) AS row FROM pending_change p UNION ALL SELECT to_jsonb(a) FROM audit_event a',
    );
    expect(JSON.stringify(rows)).toContain('qin.xin');
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });
});
