import { v7 as uuid } from 'uuid';
import { AuditService } from '../../src/audit/audit.service.js';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import { type Integrity, IntegrityService } from '../../src/backup/integrity.service.js';
import { refuseDamage } from '../../src/commands/integrity-output.js';
import type { DomainError } from '../../src/domain/domain-error.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { GoalFactory } from '../factories/goal.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { EXPLAINED } from '../support/explained.js';
import { bearer, IF_NONE, ifMatch, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

const MONTH = '2026-10';
const COMMITMENT = { level1: '产出指标', level2: '数量指标', name: '督查专报', raw: '>=4篇' };
const PASSWORD = 'Correct-horse-4-battery';

/** What `jixiao verify` says of it. */
function damageOf(integrity: Integrity): string {
  try {
    refuseDamage(integrity);
    return '';
  } catch (error) {
    return (error as DomainError).messages.en;
  }
}

let accounts = 0;
const account = () => ({ username: `zhao.${(accounts += 1)}`, displayName: '赵六', role: 'viewer' });

describe('what leaves a line in the audit log', () => {
  let app: TestApp;
  let department: Department;
  let sheetId: string;
  let goalId: string;
  let indicatorIds: string[];
  let last: string;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T10:00');
    department = await DepartmentFactory.new().insert(app.manager);
    const rows = [1, 2, 3].map(() => IndicatorFactory.new().weighing('30'));
    const made = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    ({ indicatorIds } = made);
    sheetId = made.sheet.id;
    goalId = (await GoalFactory.of(made.sheet).insert(app.manager)).id;
    await app.request('PUT', place(), { body: { value: '5', ...EXPLAINED }, headers: IF_NONE });
    await app.vouchForRows('performance-office', 'reviewer', 'security-administrator');
    last = (await app.get(AuditReading).list(1)).items[0]!.position;
  });

  const place = (indicator = 0) => `/indicators/${indicatorIds[indicator]}/progress/${MONTH}`;
  const move = async (action: string, version: number, as: 'performance-office' | 'reviewer', body?: object) => {
    const { status } = await app.request('POST', `${place()}/${action}`, { body, headers: ifMatch(version), as });
    expect([action, status]).toEqual([action, 200]);
  };
  const lines = async () =>
    (await app.get(AuditReading).list(100)).items.filter(({ position }) => BigInt(position) > BigInt(last)).reverse();
  const actions = async () => (await lines()).map(({ action }) => action);
  const verified = () => app.get(AuditService).verify();
  /** What of a history is found after the owner of the database has changed it; it is put right again. */
  const foundAfter = async (table: string, sql: string) => {
    const behindTheBack = (statements: string) =>
      app.manager.query(
        `ALTER TABLE ${table} DISABLE TRIGGER USER; ${statements}; ALTER TABLE ${table} ENABLE TRIGGER USER`,
      );
    await behindTheBack(`CREATE TABLE kept AS SELECT * FROM ${table}; ${sql}`);
    const { broken, histories } = await verified();
    await behindTheBack(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`);
    expect(broken).toBeNull();
    return histories.changed.filter((line) => line.table === table);
  };

  it('every transition of an entry', async () => {
    await move('submit', 1, 'performance-office');
    await move('recall', 2, 'performance-office');
    await move('submit', 3, 'performance-office');
    await move('return', 4, 'reviewer', { reason: '请补充说明' });
    await move('submit', 5, 'performance-office');
    await move('approve', 6, 'reviewer');
    await move('reopen', 7, 'reviewer', { reason: '数据有误' });
    const moves = ['submitted', 'recalled', 'submitted', 'returned', 'submitted', 'approved', 'reopened'];
    expect(await actions()).toEqual(moves.map((action) => `entry.${action}`));
    const [, , , returned] = await lines();
    expect(returned).toMatchObject({
      subjectType: 'progress_entry',
      departmentId: department.id,
      reason: '请补充说明',
    });
    expect(returned?.after).toEqual({ indicatorId: indicatorIds[0], month: MONTH, version: 5, status: 'returned' });
    expect(returned).toMatchObject({ address: '127.0.0.1', actorId: expect.any(String) as string });
    expect(await verified()).toMatchObject({ broken: null, histories: { changed: [] } });
  });

  it('many at once, and their lines vouch for the drafts before', async () => {
    const rows = indicatorIds.map((indicatorId) => ({ indicatorId, value: '5', ...EXPLAINED }));
    await app.request('POST', '/progress-entries/bulk', { body: { month: MONTH, rows: rows.slice(1) } });
    const moved = indicatorIds.map((indicatorId) => ({ indicatorId, month: MONTH, version: 1 }));
    await app.request('POST', '/progress-entries/bulk/submit', { body: { rows: moved } });
    expect(await actions()).toEqual(Array(3).fill('entry.submitted'));
    const ours = `entry_id IN (SELECT id FROM progress_entry WHERE indicator_id IN ('${indicatorIds.join("', '")}'))`;
    // Also the drafts before what was submitted: the line of its transition vouches for them.
    const changed = `UPDATE progress_change SET entry = entry || '{"value": 6}' WHERE version = 1 AND ${ours}`;
    const found = await foundAfter('progress_change', changed);
    expect(found.map(({ how }) => how)).toEqual(['altered', 'altered', 'altered', 'moved', 'moved', 'moved']);
  });

  it('goals, budget, imports and exports with personal data', async () => {
    await app.request('PUT', `/goals/${goalId}/progress/${MONTH}`, { body: { text: '已办 5 次' }, headers: IF_NONE });
    const budget = `/target-sheets/${sheetId}/budget/${MONTH}`;
    for (const headers of [IF_NONE, ifMatch(1)])
      expect(await app.request('PUT', budget, { body: { spent: '80' }, headers })).toMatchObject({ status: 200 });
    await upload(app, '一份文件', '目标.txt');
    const document = `2031年项目支出绩效目标表\n预算单位\t某县文化馆\n一级指标\t二级指标\t三级指标\t指标值\t分值\n产出指标\t数量指标\t场次\t≥6次\t90\n`;
    await upload(app, document, '目标.txt');
    const { body } = await app.request<{ id: string }>('POST', '/reports', { body: { sheetId, kind: 'self-evaluation', month: MONTH } }); // prettier-ignore
    await app.download(`/reports/${body.id}/file?format=html`);
    await app.download(`/reports/${body.id}/file?format=html&personalData=shown`);
    const said = await actions();
    expect(said.filter((action) => action === 'report.exported')).toHaveLength(1);
    for (const action of ['goal_progress.written', 'budget_execution.saved', 'document_import.uploaded'])
      expect(said).toContain(action);
    expect(await verified()).toMatchObject({ broken: null, histories: { changed: [] } });
  });

  it('a report that was issued by nobody is named', async () => {
    const body = { sheetId, kind: 'self-evaluation', month: MONTH };
    const { body: issued } = await app.request<{ id: string }>('POST', '/reports', { body });
    const altered = async () => (await app.get(IntegrityService).check()).reports.altered;
    expect(await altered()).toEqual([]);
    const [forged]: [{ id: string }] = await app.manager.query(
      `INSERT INTO report SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'version', 99))).*
       FROM report r WHERE id = $1 RETURNING id`,
      [issued.id],
    );
    expect(await altered()).toEqual([forged.id]);
  });

  it.each([
    ['progress_change', "actor = 'nobody'"],
    ['goal_progress', "text = '已办 50 次'"],
    ['budget_change', 'figures = figures || \'{"spent": "1"}\''],
    ['month_decision', "reason = ''"],
  ])('a changed line of %s is named, and one that is missing', async (table, change) => {
    await move('submit', 1, 'performance-office');
    await app.request('PUT', `/goals/${goalId}/progress/${MONTH}`, { body: { text: '已办 5 次' }, headers: IF_NONE });
    await app.request('PUT', `/target-sheets/${sheetId}/budget/${MONTH}`, { body: { spent: '80' }, headers: IF_NONE });
    await app.request('POST', `/departments/${department.id}/months/${MONTH}/close`, { headers: IF_NONE });
    expect((await verified()).histories.changed).toEqual([]);
    for (const sql of [`UPDATE ${table} SET ${change}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      await expect(app.manager.query(sql)).rejects.toThrow(`${table} is append-only`);
    const altered = await foundAfter(table, `UPDATE ${table} SET ${change}`);
    expect(altered.length).toBeGreaterThan(0);
    expect(altered.filter(({ how }) => how !== 'altered')).toEqual([]);
    const missing = await foundAfter(table, `DELETE FROM ${table}`);
    expect(missing.map(({ how }) => how)).toEqual(Array(missing.length).fill('missing'));
    expect(missing.length).toBeGreaterThan(0);
  });

  it('what is changed in a history is named also where lines of the log are altered, and so is each of these', async () => {
    await everything();
    const altered = await lines();
    const positions = [altered[0]!.position, altered.at(-1)!.position];
    expect(altered.map(({ action }) => action)).toEqual([
      ...['entry.submitted', 'goal_progress.written', 'budget_execution.saved', 'month.closed'],
    ]);
    const log = (reason: string): Promise<unknown> =>
      app.manager.query(
        `ALTER TABLE audit_event DISABLE TRIGGER USER;
         UPDATE audit_event SET reason = ${reason} WHERE position IN (${positions.join(', ')});
         ALTER TABLE audit_event ENABLE TRIGGER USER`,
      );
    const changeOfGoal = 'ALTER TABLE goal_progress DISABLE TRIGGER USER; UPDATE goal_progress SET text = $$';
    const goal = (text: string): Promise<unknown> =>
      app.manager.query(
        `${changeOfGoal}${text}$$ WHERE goal_id = '${goalId}'; ALTER TABLE goal_progress ENABLE TRIGGER USER`,
      );
    await log("'x'");
    await goal('已办 50 次');
    const { broken, more, histories } = await verified();
    expect([broken, ...more]).toEqual(positions.map((position) => ({ how: 'altered', position })));
    expect(histories.changed).toMatchObject([{ table: 'goal_progress', how: 'altered' }]);
    const integrity = await app.get(IntegrityService).check();
    const said = [...positions.map((position) => `Line ${position} of the audit log was altered`), 'goal_progress'];
    expect(said.filter((words) => !damageOf(integrity).includes(words))).toEqual([]);
    await log('NULL');
    await goal('已办 5 次');
    expect(await verified()).toMatchObject({ broken: null, more: [], histories: { changed: [] } });
  });

  /** One of everything that has a history, so that a line of each can be forged from one that is there. */
  const everything = async () => {
    await move('submit', 1, 'performance-office');
    await app.request('PUT', `/goals/${goalId}/progress/${MONTH}`, { body: { text: '已办 5 次' }, headers: IF_NONE });
    await app.request('PUT', `/target-sheets/${sheetId}/budget/${MONTH}`, { body: { spent: '80' }, headers: IF_NONE });
    await app.request('POST', `/departments/${department.id}/months/${MONTH}/close`, { headers: IF_NONE });
  };
  const COPIES: Readonly<Record<string, string>> = {
    progress_change: `
      (id, entry_id, version, action, actor, entry, changed_at)
      SELECT gen_random_uuid(), entry_id, version + 98, 'approved', 'zhang', entry, changed_at
      FROM progress_change WHERE action = 'submitted'`,
    goal_progress: `SELECT goal_id, month, version + 98, '已办 50 次', author, written_at FROM goal_progress`,
    budget_change: 'SELECT budget_id, version + 98, actor, figures, changed_at FROM budget_change',
    month_decision: `
      SELECT department_id, month, version + 98, 'reopened', reason, open_until, actor, decided_at FROM month_decision`,
    sheet_revision: `SELECT gen_random_uuid(), id, 0, '2026-01', NULL, NULL, 'zhang', now() FROM target_sheet LIMIT 1`,
  };

  it.each(Object.keys(COPIES))('a line that was added to %s behind the service is named', async (table) => {
    await everything();
    expect((await verified()).histories.changed).toEqual([]);
    const forged = await foundAfter(table, `INSERT INTO ${table} ${COPIES[table]!}`);
    expect(forged.length).toBeGreaterThan(0);
    expect(forged.filter(({ how }) => how !== 'uncovered')).toEqual([]);
  });

  it('drafts wait for the night, and only drafts: not one of long ago, nor one beside another', async () => {
    const draft = (version: number, at: string) => `
      INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
      SELECT gen_random_uuid(), entry_id, ${version}, 'saved', 'zhang', entry, '${at}'
      FROM progress_change WHERE entry_id = (SELECT id FROM progress_entry WHERE indicator_id = '${indicatorIds[0]}')`;
    expect((await verified()).histories.changed).toEqual([]);
    expect(await foundAfter('progress_change', draft(1, '2026-11-24'))).toHaveLength(2);
    await app.runJob('audit', '2026-11-24T11:00');
    expect(await foundAfter('progress_change', draft(0, '2026-11-24T12:00'))).toEqual([]);
    expect(await foundAfter('progress_change', draft(0, '2026-11-23'))).toMatchObject([{ how: 'uncovered' }]);
  });

  it.each([
    ['progress_entry', 'value = value + 1000', 'value'],
    ['progress_entry', "status = 'approved'", 'status'],
    ['progress_entry', "submitted_at = submitted_at + interval '1 day', late = NOT late", 'late, submitted_at'],
    ['progress_entry', 'version = version + 1', 'version'],
    ['budget_execution', 'spent = spent + 1', 'spent'],
    ['budget_execution', 'adjusted_budget = 7', 'adjustedBudget'],
  ])('a row of %s that is not as its history has it is named: %s', async (table, change, columns) => {
    await everything();
    const ours = table === 'progress_entry' ? `indicator_id = '${indicatorIds[0]}'` : `sheet_id = '${sheetId}'`;
    const [{ id }]: [{ id: string }] = await app.manager.query(`SELECT id FROM ${table} WHERE ${ours}`);
    await app.manager.query(`CREATE TABLE kept AS SELECT * FROM ${table} WHERE id = '${id}'`);
    const changed = async (update: string) => {
      await app.manager.query(update);
      return (await verified()).histories.changed;
    };
    expect(await changed(`UPDATE ${table} SET ${change} WHERE id = '${id}'`)).toEqual([
      { table, key: id, how: 'strayed', columns },
    ]);
    const back = change.split(', ').map((one) => one.split(' = ')[0]!);
    const same = back.map((column) => `${column} = kept.${column}`).join(', ');
    expect(await changed(`UPDATE ${table} t SET ${same} FROM kept WHERE t.id = kept.id`)).toEqual([]);
    await app.manager.query('DROP TABLE kept');
  });

  it.each([
    ['app_user', "role = 'performance-office'", 'role'],
    ['app_user', 'disabled = NOT disabled', 'disabled'],
    ['app_user', "oidc_issuer = 'https://login.example.org', oidc_subject = 'zhang'", 'oidcIssuer, oidcSubject'],
    ['app_user', "password_hash = 'that of another'", 'password_hash'],
    ['app_user', "email = 'evil@example.org'", 'email'],
    ['target_sheet', 'fiscal_year = fiscal_year - 1', 'fiscalYear'],
    ['target_sheet', "policy = 'another', version = version + 1", 'policy'],
    ['indicator', 'target = target - 1, weight = weight + 1', 'target, weight'],
    ['indicator', "end_month = '2026-10'", 'endMonth'],
  ])('a row of %s that was changed behind the service is named: %s', async (table, change, columns) => {
    const id = await madeAs(table);
    expect((await verified()).histories.changed).toEqual([]);
    await app.manager.query(`CREATE TABLE kept AS SELECT * FROM ${table} WHERE id = '${id}'`);
    await app.manager.query(`UPDATE ${table} SET ${change} WHERE id = '${id}'`);
    expect((await verified()).histories.changed).toEqual([{ table, key: id, how: 'strayed', columns }]);
    const back = change.split(', ').map((one) => one.split(' = ')[0]!);
    const same = back.map((column) => `${column} = kept.${column}`).join(', ');
    await app.manager.query(`UPDATE ${table} t SET ${same} FROM kept WHERE t.id = kept.id; DROP TABLE kept`);
    expect((await verified()).histories.changed).toEqual([]);
  });

  it('a password and an address that were put there stay named after another change, and no line says them', async () => {
    const id = await madeAs('app_user');
    await app.manager.query("UPDATE app_user SET password_hash = 'x', email = 'evil@example.org' WHERE id = $1", [id]);
    const body = { displayName: '钱七' };
    const as = 'security-administrator';
    expect(
      (await app.request('PATCH', `/users/${id}`, { body, headers: ifMatch(1), as, confirmed: true })).status,
    ).toBe(200);
    const { changed } = (await verified()).histories;
    expect(changed.map(({ columns }) => columns)).toEqual(['email', 'password_hash']);
    const said = JSON.stringify(await lines());
    expect([said.includes('argon2'), said.includes('evil@')]).toEqual([false, false]);
    await app.manager.query('DELETE FROM app_user WHERE id = $1', [id]);
  });

  it('an account that somebody put there is named', async () => {
    const id = uuid();
    await app.manager.query(
      `INSERT INTO app_user (id, username, display_name, role, created_at)
       VALUES ($1, 'ghost', 'ghost', 'performance-office', clock_timestamp())`,
      [id],
    );
    expect((await verified()).histories.changed).toEqual([{ table: 'app_user', key: id, how: 'uncovered' }]);
    await app.manager.query('DELETE FROM app_user WHERE id = $1', [id]);
  });

  /** A row as the service makes and changes them. @returns its id */
  async function madeAs(table: string): Promise<string> {
    if (table === 'target_sheet') {
      const body = { evidenceRequired: true };
      const { status } = await app.request('PATCH', `/target-sheets/${sheetId}`, { body, headers: ifMatch(1) });
      expect(status).toBe(200);
      return sheetId;
    }
    const [route, body, as] =
      table === 'indicator'
        ? ([`/target-sheets/${sheetId}/commitments`, COMMITMENT, 'performance-office'] as const)
        : (['/users', { ...account(), departmentId: department.id }, 'security-administrator'] as const);
    const made = await app.request<{ id: string; user?: { id: string } }>('POST', route, {
      ...{ body, as, confirmed: table === 'app_user' },
    });
    expect(made.status).toBe(201);
    return made.body.user?.id ?? made.body.id;
  }

  it('an indicator is as its last revision says', async () => {
    const id = indicatorIds[2]!;
    const body = {
      effectiveMonth: '2026-11',
      reason: '年中调整',
      indicators: [{ indicatorId: id, raw: '≥40次' }],
      waiver: '示例',
    };
    const revised = await app.request('POST', `/target-sheets/${sheetId}/revisions`, { body, headers: ifMatch(1) });
    expect(revised.status).toBe(201);
    expect((await verified()).histories.changed).toEqual([]);
    await app.manager.query('UPDATE indicator SET target = 30 WHERE id = $1', [id]);
    expect((await verified()).histories.changed).toEqual([
      { table: 'indicator', key: id, how: 'strayed', columns: 'target' },
    ]);
    await app.manager.query('UPDATE indicator SET target = 40 WHERE id = $1', [id]);
    expect((await verified()).histories.changed).toEqual([]);
  });

  it('a move with other figures than the line before it is named, and one whose line before is gone', async () => {
    await move('submit', 1, 'performance-office');
    await move('approve', 2, 'reviewer');
    const ours = `entry_id = (SELECT id FROM progress_entry WHERE indicator_id = '${indicatorIds[0]}')`;
    const [{ id }]: [{ id: string }] = await app.manager.query(
      `SELECT id FROM progress_change WHERE ${ours} AND action = 'approved'`,
    );
    const named = { table: 'progress_change', key: id, how: 'moved' };
    for (const [figures, columns] of [
      ['{"value": 79}', 'value'],
      ['{"value": null, "numerator": 1, "denominator": 1}', 'denominator, numerator, value'],
      ['{"grade": "good", "coefficient": 1}', 'coefficient, grade'],
    ] as const) {
      const changed = `UPDATE progress_change SET entry = entry || '${figures}' WHERE ${ours} AND action = 'approved'`;
      expect(await foundAfter('progress_change', changed)).toContainEqual({ ...named, columns });
    }
    const gone = `DELETE FROM progress_change WHERE ${ours} AND action = 'submitted'`;
    expect(await foundAfter('progress_change', gone)).toContainEqual({ ...named, columns: 'version' });
    expect((await verified()).histories.changed).toEqual([]);
  });

  it('an entry that is gone, and whose history stayed, is named', async () => {
    const [{ id }]: [{ id: string }] = await app.manager.query(
      `SELECT id FROM progress_entry WHERE indicator_id = '${indicatorIds[0]}'`,
    );
    const silently = (sql: string) =>
      app.manager.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
    await silently(
      `CREATE TABLE kept AS SELECT * FROM progress_entry WHERE id = '${id}'; DELETE FROM progress_entry WHERE id = '${id}'`,
    );
    expect((await verified()).histories.changed).toEqual([{ table: 'progress_entry', key: id, how: 'missing' }]);
    await silently('INSERT INTO progress_entry SELECT * FROM kept; DROP TABLE kept');
    expect((await verified()).histories.changed).toEqual([]);
  });

  it('an entry without a history is named', async () => {
    await app.manager.query(
      `INSERT INTO progress_entry (id, indicator_id, month, value, status, updated_at)
       VALUES (gen_random_uuid(), $1, '2026-09', 5, 'approved', now())`,
      [indicatorIds[2]],
    );
    expect((await verified()).histories.changed).toMatchObject([{ how: 'strayed', columns: '' }]);
    await app.manager.query(`DELETE FROM progress_entry WHERE indicator_id = $1 AND month = '2026-09'`, [
      indicatorIds[2],
    ]);
  });

  it('sign-in and sign-out, with the address', async () => {
    const hash = await app.get(Passwords).hash(PASSWORD);
    const { user } = await UserFactory.as('reporter').of(department).signingInWith(hash).insert(app.manager);
    const browser = new Browser(app);
    await browser.signIn(user.username, PASSWORD);
    expect((await browser.request('DELETE', '/session')).status).toBe(204);
    expect(await actions()).toEqual(['session.begun', 'session.ended']);
    for (const line of await lines())
      expect(line).toMatchObject({ actorId: user.id, address: '127.0.0.1', requestId: expect.any(String) as string });
  });

  it('a refusal: one line for a person, a route and a row in a day, and no flood', async () => {
    const other = await DepartmentFactory.new().insert(app.manager);
    const { token, user } = await UserFactory.as('department-head').of(other).insert(app.manager);
    const ask = (route: string) => app.request('GET', route, { headers: bearer(token) });
    for (let turn = 0; turn < 3; turn += 1) {
      expect((await ask(`/target-sheets/${sheetId}`)).status).toBe(404);
      expect((await ask('/users')).status).toBe(403);
    }
    expect((await lines()).map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
      ['access.refused', user.id, 'GET /api/v1/target-sheets/:id'],
      ['access.refused', user.id, 'GET /api/v1/users'],
    ]);
    const foreign = (n: number) => `/target-sheets/00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    for (let n = 0; n < 110; n += 1) await ask(foreign(n));
    const refused: unknown[] = await app.manager.query('SELECT reason FROM audit_event WHERE actor_id = $1', [user.id]);
    expect(refused).toHaveLength(1 + 50); // of a route, so that a flood on one hides nothing on another
    await ask('/audit-events');
    expect((await lines()).at(-1)?.subjectId).toBe('GET /api/v1/audit-events');
  });

  it('a refusal behind the gate: rows of others, each reason in one line, also of a dry run; no entry is no refusal', async () => {
    const other = await DepartmentFactory.new().insert(app.manager);
    const { token, user } = await UserFactory.as('department-head').of(other).insert(app.manager);
    const rows = indicatorIds.map((indicatorId) => ({ indicatorId, month: MONTH, version: 1 }));
    const bulk = async (action: string, as: string) => {
      const body = { rows, ...(/return|reopen/.test(action) && { reason: '数据有误' }) };
      expect(
        (await app.request('POST', `/progress-entries/bulk/${action}`, { body, headers: bearer(as) })).status,
      ).toBe(200);
    };
    for (const action of ['approve?dryRun=true', 'approve', 'return', 'withdraw', 'reopen']) await bulk(action, token);
    const said = (await lines()).map(({ action, actorId, subjectId, after }) => [
      action,
      actorId,
      subjectId,
      after?.code,
    ]);
    expect(said).toEqual(
      ['approved', 'returned', 'withdrawn', 'reopened'].map((move) => [
        'access.refused',
        user.id,
        `POST /api/v1/progress-entries/bulk ${move}`,
        'not-found',
      ]),
    );
    expect((await lines())[0]?.after?.row).toHaveLength(3);
    const own = await UserFactory.as('department-head').of(department).insert(app.manager);
    await bulk('approve', own.token);
    expect(await lines()).toHaveLength(4);
  });

  it('a refusal behind the gate: whoever submitted an entry approves it', async () => {
    const { token, user } = await UserFactory.as('department-head').of(department).insert(app.manager);
    const asHead = (action: string, version: number) =>
      app.request('POST', `${place()}/${action}`, { headers: { ...bearer(token), ...ifMatch(version) } });
    expect((await asHead('submit', 1)).status).toBe(200);
    expect(await asHead('approve', 2)).toMatchObject({ status: 403, body: { code: 'own-submission' } });
    const after = expect.objectContaining({ code: 'own-submission' }) as object;
    expect((await lines()).at(-1)).toMatchObject({ action: 'access.refused', actorId: user.id, after });
  });
});
