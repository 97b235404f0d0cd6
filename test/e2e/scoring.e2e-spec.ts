import { Department } from '../../src/organisation/department.entity.js';
import type { ScoredSheet } from '../../src/scoring/scored-sheet.js';
import { ENTRY_QUESTIONS } from '../../src/domain/entries/questions.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Score {
  readonly sheetId: string;
  readonly raw: string;
  readonly max: string;
  readonly normalised: string;
  readonly rating: string;
  readonly provisional: boolean;
  readonly policy: { readonly name: string };
  readonly execution: { readonly score: string | null };
  readonly indicators: readonly {
    readonly score: string | null;
    readonly status: string;
    readonly explanation: { readonly notes: readonly string[] };
  }[];
}

describe('the score of a sheet', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  /** One count of at least 60 a year for 90 points, with 5 approved in each month of the first half year. */
  async function sheetWithHalfAYear() {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { sheet, indicatorIds } = await SheetFactory.of(department).insert(app.manager);
    for (let month = 1; month <= 6; month += 1)
      await EntryFactory.of(indicatorIds[0]!, `2026-0${month}`).insert(app.manager);
    return { sheetId: sheet.id, indicatorId: indicatorIds[0]!, departmentId: department.id };
  }

  const stored = async (sheetId: string, asOf: string) => {
    const rows: { raw: string; policy: string }[] = await app.manager.query(
      'SELECT raw::text, policy FROM sheet_score WHERE sheet_id = $1 AND as_of = $2',
      [sheetId, asOf],
    );
    return rows[0];
  };
  const post = (indicatorId: string, month: string, action: string, version: number, body?: object) =>
    app.request('POST', `/indicators/${indicatorId}/progress/${month}/${action}`, {
      body,
      headers: ifMatch(version),
      as: action === 'submit' ? 'performance-office' : 'reviewer', // nobody approves their own
    });
  const draft = (indicatorId: string, month: string, value: string) =>
    app.request('PUT', `/indicators/${indicatorId}/progress/${month}`, {
      body: { value, ...EXPLAINED, confirmed: ENTRY_QUESTIONS },
      headers: IF_NONE,
    });

  it('counts approved months only', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    const before = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-07`);
    expect(before).toMatchObject({ raw: '45.00', max: '90', normalised: '50.00', rating: 'poor', provisional: true });
    await draft(indicatorId, '2026-07', '30');
    await post(indicatorId, '2026-07', 'submit', 1);
    const waiting = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-07`);
    const { raw, max, normalised, rating, provisional } = before; // that it waits is said, and changes nothing
    expect(waiting).toMatchObject({ raw, max, normalised, rating, provisional });
    await post(indicatorId, '2026-07', 'approve', 2);
    const after = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-07`);
    expect(after).toMatchObject({ raw: '90.00', normalised: '100.00', rating: 'excellent', provisional: false });
  });

  it('is stored anew in the transaction of the approval, for its month and every later one that was scored', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    await app.read('/scores?asOf=2026-09');
    expect(await stored(sheetId, '2026-09')).toMatchObject({ raw: '45.00' });
    await draft(indicatorId, '2026-07', '3');
    await post(indicatorId, '2026-07', 'submit', 1);
    expect(await stored(sheetId, '2026-09')).toMatchObject({ raw: '45.00' });
    await post(indicatorId, '2026-07', 'approve', 2);
    expect(await stored(sheetId, '2026-07')).toMatchObject({ raw: '49.50' });
    expect(await stored(sheetId, '2026-09')).toMatchObject({ raw: '49.50' });
    expect(await stored(sheetId, '2026-06')).toBeUndefined();
  });

  it('counts what was approved of a reopened month until it is approved again', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    await draft(indicatorId, '2026-07', '3');
    await post(indicatorId, '2026-07', 'submit', 1);
    await post(indicatorId, '2026-07', 'approve', 2);
    await app.read('/scores?asOf=2026-07');
    await post(indicatorId, '2026-07', 'reopen', 3, { reason: '数字有误' });
    expect(await stored(sheetId, '2026-07')).toMatchObject({ raw: '49.50' });
    await app.request('PUT', `/indicators/${indicatorId}/progress/2026-07`, {
      body: { value: '1', ...EXPLAINED },
      headers: ifMatch(4),
    });
    await post(indicatorId, '2026-07', 'submit', 5);
    expect(await stored(sheetId, '2026-07')).toMatchObject({ raw: '49.50' });
    const score = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-07`);
    expect(score.indicators[0]!.explanation.notes).toContain('reopened');
    expect((await post(indicatorId, '2026-07', 'approve', 6)).status).toBe(200);
    expect(await stored(sheetId, '2026-07')).toMatchObject({ raw: '46.50' });
  });

  it('stays as it was, like the entry, when it cannot be stored', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    await app.read('/scores?asOf=2026-07');
    await draft(indicatorId, '2026-07', '3');
    await post(indicatorId, '2026-07', 'submit', 1);
    await app.manager.query('ALTER TABLE sheet_score ADD CONSTRAINT broken CHECK (raw < 46)');
    expect((await post(indicatorId, '2026-07', 'approve', 2)).status).toBe(500);
    await app.manager.query('ALTER TABLE sheet_score DROP CONSTRAINT broken');
    expect(await app.read(`/indicators/${indicatorId}/progress/2026-07`)).toMatchObject({ status: 'submitted' });
    expect(await stored(sheetId, '2026-07')).toMatchObject({ raw: '45.00' });
  });

  it('holds both of two approvals in one sheet at the same moment', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    for (const month of ['2026-07', '2026-08']) {
      await draft(indicatorId, month, '5');
      await post(indicatorId, month, 'submit', 1);
    }
    await app.read('/scores?asOf=2026-08');
    await Promise.all(['2026-07', '2026-08'].map((month) => post(indicatorId, month, 'approve', 2)));
    expect(await stored(sheetId, '2026-08')).toMatchObject({ raw: '60.00' });
  });

  it('can be asked for under another policy without changing what is stored', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    await EntryFactory.of(indicatorId, '2026-07').value('60').insert(app.manager);
    await app.read('/scores?asOf=2026-07');
    const own = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-07`);
    const strict = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-07&policy=local-strict`);
    expect([own.policy.name, own.raw]).toEqual(['national-2020', '90.00']);
    // 90 of at least 60: the strict policy takes 2 points for exceeding the target by 30 % or more.
    expect([strict.policy.name, strict.raw]).toEqual(['local-strict', '88.00']);
    expect(await stored(sheetId, '2026-07')).toEqual({ raw: '90.00', policy: 'national-2020' });
  });

  it('changes with the policy of the sheet', async () => {
    const { sheetId, indicatorId } = await sheetWithHalfAYear();
    await EntryFactory.of(indicatorId, '2026-07').value('60').insert(app.manager);
    await app.read('/scores?asOf=2026-07');
    const body = { policy: 'local-strict', reason: '市财政局要求从严评分' };
    const changed = await app.request('PUT', `/target-sheets/${sheetId}/policy`, { body, headers: ifMatch(1) });
    expect(changed).toMatchObject({ status: 200, body: { policy: 'local-strict', version: 2 } });
    expect(await stored(sheetId, '2026-07')).toEqual({ raw: '88.00', policy: 'local-strict' });
    const [line]: object[] = await app.manager.query(
      `SELECT before ->> 'policy' AS before, after ->> 'policy' AS after, reason FROM audit_event
       WHERE subject_id = $1 ORDER BY position DESC LIMIT 1`,
      [sheetId],
    );
    expect(line).toEqual({ before: 'national-2020', after: 'local-strict', reason: body.reason });
  });

  it('is refused under a policy that does not exist, with the names of those that do', async () => {
    const { sheetId } = await sheetWithHalfAYear();
    const { status, body } = await app.request('GET', `/target-sheets/${sheetId}/score?policy=none`);
    expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, 'policy-unknown', '/policy']);
    expect(body.title).toMatch('local-strict, national-2020');
    const refused = await app.request('PUT', `/target-sheets/${sheetId}/policy`, {
      body: { policy: 'none', reason: '试' },
      headers: ifMatch(1),
    });
    expect(refused.status).toBe(422);
  });

  it('has three views with the sentences that explain them; one can be asked for alone', async () => {
    const { sheetId } = await sheetWithHalfAYear();
    const path = `/target-sheets/${sheetId}/score?asOf=2026-06`;
    expect(await app.read(path)).toMatchObject({
      raw: '45.00',
      pace: { raw: '90.00', max: '90', normalised: '100.00', light: 'green' },
      outlook: { lostForGood: '0', winnable: '45', open: '0', low: { raw: '90.00' }, high: { normalised: '100.00' } },
      indicators: [
        {
          explanation: { zh: expect.stringContaining('90 × 0.5 = 45.00 分') as string },
          pace: { targetToDate: '30', light: 'green', en: expect.stringContaining('Pace 100.00%') as string },
          outlook: { neededPerMonth: '5', zh: expect.stringContaining('每月至少需 5 次') as string },
        },
      ],
    });
    const alone = async (view: string) => Object.keys(await app.read<object>(`${path}&view=${view}`));
    expect(await alone('earned')).toEqual(expect.not.arrayContaining(['pace', 'outlook']));
    expect(await alone('pace')).toEqual(expect.not.arrayContaining(['outlook']));
    expect(await alone('outlook')).toEqual(expect.not.arrayContaining(['pace']));
    expect((await app.request('GET', `${path}&view=all`)).status).toBe(400);
  });

  it('is forecast by the months of last year’s sheet where there is one', async () => {
    const { sheetId, departmentId } = await sheetWithHalfAYear();
    const { project } = await app.read<{ project: string }>(`/target-sheets/${sheetId}`);
    const department = await app.manager.findOneByOrFail(Department, { id: departmentId });
    const before = await SheetFactory.of(department).inYear(2025).named(project).insert(app.manager);
    for (let month = 1; month <= 12; month += 1) {
      const entry = EntryFactory.of(before.indicatorIds[0]!, `2025-${String(month).padStart(2, '0')}`);
      await entry.value(month <= 6 ? '5' : '1').insert(app.manager);
    }
    const { indicators } = await app.read<ScoredSheet>(`/target-sheets/${sheetId}/score?asOf=2026-06`);
    expect(indicators[0]?.outlook.forecast).toMatchObject({ basis: 'last-year', value: '36' });
  });

  it('is refused for a month of another year', async () => {
    const { sheetId } = await sheetWithHalfAYear();
    const { status, body } = await app.request('GET', `/target-sheets/${sheetId}/score?asOf=2025-12`);
    expect([status, body.errors[0]]).toMatchObject([422, { code: 'month-outside-year', pointer: '/asOf' }]);
    expect((await app.request('GET', `/target-sheets/${sheetId}/score?asOf=2026-13`)).status).toBe(400);
    expect((await app.request('GET', '/target-sheets/01930000-0000-7000-8000-000000000000/score')).status).toBe(404);
  });

  it('takes in what was spent, of the budget as adjusted', async () => {
    const { sheetId } = await sheetWithHalfAYear();
    const place = `/target-sheets/${sheetId}/budget/2026-06`;
    const save = (body: object, headers: Record<string, string>) => app.request('PUT', place, { body, headers });
    expect(await save({ spent: '45.5' }, IF_NONE)).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    const score = () => app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2026-06`);
    expect(await score()).toMatchObject({ raw: '49.55', max: '100', execution: { score: '4.55' } });
    await save({ spent: '45.5', adjustedBudget: '50' }, ifMatch(1));
    expect(await score()).toMatchObject({ execution: { score: '9.10' } });
    expect(await save({ spent: '1' }, ifMatch(1))).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    expect(await save({ spent: '-1' }, ifMatch(2))).toMatchObject({ status: 422, body: { code: 'budget-invalid' } });
  });

  it('is the sum of its printed parts, in every sheet of the sample year and under both policies', async () => {
    await app.loadSampleYear();
    const { items } = await app.read<{ items: { id: string }[] }>('/target-sheets');
    for (const { id } of items) {
      for (const policy of ['national-2020', 'local-strict']) {
        const score = await app.read<Score>(`/target-sheets/${id}/score?asOf=2026-10&policy=${policy}`);
        const parts = [...score.indicators, score.execution].map((part) => Math.round(Number(part.score ?? '0') * 100));
        expect(parts.reduce((total, part) => total + part, 0)).toBe(Math.round(Number(score.raw) * 100));
      }
    }
  });

  it('stands in the league table of its year by what is due so far, the best first', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const ids: string[] = [];
    for (const value of ['10', '20', '15']) {
      const { sheet, indicatorIds } = await SheetFactory.of(department).insert(app.manager);
      await EntryFactory.of(indicatorIds[0]!, '2026-05').value(value).insert(app.manager);
      ids.push(sheet.id);
    }
    await SheetFactory.of(department).inYear(2025).indicators(IndicatorFactory.new()).insert(app.manager);
    const { items } = await app.read<{ items: Score[] }>('/scores?asOf=2026-05');
    expect(items.map(({ sheetId, normalised }) => [sheetId, normalised])).toEqual([
      [ids[1], '33.33'],
      [ids[2], '25.00'],
      [ids[0], '16.67'],
    ]);
    expect((await app.request('GET', '/scores')).status).toBe(400);
  });
});
