import { Configuration } from '../../src/config/configuration.js';
import type { Language } from '../../src/domain/domain-error.js';
import { documentOf } from '../../src/reports/forms/document-of.js';
import { ReportsService } from '../../src/reports/reports.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { cellsOf } from '../support/report-texts.js';
import { ifMatch, TestApp } from '../support/test-app.js';

interface Score {
  readonly raw: string;
  readonly max: string;
  readonly indicators: readonly {
    readonly status: string;
    readonly score: string | null;
    readonly max: string;
    readonly explanation: { readonly rule: string };
  }[];
}

/** A count, a quarterly count, a day and a share in thousandths, 2026; revised in July. */
describe('an indicator that was revised', () => {
  let app: TestApp;
  let sheetId: string;
  let [count, quarter, day]: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    const department = await DepartmentFactory.new().insert(app.manager);
    const rows = [
      IndicatorFactory.new().weighing('40'),
      IndicatorFactory.new().named('开展督查').target('>=', '4', '次').each('quarter').weighing('20'),
      IndicatorFactory.by('2026-09-30').weighing('20'),
      IndicatorFactory.ratio().named('差错率').target('<=', '3', '‰').weighing('10'),
    ];
    const made = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    sheetId = made.sheet.id;
    [count, quarter, day] = made.indicatorIds;
  });

  const revise = (indicators: object[], { version = 1, ...more }: { version?: number; effectiveMonth?: string } = {}) =>
    app.request('POST', `/target-sheets/${sheetId}/revisions`, {
      body: { effectiveMonth: '2026-07', reason: '任务取消', waiver: '示例', indicators, ...more },
      headers: ifMatch(version),
    });
  const refusal = async (indicator: object) => {
    const { status, body } = await revise([indicator]);
    return [status, body.code, body.errors[0]?.pointer];
  };
  const score = (asOf: string) => app.read<Score>(`/target-sheets/${sheetId}/score?asOf=${asOf}`);
  const entered = (id: string, month: string, value: string) =>
    EntryFactory.of(id, month).value(value).insert(app.manager);
  const formOf = async (kind: string, month: string, language: Language = 'zh') => {
    const issue = { kind, sheetId, month, reason: '更正' };
    const { body } = await app.request<{ id: string }>('POST', '/reports', { body: issue });
    const options = { language, showPersonalData: false, timeZone: new Configuration().TIME_ZONE };
    return cellsOf(documentOf(await app.get(ReportsService).find(body.id), options));
  };

  it('is never read in another unit than it was entered in', async () => {
    const invalid = [422, 'revision-invalid', '/indicators/0/raw'];
    const [, , , rate] = (await app.read<{ indicators: { id: string }[] }>(`/target-sheets/${sheetId}`)).indicators;
    for (const raw of ['≥60万次', '≥60小时', '≥60%'])
      expect([raw, ...(await refusal({ indicatorId: count, raw }))]).toEqual([raw, ...invalid]);
    expect(await refusal({ indicatorId: rate!.id, raw: '≤0.3' })).toEqual(invalid); // of a hundred or of a thousand?
    expect(
      await revise([
        { indicatorId: rate!.id, raw: '≤2‰' },
        { indicatorId: count, raw: '≥70' },
      ]),
    ).toMatchObject({ status: 201 });
  });

  it('takes no entries after its end', async () => {
    await revise([{ indicatorId: count, endMonth: '2026-08' }]);
    const save = (month: string) =>
      app.request('PUT', `/indicators/${count!}/progress/${month}`, {
        body: { value: '1' },
        headers: { 'if-none-match': '*' },
      });
    expect(await save('2026-08')).toMatchObject({ status: 200 });
    expect(await save('2026-09')).toMatchObject({ status: 422, body: { errors: [{ code: 'ended' }] } });
  });

  it('is completed once', async () => {
    await EntryFactory.of(day!, '2026-04').completedOn('2026-04-10').insert(app.manager);
    const place = `/indicators/${day!}/progress/2026-05`;
    const body = { completedOn: '2026-05-03' };
    expect(await app.request('PUT', place, { body, headers: { 'if-none-match': '*' } })).toMatchObject({
      ...{ status: 422, body: { code: 'already-completed' } },
    });
  });

  it('has no new day before the revision takes effect, for which nobody would be asked', async () => {
    expect(await refusal({ indicatorId: day, raw: '2026年3月31日前' })).toEqual([
      ...[422, 'revision-invalid', '/indicators/0/raw'],
    ]);
    expect(await refusal({ indicatorId: day, raw: '2027年3月31日前' })).toEqual([
      ...[422, 'revision-invalid', '/indicators/0/raw'],
    ]);
    const early = await revise([{ indicatorId: day, raw: '2026年3月31日前' }], { effectiveMonth: '2026-03' });
    expect(early).toMatchObject({ status: 201 });
  });

  it('is scored by the rule of its month', async () => {
    await entered(count!, '2026-02', '30');
    expect(await revise([{ indicatorId: count, rule: 'direct' }])).toMatchObject({ status: 201 });
    const ofCount = async (month: string) => {
      const { explanation, score: points } = (await score(month)).indicators[0]!;
      return [explanation.rule, points];
    };
    expect(await ofCount('2026-06')).toEqual(['proportional', '20.00']);
    expect(await ofCount('2026-08')).toEqual(['direct', '0.00']);
    expect(await refusal({ indicatorId: count, rule: 'generous' })).toEqual([
      400,
      'request-invalid',
      expect.anything(),
    ]);
  });

  it('ends with its last month: no duty, no points, no maximum, and why', async () => {
    await entered(count!, '2026-02', '30');
    const { status } = await revise([{ indicatorId: count, endMonth: '2026-07' }]);
    expect(status).toBe(201);
    expect(await app.read(`/indicators/${count!}`)).toMatchObject({ endMonth: '2026-07', endReason: '任务取消' });
    const [july, august] = [await score('2026-07'), await score('2026-08')];
    expect(july.indicators[0]).toMatchObject({ status: 'scored', score: '20.00', max: '40' });
    expect(august.indicators[0]).toMatchObject({ status: 'not-applicable', score: null });
    expect(Number(july.max) - Number(august.max)).toBe(40);
    for (const kind of ['self-evaluation', 'monitoring']) {
      expect(await formOf(kind, '2026-08')).toEqual(
        expect.arrayContaining(['已终止', expect.stringContaining('2026-07 后终止：任务取消')]),
      );
      expect(await formOf(kind, '2026-06')).not.toContain('已终止');
    }
    expect(await formOf('self-evaluation', '2026-08', 'en')).toContain('Ended after 2026-07: 任务取消');
    await revise([{ indicatorId: count, endMonth: null }], { version: 2, effectiveMonth: '2026-08' });
    expect(await app.read(`/indicators/${count!}`)).toMatchObject({ endMonth: null, endReason: null });
    expect((await score('2026-08')).indicators[0]).toMatchObject({ status: 'scored', score: '20.00' });
  });

  it('keeps its end where only its weight is revised later', async () => {
    await revise([{ indicatorId: count, endMonth: '2026-07' }]);
    const later = await revise([{ indicatorId: count, weight: '30' }], { version: 2, effectiveMonth: '2026-10' });
    expect(later.status).toBe(201);
    expect(await app.read(`/indicators/${count!}`)).toMatchObject({ endMonth: '2026-07', endReason: '任务取消' });
  });

  it.each([
    ['an end before the months that stay as they are', () => ({ indicatorId: count, endMonth: '2026-05' }), 'endMonth'],
    ['an end in another year', () => ({ indicatorId: count, endMonth: '2027-01' }), 'endMonth'],
    ['a day in another year', () => ({ indicatorId: day, raw: '2027-03-31前' }), 'raw'],
    ['a number where a day is entered', () => ({ indicatorId: day, raw: '≥5次' }), 'raw'],
    ['a day where a number is entered', () => ({ indicatorId: count, raw: '2026-10-31前' }), 'raw'],
  ])('is refused with %s', async (_, indicator, pointer) => {
    expect(await refusal(indicator())).toEqual([422, 'revision-invalid', `/indicators/0/${pointer}`]);
  });

  it('of a day is due by the new one, and shows both', async () => {
    await EntryFactory.of(day!, '2026-10').completedOn('2026-10-20').insert(app.manager);
    expect((await score('2026-10')).indicators[2]).toMatchObject({ score: '0.00' });
    expect(await revise([{ indicatorId: day, raw: '2026-10-31前' }])).toMatchObject({ status: 201 });
    expect((await score('2026-10')).indicators[2]).toMatchObject({ score: '20.00' });
    const revisions = await app.read<{ items: { indicators: { target: string }[] }[] }>(
      `/target-sheets/${sheetId}/revisions`,
    );
    expect(revisions.items.map(({ indicators }) => indicators[0]!.target)).toEqual(['2026-09-30', '2026-10-31']);
    expect(await formOf('self-evaluation', '2026-10')).toEqual(
      expect.arrayContaining(['2026-10-31前', '2026-10-20 完成']),
    );
    expect(await formOf('monitoring', '2026-09')).toContain('2026-10-31前');
    await app.manager.query(`UPDATE target_sheet SET kind = 'department', project = NULL`);
    const form = await formOf('self-evaluation', '2026-10');
    const row = form.slice(form.indexOf('项目完工时间'));
    expect(row.slice(0, 6)).toEqual(['项目完工时间', '', '期限', '2026-09-30', '2026-10-31', '2026-10-20 完成']);
  });

  it('of a quarter is judged by the target of each quarter, and says so', async () => {
    for (const month of ['2026-03', '2026-06', '2026-09']) await entered(quarter!, month, '2');
    await revise([{ indicatorId: quarter, raw: '≥2次' }]);
    const explained = await app.read<{ indicators: { sentence: string }[] }>(
      `/target-sheets/${sheetId}/score?asOf=2026-09`,
    );
    const { score: points } = (await score('2026-09')).indicators[1]!;
    expect(points).toBe('13.33'); // (½ + ½ + 1) ÷ 3 of 20
    const sentence = JSON.stringify(explained.indicators[1]);
    expect(sentence).toContain('目标 ≥ 2 次/季度；2026年1月起的此前目标 ≥ 4 次/季度');
  });

  it('keeps the plan of the months before', async () => {
    const planned = [{ month: '2026-09', target: '30' }];
    await revise([{ indicatorId: count, rule: 'graded' }]);
    const route = `/indicators/${count!}/milestones`;
    const { status } = await app.request('PUT', route, { body: { milestones: planned }, headers: ifMatch(2) });
    expect(status).toBe(200);
    const { items } = await app.read<{ items: { indicators: { milestones: unknown[] }[] }[] }>(
      `/target-sheets/${sheetId}/revisions`,
    );
    expect(items.map(({ indicators }) => indicators[0]!.milestones)).toEqual([[], planned]);
  });
});
