import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ifMatch, TestApp } from '../support/test-app.js';

interface Sheet {
  readonly id: string;
  readonly indicators: readonly { readonly id: string; readonly name: string; readonly weight: string }[];
}

describe('target sheets', () => {
  let app: TestApp;
  let department: Department;
  let sheetId: string;
  let count: string;
  let quality: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new().weighing('60'), IndicatorFactory.qualitative().weighing('30')];
    const { sheet, indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    sheetId = sheet.id;
    [count, quality] = indicatorIds as [string, string];
  });

  const change = (indicator: string, body: object) =>
    app.request('PATCH', `/indicators/${indicator}`, { body, headers: ifMatch(1) });
  const sheetScore = () => app.read<{ raw: string; max: string }>(`/target-sheets/${sheetId}/score?asOf=2026-05`);

  it('are listed by year, department and kind', async () => {
    await SheetFactory.of(department).inYear(2025).insert(app.manager);
    const list = async (query: string) => (await app.read<{ items: Sheet[] }>(`/target-sheets?${query}`)).items.length;
    expect([await list(''), await list('year=2026'), await list('kind=department')]).toEqual([2, 1, 0]);
    expect(await list(`departmentId=${department.id}&year=2025`)).toBe(1);
  });

  it('keep the order of their indicators', async () => {
    const { indicators } = await app.read<Sheet>(`/target-sheets/${sheetId}`);
    expect(indicators.map(({ id }) => id)).toEqual([count, quality]);
  });

  it('a commitment is an indicator of weight 0: it is tracked and changes no score', async () => {
    const before = await sheetScore();
    const body = { level1: '履职效能', level2: '数量指标', name: '报送督查专报数量', raw: '>=4篇/月' };
    const added = await app.request('POST', `/target-sheets/${sheetId}/commitments`, { body });
    const expected = {
      weight: '0',
      comparator: '>=',
      target: '4',
      per: 'month',
      aggregation: 'each-month',
      ordinal: 2,
    };
    // It is asked for from now on, not since January.
    expect(added).toMatchObject({ status: 201, body: { ...expected, firstMonth: '2026-11' } });
    const since = (firstMonth: string) =>
      app.request('POST', `/target-sheets/${sheetId}/commitments`, { body: { ...body, name: firstMonth, firstMonth } });
    expect(await since('2026-01')).toMatchObject({ status: 201, body: { firstMonth: null } });
    expect(await since('2025-12')).toMatchObject({ status: 422, body: { code: 'month-outside-year' } });
    expect(await sheetScore()).toMatchObject({ raw: before.raw, max: before.max });
  });

  it('ten commitments that are added at once all get a place of their own', async () => {
    const add = (name: string) =>
      app.request('POST', `/target-sheets/${sheetId}/commitments`, {
        body: { level1: '一', level2: '二', name, raw: '>=1次' },
      });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => add(`承诺 ${index}`)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect((await app.read<Sheet>(`/target-sheets/${sheetId}`)).indicators).toHaveLength(12);
  });

  it('a commitment for a day of another year is refused with its words', async () => {
    const body = { level1: '一', level2: '二', name: '改造完工', raw: '2027年3月31日前' };
    const answer = await app.request('POST', `/target-sheets/${sheetId}/commitments`, { body });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'target-outside-year', errors: [{ pointer: '/raw' }] },
    ]);
    expect(answer.body.title).toContain('2027-03-31 不在 2026 年度内');
  });

  it.each(['', '   ', '\u0000', 'x'.repeat(101)])('a commitment with the target %j is refused', async (raw) => {
    const body = { level1: '一', level2: '二', name: '三', raw };
    const { status } = await app.request('POST', `/target-sheets/${sheetId}/commitments`, { body });
    expect([400, 422]).toContain(status);
  });

  it('an indicator can get an owner of its own department, not of another one', async () => {
    const own = await SectionFactory.of(department).insert(app.manager);
    const foreign = await SectionFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    expect((await change(count, { sectionId: foreign.id })).status).toBe(404);
    expect(await change(count, { sectionId: own.id })).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await change(count, { sectionId: null })).toMatchObject({ status: 412, body: { current: { version: 2 } } });
  });

  it('a numeric indicator always has an aggregation, a qualitative one never', async () => {
    expect((await change(count, { aggregation: null })).status).toBeGreaterThanOrEqual(400);
    expect((await change(quality, { aggregation: 'sum' })).status).toBeGreaterThanOrEqual(400);
  });

  it('an aggregation that what was reported does not fit is refused, or points would vanish silently', async () => {
    await EntryFactory.of(count, '2026-01').value('60').insert(app.manager);
    const before = await sheetScore();
    expect((await change(count, { aggregation: 'ratio' })).status).toBeGreaterThanOrEqual(400);
    expect(await sheetScore()).toEqual(before);
  });

  it.each(['weight', 'target', 'comparator', 'name', 'id'])(
    '%s of an adopted indicator cannot be changed',
    async (key) => {
      expect((await change(count, { [key]: '1' })).status).toBe(400);
    },
  );

  it.each([{ policy: null, reason: '试' }, { policy: 'local-strict' }, { policy: 'local-strict', reason: '' }])(
    'another policy needs its name and a reason: %j',
    async (body) => {
      const answer = await app.request('PUT', `/target-sheets/${sheetId}/policy`, { body, headers: ifMatch(1) });
      expect(answer.status).toBe(400);
    },
  );

  it('a goal is shown by indicators of its own sheet only', async () => {
    await app.manager.query('INSERT INTO goal (id, sheet_id, ordinal, text) VALUES ($1, $2, 0, $3)', [
      '01930000-0000-7000-8000-000000000001',
      sheetId,
      '保障会议',
    ]);
    const other = await SheetFactory.of(department).insert(app.manager);
    const link = (indicatorIds: string[]) =>
      app.request('PUT', '/goals/01930000-0000-7000-8000-000000000001/indicators', {
        body: { indicatorIds },
        headers: { 'if-match': '"1"' },
      });
    expect(await link([count])).toMatchObject({ status: 200, body: { indicatorIds: [count] } });
    const foreign = await link([count, other.indicatorIds[0]!]);
    expect([foreign.status, foreign.body.errors[0]?.pointer]).toEqual([422, '/indicatorIds/1']);
  });

  describe('milestones', () => {
    const plan = (milestones: object[], version = 1, indicator = count) =>
      app.request('PUT', `/indicators/${indicator}/milestones`, { body: { milestones }, headers: ifMatch(version) });

    it('say what is to be reached by which month, in the order of the months', async () => {
      const planned = [
        { month: '2026-12', target: '60' },
        { month: '2026-06', target: '20' },
      ];
      expect(await plan(planned)).toMatchObject({ status: 200, headers: { etag: '"2"' } });
      expect(await app.read(`/indicators/${count}/milestones`)).toEqual({
        milestones: planned.toReversed(),
        version: 2,
      });
      expect(await plan([], 1)).toMatchObject({ status: 412, body: { current: { version: 2 } } });
    });

    it.each([
      ['a month of another year', [{ month: '2027-01', target: '5' }], '/milestones/0/month'],
      ['a month twice', ['1', '2'].map((target) => ({ month: '2026-05', target })), '/milestones/1/month'],
      [
        'a sum that falls',
        [
          { month: '2026-06', target: '30' },
          { month: '2026-07', target: '20' },
        ],
        '/milestones/1/target',
      ],
      ['more than the year asks for', [{ month: '2026-11', target: '60.1' }], '/milestones/0/target'],
      ['a December that is not the target', [{ month: '2026-12', target: '59' }], '/milestones/0/target'],
    ])('refuse %s', async (_, milestones, pointer) => {
      const { status, body } = await plan(milestones);
      expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, 'milestones-invalid', pointer]);
    });

    it('are nothing for a quality', async () => {
      expect(await plan([{ month: '2026-06', target: '1' }], 1, quality)).toMatchObject({ status: 422 });
    });
  });
});
