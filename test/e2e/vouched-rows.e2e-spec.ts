import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../../src/audit/audit.service.js';
import { KnownHead } from '../../src/audit/known-head.js';
import { VOUCHED } from '../../src/audit/rows/vouched-tables.js';
import { unvouchedRows } from '../../src/audit/unvouched-rows.js';
import { keepLocalPolicies } from '../../src/policies/local-policies.js';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { OptOutService } from '../../src/delivery/opt-out/opt-out.service.js';
import { SettingsService } from '../../src/settings/settings.service.js';
import { ImportRequests } from '../support/imports/import-requests.js';
import { formWith } from '../support/upload.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

const DOCUMENT = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t1、举办培训班6次。
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t培训班次数\t≥6次\t30
产出指标\t数量指标\t讲座次数\t≥8次\t20
产出指标\t质量指标\t合格率\t≥95%\t30
效益指标\t满意度指标\t学员满意度\t≥90%\t10
`;
interface Row {
  readonly id: string;
  readonly version: number;
}

describe('rows that the audit log vouches for', () => {
  let app: TestApp;
  let office: ImportRequests;
  let departmentId: string;
  let sheetId: string;
  let indicators: Row[];
  beforeAll(async () => {
    app = (await TestApp.start()).at('2031-02-20T09:00');
    app.withoutRateLimits();
    office = new ImportRequests(app);
    await app.vouchForRows('performance-office', 'security-administrator');
    const { id } = await office.upload(DOCUMENT);
    [sheetId] = (await office.adopt(id)).body.targetSheetIds as [string];
    await reread();
  });
  afterAll(() => app.close());

  const reread = async () => {
    const sheet = await app.read<{ departmentId: string; indicators: Row[] }>(`/target-sheets/${sheetId}`);
    ({ departmentId, indicators } = sheet);
  };
  const changed = async () => {
    const { broken, histories } = await app.get(AuditService).verify();
    expect(broken).toBeNull();
    return histories.changed;
  };
  const made = async (
    method: 'POST' | 'PUT' | 'PATCH',
    route: string,
    body: object,
    headers = {},
    as = 'performance-office',
  ) => {
    const answer = await app.request<Row>(method, route, { body, headers, as: as as 'performance-office' });
    expect([route, [200, 201].includes(answer.status), answer.status === 422 ? answer.body : null]).toEqual([
      route,
      true,
      null,
    ]);
    return answer.body;
  };
  const removed = async (route: string, version: number) => {
    expect((await app.request('DELETE', route, { headers: ifMatch(version) })).status).toBe(204);
  };
  const section = (name: string) => made('POST', `/departments/${departmentId}/sections`, { name });
  const contact = (name: string, more: object = {}) =>
    made('POST', '/contacts', { departmentId, name, email: `${name}@example.org`, ...more });
  const own = (sectionId: string | null, ...rows: Row[]) =>
    made('POST', '/indicators/owners', {
      rows: rows.map(({ id, version }) => ({ indicatorId: id, version, sectionId })),
    });

  it('are vouched for as soon as the service makes them, of every kind, and after every change', async () => {
    expect(await changed()).toEqual([]);
    const [first, second, third] = indicators as [Row, Row, Row];
    const [one, other] = [await section('综合股'), await section('业务股')];
    const head = await contact('zhou', { duty: 'head' });
    const deputy = await contact('zheng', { sectionId: other.id });
    await made('PATCH', `/contacts/${head.id}`, { deputyId: deputy.id }, ifMatch(1));
    await made(
      'PATCH',
      `/contacts/${head.id}`,
      { phone: '13800000001', awayFrom: '2031-03-01', awayUntil: '2031-03-02' },
      ifMatch(2),
    );
    for (const text of ['签到表', '照片'])
      await app.request('POST', `/indicators/${first.id}/progress/2031-01/evidence`, formWith(text, `${text}.txt`));
    const { items } = await app.read<{ items: Row[] }>(`/indicators/${first.id}/progress/2031-01/evidence`);
    const [piece] = items;
    expect((await app.request('DELETE', `/evidence/${piece!.id}`)).status).toBe(204);
    await own(one.id, first, second);
    await reread();
    const measure = await made('POST', '/measures', {
      departmentId,
      name: '活动',
      indicatorIds: [first.id, second.id],
    });
    await reread();
    await own(other.id, indicators[0]!);
    await made('PUT', `/measures/${measure.id}/indicators`, { indicatorIds: [first.id] }, ifMatch(2));
    await made(
      'PUT',
      `/indicators/${third.id}/score-override`,
      { score: '20', fromMonth: '2031-02', reason: '经复核' },
      IF_NONE,
    );
    await keepLocalPolicies(app.get(DataSource), fromProjectRoot('policies'), []);
    const budget = `/target-sheets/${sheetId}/budget/2031-01`;
    await made('PUT', budget, { spent: '2' }, IF_NONE);
    await made('PUT', budget, { spent: '2.5' }, ifMatch(1));
    expect(await changed()).toEqual([]);
    const revision = { effectiveMonth: '2031-02', reason: '年中调整', waiver: '示例' };
    await made(
      'POST',
      `/target-sheets/${sheetId}/revisions`,
      { ...revision, indicators: [{ indicatorId: second.id, raw: '≥9次' }] },
      ifMatch(1),
    );
    await reread();
    await made(
      'PUT',
      `/indicators/${second.id}/milestones`,
      { milestones: [{ month: '2031-06', target: '4' }] },
      ifMatch(indicators[1]!.version),
    );
    expect(await changed()).toEqual([]);
    const link = new URL(await app.get(OptOutService).link(app.manager, deputy.id)).pathname;
    for (const path of [link, `${link}/undo`, link])
      expect((await app.request('POST', path, { as: null })).status).toBe(200);
    await removed(`/departments/${departmentId}/sections/${other.id}`, 1); // whose contact, measure and indicators have none then
    await removed(`/contacts/${deputy.id}`, 1);
    const gone = await made('POST', '/departments', { name: '某县展览馆' });
    const left = await made('POST', '/contacts', { departmentId: gone.id, name: 'wu', email: 'wu@example.org' });
    const last = new URL(await app.get(OptOutService).link(app.manager, left.id)).pathname;
    await app.request('POST', last, { as: null });
    await removed(`/departments/${gone.id}`, 1); // with its contact, and what that has said
    await made(
      'PUT',
      '/calendar/2031',
      { items: [{ day: '2031-03-03', working: false, name: '示例', source: 'local' }] },
      await seen('/calendar/2031'),
    );
    expect(await changed()).toEqual([]);
  });

  it('an account and its contacts are vouched for where one of them is away, and where a password is set', async () => {
    const as = 'security-administrator';
    const by = { as, confirmed: true } as const;
    const places = { role: 'reporter', departmentId, sectionIds: [(await section('值班股')).id] };
    const body = { username: 'chen', displayName: '陈某', ...places };
    const { user } = (await app.request<{ user: Row }>('POST', '/users', { body, ...by })).body;
    for (const name of ['chen1', 'chen2']) await contact(name, { userId: user.id });
    expect(await changed()).toEqual([]);
    const days = { awayFrom: '2031-03-01', awayUntil: '2031-03-09' };
    const away = { body: days, headers: ifMatch(1) };
    expect((await app.request('PATCH', `/users/${user.id}`, { ...away, ...by })).status).toBe(200);
    const rows: object[] = await app.manager.query('SELECT away_from FROM contact WHERE user_id = $1', [user.id]);
    expect(rows).toEqual([{ away_from: days.awayFrom }, { away_from: days.awayFrom }]); // triggers, of migrations
    expect(await changed()).toEqual([]);
    const back = { body: { awayFrom: null, awayUntil: null }, headers: ifMatch(2) };
    expect((await app.request('PATCH', `/users/${user.id}`, { ...back, ...by })).status).toBe(200);
    expect(await changed()).toEqual([]);
    app.at('2031-02-20T09:01'); // or the password would be set at the moment at which it was
    expect((await app.request('POST', `/users/${user.id}/password-reset`, { body: {}, ...by })).status).toBe(200);
    expect(await changed()).toEqual([]);
  });

  const seen = async (route: string) => {
    const { version } = await app.read<{ version: number | null }>(route);
    return version === null ? IF_NONE : ifMatch(version);
  };

  /** Each with what is changed in one of its rows, and the row of a copy in place of it where that is put back. */
  const CHANGES: readonly (readonly [string, string])[] = [
    ['indicator', 'target = target - 1'],
    ['indicator', 'weight = weight + 1'],
    ['indicator', "rule = 'graded'"],
    ['indicator', "first_month = '2031-09'"],
    ['indicator', 'section_id = gen_random_uuid()'],
    ['indicator', `milestones = '[{"month": "2031-12", "target": "1"}]'`],
    ['indicator_revision', `milestones = '[{"month": "2031-12", "target": "1"}]'`],
    ['goal', "text = '举办培训班1次。'"],
    ['target_sheet', 'funding_total = 3'],
    ['measure', 'section_id = gen_random_uuid()'],
    ['score_override', 'score = 1'],
    ['contact', 'active = NOT active'],
    ['contact', "email = 'evil@example.org'"],
    ['contact', 'deputy_id = gen_random_uuid()'],
    ['section', "name = '另一股'"],
    ['department', 'due_working_day = 20'],
    ['app_user', 'deputy_id = gen_random_uuid()'],
    ['app_user', "display_name = '另一人'"],
    ['app_user', 'password_changed_at = created_at'],
    ['app_user', "created_at = created_at - interval '1 year'"],
    ['app_user', 'must_change_password = NOT must_change_password'],
    ['app_user', "away_from = '2031-01-01', away_until = '2031-12-31'"],
    ['contact', "name = '另一人'"],
    ['contact', "phone = '13800000099'"],
    ['contact', "language = 'en'"],
    ['contact', "away_from = '2031-01-01', away_until = '2031-12-31'"],
    ['target_sheet', "first_month = '2031-09'"],
    ['target_sheet', "responsible_name = '无'"],
    ['target_sheet', `funding_sources = '[{"name": "无", "amount": "1"}]'`],
    ['indicator', "basis = '无'"],
    ['indicator', "end_reason = '无'"],
    ['indicator', "rule_raw = '无'"],
    ['indicator', "source = '无'"],
    ['indicator', "published = '{}'"],
    ['evidence', "month = '2031-02'"],
    ['local_policy', `policy = '{"name": "easy"}'`],
    ['setting', `value = '{"x": 1}'`],
    ['setting', `version = 2, value = '{"sendHour": 23}'`],
    ['budget_execution', "month = '2031-02'"],
    ['budget_execution', 'sheet_id = gen_random_uuid()'],
    ['calendar_day', 'working = NOT working'],
  ];

  it.each(CHANGES)('%s that is changed behind the service is named: %s', async (table, change) => {
    const rows = `SELECT ctid FROM ${table} ${table === 'setting' ? "WHERE name <> 'mail-test'" : ''} ORDER BY ctid LIMIT 1`;
    expect(await behindTheBack(table, `UPDATE ${table} SET ${change} WHERE ctid = (${rows})`)).toMatchObject([
      { table, how: 'strayed' },
    ]);
  });

  it('names of two accounts that are swapped are named, both', async () => {
    const swap = `UPDATE app_user SET display_name = (SELECT max(o.display_name || '·') FROM app_user o WHERE o.id <> app_user.id)
      WHERE id IN (SELECT id FROM app_user ORDER BY id LIMIT 2)`;
    expect(await behindTheBack('app_user', swap)).toMatchObject([
      { table: 'app_user', how: 'strayed' },
      { table: 'app_user', how: 'strayed' },
    ]);
  });

  it('a setting that is deleted is named', async () => {
    const [{ key }]: [{ key: string }] = await app.manager.query(
      "SELECT id AS key FROM setting WHERE name = 'reminder-rules'",
    );
    await app.get(SettingsService).write('reminder-rules', 1, {});
    expect(await behindTheBack('setting', "DELETE FROM setting WHERE name = 'reminder-rules'")).toMatchObject([
      { table: 'setting', key, how: 'strayed', columns: 'value, version' },
    ]);
  });

  it.each([
    'indicator',
    'goal',
    'contact',
    'mail_opt_out',
    'score_override',
    'app_user',
    'evidence',
    'budget_execution',
  ])('a row of %s that is taken away, or put there, is named', async (table) => {
    const [{ key }]: [{ key: string }] = await app.manager.query(
      `SELECT ${table === 'mail_opt_out' ? 'contact_id' : 'id'} AS key FROM ${table} LIMIT 1`,
    );
    const name = table === 'mail_opt_out' ? 'contact_id' : 'id';
    expect(await behindTheBack(table, `DELETE FROM ${table} WHERE ${name} = '${key}'`)).toMatchObject([
      { table, key, how: 'missing' },
    ]);
    const unique = {
      indicator: 'ordinal',
      goal: 'ordinal',
      app_user: 'username',
      contact: 'email',
      evidence: 'sha256',
      budget_execution: 'month',
    }[table];
    const other =
      unique === 'ordinal'
        ? { ordinal: 99 }
        : unique === 'month'
          ? { month: '2031-03' }
          : unique
            ? { [unique]: 'ghost@example.org' }
            : {};
    const copy = `INSERT INTO ${table} SELECT (jsonb_populate_record(t, '${JSON.stringify({ ...other, [name]: uuid() })}')).*
        FROM ${table} t WHERE ${name} = '${key}'`;
    const planted =
      table === 'score_override'
        ? `ALTER TABLE score_override DROP CONSTRAINT score_override_indicator_key; ${copy}`
        : copy;
    expect(await behindTheBack(table, planted)).toMatchObject([{ table, how: 'uncovered' }]);
  });

  /** Neither points, nor who is told of what and may do what, hang on these; proofs cover passwords, addresses and telephones. */
  const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
    app_user: ['email', 'password_hash', 'proof'],
    contact: ['email', 'phone'],
    mail_opt_out: ['since'],
    local_policy: ['added_at'],
    target_sheet: ['responsible_phone', 'import_id', 'created_at'],
    evidence: ['added_at'],
    score_override: ['updated_at'],
    budget_execution: ['updated_at'],
  };

  it('no column is left out by mistake', () => {
    const { entityMetadatas } = app.manager.dataSource;
    const left = Object.entries(VOUCHED).flatMap(([table, { columns, ...more }]) => {
      if ('table' in more) return []; // of a history, whose lines are covered
      const timed: readonly string[] = 'times' in more ? more.times : [];
      const all = entityMetadatas.find(({ tableName }) => tableName === table)!.columns.map((one) => one.databaseName);
      const known = [...columns, ...timed, ...(LEFT_OUT[table] ?? []), 'id', 'version'];
      const keys = table === 'local_policy' ? ['name'] : [];
      return all.filter((column) => ![...known, ...keys].includes(column)).map((column) => `${table}.${column}`);
    });
    expect(left).toEqual([]);
  });

  it('an account that somebody put there is named, also with a date before the log began', async () => {
    const id = uuid();
    const ghost = `INSERT INTO app_user (id, username, display_name, role, created_at)
      VALUES ('${id}', 'ghost', 'ghost', 'performance-office', '2020-01-01')`;
    expect(await behindTheBack('app_user', ghost)).toEqual([{ table: 'app_user', key: id, how: 'uncovered' }]);
  });

  it('a change behind the service stays named when the next change by the service is made on top of it', async () => {
    const [{ id, version }] = indicators as [Row];
    await app.manager.query('UPDATE indicator SET weight = weight + 7 WHERE id = $1', [id]);
    await made('PATCH', `/indicators/${id}`, { core: true }, ifMatch(version));
    const [{ position }]: [{ position: string }] = await app.manager.query(
      'SELECT max(position) AS position FROM audit_event',
    );
    expect(await changed()).toContainEqual({ table: 'indicator', key: id, how: 'before', position });
    await app.vouchForRows(); // as a new key does, when it was looked into
    expect((await changed()).filter(({ how }) => how === 'before')).toEqual([]);
  });

  it('what was there before this version is said to be as it was found, and is vouched for from then on', async () => {
    const { found } = await app.get(AuditService).verify();
    expect(found?.count).toBeGreaterThan(5);
    expect(await behindTheBack('goal', "UPDATE goal SET text = '无'")).toHaveLength(1);
  });

  it('what is undone is gone, and nothing is amiss', async () => {
    const { id } = await office.upload(DOCUMENT.replaceAll('培训', '展览').replaceAll('文化馆', '博物馆'));
    await office.adopt(id);
    expect((await office.undo(id, 2)).status).toBe(200);
    expect(await changed()).toEqual([]);
  });

  /** What is found after the owner of the database has changed it; it is put right again. */
  async function behindTheBack(table: string, sql: string) {
    expect(await changed()).toEqual([]);
    const runner = app.manager.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('SET LOCAL session_replication_role = replica');
      await runner.query(sql);
      return await unvouchedRows(runner.manager, app.get(KnownHead).key);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  it('are not vouched for anew where the line that says that they were is hidden', async () => {
    const hide = (from: string, to: string) =>
      app.manager.transaction(async (manager) => {
        await manager.query("SET LOCAL session_replication_role = 'replica'");
        await manager.query('UPDATE audit_event SET action = $2 WHERE action = $1', [from, to]);
      });
    const before = await changed();
    await app.manager.query(`UPDATE department SET name = name || ' (x)' WHERE id = $1`, [departmentId]);
    await hide('audit_log.rows-covered', 'audit_log.rows-hidden');
    const other = await app.beside();
    await other.close();
    await hide('audit_log.rows-hidden', 'audit_log.rows-covered');
    const after = await changed();
    expect(after.length).toBe(before.length + 1);
    expect(after).toContainEqual(expect.objectContaining({ table: 'department', key: departmentId }));
  });
});
