import { rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../../src/audit/audit-log.js';
import { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { proofOf, proveAccounts } from '../../src/audit/rows/proven-rows.js';
import { ROWS_COVERED } from '../../src/audit/rows/row-statements.js';
import { updateVersioned } from '../../src/audit/versioned.js';
import { knownHeadFile } from '../../src/audit/known-head.js';
import { openAuditLog } from '../../src/audit/open-audit-log.js';
import type { AccountOutcome } from '../../src/auth/pending/asked-changes.service.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { Passkey } from '../../src/auth/second-factor/passkeys/passkey.entity.js';
import { SignInService } from '../../src/auth/sign-in/sign-in.service.js';
import { User } from '../../src/auth/users/user.entity.js';
import { UserChangesService } from '../../src/auth/users/user-changes.service.js';
import { UsersRepository } from '../../src/auth/users/users.repository.js';
import { ConditionService } from '../../src/condition/condition.service.js';
import { Configuration } from '../../src/config/configuration.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, ifMatch, PASSWORD, TestApp } from '../support/test-app.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** As somebody does who may write into every table, and has not the key of the audit log. */
describe('put into the database by SQL, or altered there', () => {
  let app: TestApp;
  let hash: string;
  let office: User;
  let own: User;
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
    own = await signedIn('viewer');
  });

  const signedIn = async (role: 'performance-office' | 'viewer' | 'security-administrator') => {
    const { user } = await UserFactory.as(role).signingInWith(hash).insert(app.manager);
    await changeAccount(app.manager, user.id, { passwordChangedAt: new Date('2026-02-01') });
    return user;
  };
  const named = async (table: string) =>
    (await app.get(AuditService).verify()).histories.changed
      .filter((line) => line.table === table)
      .map(({ key }) => key);
  const statusOf = async (browser: Browser) => (await browser.request('GET', '/session')).status;

  it('a session lets nobody in, and is named', async () => {
    const cookie = `planted-${uuid()}`;
    const insert = async (proof: string | null) => {
      await app.manager.query('DELETE FROM user_session');
      await app.manager.query(
        `INSERT INTO user_session (id, token_hash, user_id, created_at, last_seen_at, proof)
         VALUES (gen_random_uuid(), $1, $2, $3, $3, $4)`,
        [sha256(cookie), office.id, new Date('2026-11-24T01:59:00Z'), proof],
      );
      return (await app.request('GET', '/session', { as: null, headers: { cookie: `__Host-jixiao=${cookie}` } }))
        .status;
    };
    const said = { tokenHash: sha256(cookie), userId: office.id, createdAt: new Date('2026-11-24T01:59:00Z') };
    expect(await insert(proofOf(app.manager, 'user_session', { ...said, secondFactor: null }))).toBe(200); // the same, by the program
    expect(await named('user_session')).toEqual([]);
    expect(await insert(null)).toBe(401);
    expect(await insert(proofOf(app.manager, 'user_session', { ...said, userId: own.id, secondFactor: null }))).toBe(
      401,
    );
    expect(await named('user_session')).toHaveLength(1);
  });

  it.each([
    ['somebody else’s', 'user_id = $1', 401],
    ['begun later', "created_at = created_at + interval '1 hour', user_id = coalesce(user_id, $1)", 401],
    ['with a second factor', "second_factor = 'totp', user_id = coalesce(user_id, $1)", 401],
    ['seen later, as every request does', 'last_seen_at = last_seen_at, user_id = coalesce(user_id, $1)', 200],
  ])('a session made %s', async (_, set, status) => {
    const browser = await new Browser(app).beginAs(own);
    await app.manager.query(`UPDATE user_session SET ${set} WHERE user_id <> $1`, [office.id]);
    expect(await statusOf(browser)).toBe(status);
  });

  it.each([
    ['somebody else’s', 'user_id = $1'],
    ['longer', "expires_at = expires_at + interval '1 day', user_id = coalesce(user_id, $1)"],
    ['one that writes', "scope = 'write', user_id = coalesce(user_id, $1)"],
    ['without a proof', 'proof = NULL, user_id = coalesce(user_id, $1)'],
  ])('a token made %s opens nothing, and is named', async (_, set) => {
    const browser = await new Browser(app).beginAs(own);
    const body = { name: '数据交换', scope: 'read', current: PASSWORD };
    const { token, id } = (await browser.request<{ token: string; id: string }>('POST', '/session/tokens', { body }))
      .body;
    const status = async () => (await app.request('GET', '/session', { as: null, headers: bearer(token) })).status;
    expect(await status()).toBe(200);
    expect(await named('api_token')).not.toContain(id);
    await app.manager.query(`UPDATE api_token SET ${set} WHERE user_id <> $1 AND id = $2`, [office.id, id]);
    expect(await status()).toBe(401);
    expect(await named('api_token')).toContain(id);
  });

  it('a change that waits is not done earlier, nor otherwise, nor once it was withdrawn', async () => {
    const asker = await signedIn('security-administrator');
    const browser = await new Browser(app).beginAs(asker);
    const ask = async () => {
      const body = { role: 'performance-office', current: PASSWORD };
      const answer = await browser.request<AccountOutcome>('PATCH', `/users/${own.id}`, { body, headers: ifMatch(1) });
      return answer.body.waiting!.id;
    };
    const approve = (id: string) =>
      browser.request<{ code?: string }>('POST', `/pending-changes/${id}/approval`, { body: { current: PASSWORD } });
    for (const set of [
      "effective_at = now() - interval '30 days'",
      `payload = '{"role": "auditor"}'`,
      `asked_by = '${office.id}'`,
      'proof = NULL',
    ]) {
      const id = await ask();
      expect((await approve(id)).body.code).toBe('second-person-needed');
      expect(await named('pending_change')).toEqual([]);
      await app.manager.query(`UPDATE pending_change SET ${set} WHERE id = $1`, [id]);
      expect([set, (await approve(id)).body.code]).toEqual([set, 'change-altered']);
      expect(await named('pending_change')).toEqual([id]);
      expect((await browser.request('DELETE', `/pending-changes/${id}`)).status).toBe(204);
    }
    const id = await ask();
    await app.manager.query('CREATE TABLE kept_aside AS SELECT * FROM pending_change');
    expect((await browser.request('DELETE', `/pending-changes/${id}`)).status).toBe(204);
    await app.manager.query('INSERT INTO pending_change SELECT * FROM kept_aside; DROP TABLE kept_aside');
    app.at('2026-11-25T10:00');
    const later = await new Browser(app).beginAs(asker);
    const body = { current: PASSWORD };
    const answer = await later.request<{ code?: string }>('POST', `/pending-changes/${id}/approval`, { body });
    expect(answer.body.code).toBe('change-altered');
    expect((await app.manager.findOneByOrFail(User, { id: own.id })).role).toBe('viewer');
  });

  it('a password lets nobody in, in the place of one that was set by the program', async () => {
    const as = { as: 'security-administrator', confirmed: true } as const;
    const reset = await app.request<{ password: string }>('POST', `/users/${own.id}/password-reset`, {
      body: {},
      ...as,
    });
    const signIn = async (password: string) => (await new Browser(app).signIn(own.username, password)).status;
    expect(await signIn(reset.body.password)).toBe(200);
    await app.manager.query('UPDATE app_user SET password_hash = $1 WHERE id = $2', [hash, own.id]);
    expect(await signIn(PASSWORD)).toBe(401);
    expect(await named('app_user')).toContain(own.id);
  });

  it('a whole account lets nobody in, by its password or at the provider, and is named', async () => {
    const id = uuid();
    const signIn = async () => (await new Browser(app).signIn('ghost', PASSWORD)).status;
    await app.manager.query(
      `INSERT INTO app_user (id, username, display_name, role, password_hash, password_changed_at, created_at, section_ids,
         must_change_password, proof)
       SELECT $1, 'ghost', '某人', role, password_hash, password_changed_at, created_at, '{}', false, proof FROM app_user WHERE id = $2`,
      [id, office.id],
    );
    expect(await signIn()).toBe(401);
    expect(await named('app_user')).toContain(id);
    await proveAccounts(app.manager, [id]);
    expect(await signIn()).toBe(200); // the same, by the program
  });

  it.each([
    ['a role', "role = 'performance-office'"],
    ['sections', 'section_ids = ARRAY[gen_random_uuid()]'],
    [
      'a deputy and days of absence',
      "deputy_id = (SELECT id FROM app_user WHERE role = 'performance-office'), away_from = '2026-11-01', away_until = '2026-11-30'",
    ],
    ['a password that was changed later', 'password_changed_at = now()'],
    ['a password that need not be changed', 'must_change_password = NOT must_change_password'],
    ['another name to sign in by', "username = 'somebody.else'"],
  ])('%s lets its account do nothing as long as it stands, and is told', async (_, set) => {
    const browser = await new Browser(app).beginAs(own);
    const body = { name: '数据交换', scope: 'read', current: PASSWORD };
    const made = await browser.request<{ token: string }>('POST', '/session/tokens', { body });
    const asked = async () => [
      await browser.request<{ code?: string }>('GET', '/session'),
      await app.request('GET', '/session', { as: null, headers: bearer(made.body.token) }),
    ];
    expect((await asked()).map(({ status }) => status)).toEqual([200, 200]);
    const lines = () => app.manager.countBy(AuditEvent, { action: 'access.refused', actorId: own.id });
    await app.manager.query('CREATE TABLE kept_aside AS SELECT * FROM app_user WHERE id = $1', [own.id]);
    await app.manager.query(`UPDATE app_user SET ${set} WHERE id = $1`, [own.id]);
    for (const { status, body } of [...(await asked()), ...(await asked())])
      expect([status, body.code]).toEqual([401, 'account-altered']);
    const [row]: { username: string }[] = await app.manager.query('SELECT username FROM app_user WHERE id = $1', [
      own.id,
    ]);
    expect((await new Browser(app).signIn(row!.username, PASSWORD)).status).toBe(401);
    expect(await lines()).toBe(1);
    expect((await app.get(ConditionService).troubles()).map(({ code }) => code)).toContain('account-altered');
    // Another change of the program's does not make it its own.
    await app.get(UserChangesService).update(own.id, own.version, { language: 'en' });
    expect((await asked()).map(({ status }) => status)).toEqual([401, 401]);
    await app.manager
      .query(`UPDATE app_user u SET (role, section_ids, deputy_id, away_from, away_until, password_changed_at, must_change_password, username)
      = (k.role, k.section_ids, k.deputy_id, k.away_from, k.away_until, k.password_changed_at, k.must_change_password, k.username) FROM kept_aside k WHERE k.id = u.id;
      DROP TABLE kept_aside`);
    expect((await asked()).map(({ status }) => status)).toEqual([200, 200]);
    expect(await lines()).toBe(1);
  });

  it('an absence stands nobody in for who was not said to be away', async () => {
    const standsIn = () => app.get(UsersRepository).absentHead(app.manager, own.id, ['department-head'], '2026-11-24');
    const department = await DepartmentFactory.new().insert(app.manager);
    const head = (await UserFactory.as('department-head').of(department).insert(app.manager)).user;
    await changeAccount(app.manager, own.id, { departmentId: department.id });
    const away = { deputyId: own.id, awayFrom: '2026-11-01', awayUntil: '2026-11-30' };
    await app.manager.update(User, { id: head.id }, away);
    expect(await standsIn()).toBeNull();
    await changeAccount(app.manager, head.id, away);
    expect((await standsIn())?.id).toBe(head.id);
  });

  it('what takes two persons takes them also while accounts are altered, and after they were', async () => {
    const asker = await signedIn('security-administrator');
    const browser = await new Browser(app).beginAs(asker);
    const ask = async (username: string) => {
      const body = { username, displayName: '新人', role: 'performance-office', current: PASSWORD };
      return (await browser.request<AccountOutcome>('POST', '/users', { body })).body;
    };
    const reset = async () => {
      const answer = await browser.request<AccountOutcome>('POST', `/users/${office.id}/password-reset`, {
        body: { current: PASSWORD },
      });
      return answer.body;
    };
    await app.manager.query('UPDATE app_user SET password_changed_at = created_at WHERE id = $1', [office.id]);
    expect(await ask('first.planned')).toMatchObject({ user: null, password: null, waiting: { kind: 'account' } });
    await app.manager.query("UPDATE app_user SET role = 'viewer' WHERE id = $1", [office.id]);
    expect(await reset()).toMatchObject({ password: null, waiting: { kind: 'password-reset' } });
    // The log knows, also where no account of the office is left.
    await app.manager.query('DELETE FROM app_user WHERE id = $1', [office.id]);
    expect(await ask('second.planned')).toMatchObject({ waiting: null });
    const about = { subjectType: 'app_user', subjectId: office.id };
    await recordInAuditLog(app.manager, {
      action: 'app_user.created',
      ...about,
      after: { role: 'performance-office' },
    });
    await recordInAuditLog(app.manager, { action: 'app_user.password-changed', ...about });
    expect(await ask('third.planned')).toMatchObject({ user: null, waiting: { kind: 'account' } });
  });

  it('an identity at the provider lets nobody in, in the place of one that was linked', async () => {
    const issuer = 'https://id.example.org';
    const letIn = (oidcSubject: string) =>
      app
        .get(SignInService)
        .checkIdentity({ issuer, subject: oidcSubject })
        .then(
          (user) => user.id,
          () => null,
        );
    const { id } = own;
    const linked = { oidcIssuer: issuer, oidcSubject: 'qin' };
    await updateVersioned(app.manager, User, { id, version: 1 }, linked, { zh: '用户', en: 'user' });
    expect(await letIn('qin')).toBe(id);
    await app.manager.update(User, { id }, { oidcSubject: 'somebody' });
    expect([await letIn('somebody'), await letIn('qin')]).toEqual([null, null]);
    expect(await named('app_user')).toContain(id);
  });

  it('a second factor that is taken away is missed, one that its owner ended is not', async () => {
    const about = { subjectType: 'app_user', subjectId: own.id, after: { factor: 'passkey', passkey: '钥匙' } };
    const say = (action: string) => recordInAuditLog(app.manager, { action: `second_factor.${action}`, ...about });
    const key = { credentialId: uuid(), publicKey: Buffer.alloc(0), counter: 0, name: '钥匙', createdAt: new Date() };
    await app.manager.insert(Passkey, { id: uuid(), userId: own.id, ...key });
    await say('added');
    expect(await named('passkey')).toEqual([]);
    await app.manager.query('DELETE FROM passkey');
    expect(await named('passkey')).toEqual([own.id]);
    await say('removed');
    expect(await named('passkey')).toEqual([]);
    await say('added');
    await say('reset');
    expect(await named('passkey')).toEqual([]);
  });

  it('half a sign-in leads no further with a code that was put there, too', async () => {
    const [token, code] = [`planted-${uuid()}`, 'a-recovery-code-of-somebody'];
    const [tokenHash, expiresAt] = [sha256(token), new Date('2026-11-24T02:05:00Z')];
    const said = { tokenHash, userId: own.id, expiresAt };
    const cookie = `__Host-jixiao-step=${token}`;
    const second = async (proof: string | null) => {
      await app.manager.query('DELETE FROM sign_in_step');
      await app.manager.query('INSERT INTO sign_in_step VALUES ($1, $2, $3, $4)', [
        tokenHash,
        own.id,
        expiresAt,
        proof,
      ]);
      const options = { body: { code }, as: null, headers: { cookie, 'sec-fetch-site': 'same-origin' } };
      return (await app.request('POST', '/session/second-step', options)).body.code;
    };
    expect(await second(null)).toBe('second-step-over');
    expect(await named('sign_in_step')).toEqual([tokenHash]);
    expect(await second(proofOf(app.manager, 'sign_in_step', said))).not.toBe('second-step-over');
  });

  it('rows of an earlier version are believed once, at the upgrade, and never again', async () => {
    const browser = await new Browser(app).beginAs(own);
    const start = () => openAuditLog(app.manager.dataSource, app.get(Configuration));
    await app.manager.query('UPDATE user_session SET proof = NULL');
    await start();
    expect(await statusOf(browser)).toBe(401);
    await app.manager.query(
      `ALTER TABLE audit_event DISABLE TRIGGER USER; DELETE FROM audit_event WHERE action = '${ROWS_COVERED}'`,
    );
    await start(); // the log is not whole
    expect(await statusOf(browser)).toBe(401);
    await app.manager.query('DELETE FROM audit_event');
    rmSync(knownHeadFile(app.get(Configuration)), { force: true });
    await start(); // it was never sealed
    expect(await statusOf(browser)).toBe(200);
  });
});
