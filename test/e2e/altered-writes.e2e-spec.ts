import { AuditService } from '../../src/audit/audit.service.js';
import { ConditionService } from '../../src/condition/condition.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { Indicator } from '../../src/targets/indicators/indicator.entity.js';
import { OpenDrafts } from '../../src/progress/entries/history/open-drafts.service.js';
import { ProgressEntry } from '../../src/progress/entries/progress-entry.entity.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { ImportRequests } from '../support/imports/import-requests.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

const DOCUMENT = `2026年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t1、举办培训班6次。
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t培训班次数\t≥6次\t50
产出指标\t质量指标\t合格率\t≥95%\t30
效益指标\t满意度指标\t学员满意度\t≥90%\t10
`;

/** As somebody does who may write into every table, for as long as somebody else enters figures. */
describe('a trigger that alters what is written while it is written', () => {
  let app: TestApp;
  let department: Department;
  let sheetId: string;
  let indicatorId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    app.at('2026-11-24T10:00');
    department = await DepartmentFactory.new().insert(app.manager);
    const sheet = await SheetFactory.of(department).indicators(IndicatorFactory.new()).insert(app.manager);
    [sheetId, indicatorId] = [sheet.sheet.id, sheet.indicatorIds[0]!];
  });

  const altering = async <T>(table: string, set: string, work: () => Promise<T>): Promise<T> => {
    await app.manager.query(`
      CREATE FUNCTION alters() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${set}; RETURN NEW; END $$;
      CREATE TRIGGER a_alters BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION alters()`);
    const result = await work();
    await app.manager.query(`DROP TRIGGER a_alters ON ${table}; DROP FUNCTION alters()`);
    return result;
  };
  const altered = { status: 500, body: { code: 'values-altered' } };
  const place = () => `/indicators/${indicatorId}/progress/2026-10`;
  const save = (body: object, headers = IF_NONE) =>
    app.request('PUT', place(), { body: { ...EXPLAINED, ...body }, headers });

  it.each([
    ['a value', 'NEW.value := NEW.value + 1'],
    ['a value by a hair', 'NEW.value := NEW.value + 0.000001'],
    ['a value that is taken away', 'NEW.value := NULL'],
    ['what does not apply', "NEW.not_applicable := true; NEW.not_applicable_reason := 'x'"],
    ['a reason', "NEW.deviation_reason := 'x'"],
  ])('refuses an entry of which it alters %s', async (_, set) => {
    expect(await altering('progress_entry', set, () => save({ value: '5' }))).toMatchObject(altered);
    expect(await app.manager.countBy(ProgressEntry, {})).toBe(0);
    expect((await save({ value: '5.50' })).status).toBe(200);
  });

  type Person = 'performance-office' | 'reviewer';
  const move = (action: string, version: number, as: Person = 'performance-office') => {
    const body = ['return', 'reopen'].includes(action) ? { reason: '示例' } : {};
    const rows = [{ indicatorId, month: '2026-10', version }];
    if (action === 'withdraw') return app.request('POST', '/progress-entries/bulk/withdraw', { body: { rows }, as });
    return app.request('POST', `${place()}/${action}`, { body, headers: ifMatch(version), as });
  };
  const moved = async (action: string, version: number, as?: Person) => {
    expect([action, (await move(action, version, as)).status]).toEqual([action, 200]);
  };
  /** What leads to each of them; whoever reviews is another one. */
  const STEPS = {
    submit: [],
    recall: [['submit', 1]],
    approve: [['submit', 1]],
    return: [['submit', 1]],
    reopen: [
      ['submit', 1],
      ['approve', 2, 'reviewer'],
    ],
    withdraw: [
      ['submit', 1],
      ['return', 2, 'reviewer'],
    ],
  } as const satisfies Record<string, readonly (readonly [string, number, Person?])[]>;
  const MOVES = Object.keys(STEPS) as (keyof typeof STEPS)[];
  const before = async (action: keyof typeof STEPS) => {
    await save({ value: '5' });
    for (const [step, version, as] of STEPS[action]) await moved(step, version, as);
    const as: Person = ['submit', 'recall'].includes(action) ? 'performance-office' : 'reviewer';
    return [action, STEPS[action].length + 1, as] as const;
  };

  it.each([
    ['a figure that was approved', ['approve'], 'value = 50'],
    ['what counts of a reopened one', ['approve', 'reopen'], `last_approved = last_approved || '{"value": "50"}'`],
  ] as const)('%s, forged with a line of its own, is named, and by no night vouched for', async (_, steps, set) => {
    await save({ value: '5' });
    await moved('submit', 1);
    for (const [step, action] of steps.entries()) await moved(action, 2 + step, 'reviewer');
    const strays = async () => {
      const { changed } = (await app.get(AuditService).verify()).histories;
      // Those of entries that the tests before have emptied away are missing.
      const lines = changed.filter(({ table, how }) => table === 'progress_change' && how !== 'missing');
      return lines.map(({ how }) => how);
    };
    expect(await strays()).toEqual([]);
    await app.manager.query(
      `WITH forged AS (UPDATE progress_entry SET ${set}, version = version + 1 RETURNING *)
       INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
       SELECT gen_random_uuid(), id, version, 'saved', 'chen', to_jsonb(forged), '2026-11-24T02:00:00Z' FROM forged`,
    );
    expect(await strays()).toEqual(['uncovered']);
    await app.manager.transaction((manager) => app.get(OpenDrafts).cover(manager, new Date('2026-11-25')));
    expect(await strays()).toEqual(['uncovered']);
  });

  it.each(MOVES)('refuses to %s an entry whose figures it alters with that', async (action) => {
    const step = await before(action);
    const figures = 'NEW.value := NULL; NEW.numerator := 1; NEW.denominator := 1';
    for (const set of [figures, "NEW.authors := ARRAY['chen']", "NEW.submitted_by := 'chen'"])
      expect(await altering('progress_entry', set, () => move(...step))).toMatchObject(altered);
    expect((await app.manager.findOneByOrFail(ProgressEntry, {})).version).toBe(step[1]);
    await moved(...step);
  });

  it.each(MOVES)('refuses to %s an entry that was altered by SQL since its last line of history', async (action) => {
    const step = await before(action);
    for (const set of [
      'value = value + 1',
      "authors = ARRAY['chen']",
      "submitted_by = CASE WHEN submitted_by IS NULL THEN 'chen' ELSE submitted_by || 'x' END",
      `last_approved = '{"value": "1"}'`,
    ]) {
      await app.manager.query(`CREATE TABLE kept AS TABLE progress_entry; UPDATE progress_entry SET ${set}`);
      const answer = await move(...step);
      expect({ set, ...answer }).toMatchObject(altered);
      await app.manager.query(`
        UPDATE progress_entry e SET value = k.value, authors = k.authors, submitted_by = k.submitted_by,
          last_approved = k.last_approved FROM kept k;
        DROP TABLE kept`);
    }
    await moved(...step);
  });

  it('refuses to approve what one wrote oneself, and what was handed in by SQL', async () => {
    await save({ value: '5' });
    await app.manager.query("UPDATE progress_entry SET status = 'submitted', submitted_by = 'chen'");
    expect(await move('approve', 1, 'reviewer')).toMatchObject(altered);
    await app.manager.query("UPDATE progress_entry SET status = 'draft', submitted_by = NULL");
    await moved('submit', 1);
    const { authors } = await app.manager.findOneByOrFail(ProgressEntry, {});
    expect((await move('approve', 2)).status).toBe(403);
    await app.manager.query("UPDATE progress_entry SET authors = ARRAY['chen'], submitted_by = 'chen'");
    expect(await move('approve', 2)).toMatchObject(altered);
    await app.manager.query('UPDATE progress_entry SET authors = $1, submitted_by = $2', [authors, authors[0]]);
    await moved('approve', 2, 'reviewer');
  });

  it('refuses to save over an entry whose authors, or last approved figures, were altered by SQL', async () => {
    await save({ value: '5' });
    const again = () => save({ value: '6' }, ifMatch(1));
    await app.manager.query("UPDATE progress_entry SET authors = ARRAY['chen']");
    expect(await again()).toMatchObject(altered);
    const all = () => app.request('POST', '/progress-entries/bulk/submit', { body: { rows } });
    const rows = [{ indicatorId, month: '2026-10', version: 1 }];
    expect(await all()).toMatchObject(altered);
  });

  it('refuses a row that people edit, and one that they make', async () => {
    const contact = await ContactFactory.of(department).at('zhang@example.org').insert(app.manager);
    const away = "NEW.email := 'someone@elsewhere.example'";
    const change = () =>
      app.request('PATCH', `/contacts/${contact.id}`, { body: { email: 'new@example.org' }, headers: ifMatch(1) });
    expect(await altering('contact', away, change)).toMatchObject(altered);
    expect(await app.manager.findOneByOrFail(Contact, { id: contact.id })).toMatchObject({
      email: contact.email,
      version: 1,
    });
    const body = { departmentId: department.id.toUpperCase(), name: '李某', email: 'li@example.org', duty: 'reporter' };
    const make = () => app.request('POST', '/contacts', { body });
    expect(await altering('contact', away, make)).toMatchObject(altered);
    expect(await altering('contact', "NEW.duty := 'office'", make)).toMatchObject(altered); // a column with a default
    expect((await make()).status).toBe(201); // an id in other letters is the same
  });

  it('refuses a revision, and a change of a sheet', async () => {
    const before = await app.manager.findOneByOrFail(Indicator, { id: indicatorId });
    const revise = () =>
      app.request('POST', `/target-sheets/${sheetId}/revisions`, {
        body: { effectiveMonth: '2026-07', reason: '年中调整任务', indicators: [{ indicatorId, raw: '≥40次' }] },
        headers: ifMatch(1),
      });
    for (const table of ['indicator', 'indicator_revision'])
      expect(await altering(table, 'NEW.weight := NEW.weight - 1', revise)).toMatchObject(altered);
    expect(await app.manager.findOneByOrFail(Indicator, { id: indicatorId })).toEqual(before);
    expect((await revise()).status).toBe(201);
    const sheet = () =>
      app.request('PATCH', `/target-sheets/${sheetId}`, { body: { evidenceRequired: true }, headers: ifMatch(2) });
    expect(await altering('target_sheet', 'NEW.evidence_required := false', sheet)).toMatchObject(altered);
  });

  it('refuses a sheet that is adopted, and a budget', async () => {
    const office = new ImportRequests(app);
    for (const [table, set] of [
      ['target_sheet', "NEW.policy := 'other'"],
      ['indicator', 'NEW.weight := NEW.weight + 1'],
      ['goal', "NEW.text := 'x'"],
    ] as const) {
      const { id } = await office.upload(DOCUMENT);
      expect([table, await altering(table, set, () => office.adopt(id))]).toMatchObject([table, altered]);
    }
    const budget = () =>
      app.request('PUT', `/target-sheets/${sheetId}/budget/2026-10`, { body: { spent: '1.5' }, headers: IF_NONE });
    expect(await altering('budget_execution', 'NEW.spent := 0', budget)).toMatchObject(altered);
    expect((await budget()).status).toBe(200);
  });

  it('refuses an account, and a password', async () => {
    const as = { as: 'security-administrator', confirmed: true } as const;
    const body = { username: 'qin.xin', displayName: '秦新', role: 'viewer' };
    const of = (set: string) => `IF NEW.username = 'qin.xin' THEN ${set}; END IF`;
    const make = () => app.request<{ user: { id: string } }>('POST', '/users', { body, ...as });
    expect(await altering('app_user', of("NEW.role := 'performance-office'"), make)).toMatchObject(altered);
    expect(await altering('app_user', of("NEW.password_hash := 'x'"), make)).toMatchObject(altered);
    const { id } = (await make()).body.user;
    const reset = () => app.request('POST', `/users/${id}/password-reset`, { body: {}, ...as });
    expect(await altering('app_user', of("NEW.password_hash := 'x'"), reset)).toMatchObject(altered);
    expect((await reset()).status).toBe(200);
  });

  it('is a trouble afterwards, when the trigger is gone', async () => {
    const codes = async () => (await app.get(ConditionService).look()).map(({ code }) => code);
    await altering('progress_entry', 'NEW.value := 100', () => save({ value: '5' }));
    const troubles = await codes();
    expect(troubles).toContain('values-altered');
    expect(troubles).not.toContain('audit-guards-changed');
  });
});
