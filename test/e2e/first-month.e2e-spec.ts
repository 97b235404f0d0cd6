import { AuditService } from '../../src/audit/audit.service.js';
import type { Message } from '../../src/domain/domain-error.js';
import { standingOf } from '../../src/domain/scoring/unjudged.js';
import type { IndicatorMonths } from '../../src/progress/entries/progress.service.js';
import type { WorkList } from '../../src/progress/work-list/work-list.js';
import type { ReportDocument } from '../../src/reports/model/report-document.js';
import type { HeatMap, ScoreSummary } from '../../src/scoring/league/league-table.js';
import type { ScoredSheet } from '../../src/scoring/scored-sheet.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { ImportRequests } from '../support/imports/import-requests.js';
import { cellsOf } from '../support/report-texts.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';
import { formWith } from '../support/upload.js';

const DOCUMENT = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t1、举办培训班6次。
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t培训班次数\t≥6次\t30
产出指标\t质量指标\t合格率\t≥95%\t20
产出指标\t数量指标\t简报\t≥2篇/月\t20
产出指标\t时效指标\t场馆修缮完工时间\t2031年6月前\t10
效益指标\t满意度指标\t学员满意度\t≥90%\t10
`;

describe('a sheet that is adopted in the middle of its year', () => {
  let app: TestApp;
  let office: ImportRequests;
  beforeAll(async () => {
    app = (await TestApp.start()).at('2031-10-20T09:00');
    app.withoutRateLimits();
    office = new ImportRequests(app);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const firstMonth = async (id: string) =>
    (await app.read<{ firstMonth: string | null }>(`/imports/${id}/proposals`)).firstMonth;
  const indicators = async () => {
    const { items } = await app.read<{ items: IndicatorMonths[] }>('/indicator-months?year=2031&limit=100');
    return new Map(items.map((one) => [one.name, one]));
  };
  const enter = (id: string, month: string, body: object) =>
    app.request<{ errors: { code: string; detail: string }[] }>('PUT', `/indicators/${id}/progress/${month}`, {
      body,
      headers: IF_NONE,
    });

  it('is proposed to be entered from the first month that nobody is late with', async () => {
    const { id } = await office.upload(DOCUMENT);
    expect(await firstMonth(id)).toBe('2031-10'); // September was due on the fifth working day of October
    app.at('2031-10-03T09:00');
    expect(await firstMonth(id)).toBe('2031-09');
    app.at('2031-01-20T09:00');
    expect(await firstMonth(id)).toBeNull();
    app.at('2032-03-20T09:00');
    expect(await firstMonth(id)).toBeNull();
    app.at('2031-10-20T09:00');
  });

  it('owes nothing of the months before, and takes nothing of them', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT);
    expect((await office.adopt(id, { firstMonth: '2031-10' })).status).toBe(200);
    const known = await indicators();
    const firstOf = (name: string) => known.get(name)?.firstMonth;
    expect(['培训班次数', '合格率', '简报'].map(firstOf)).toEqual(['2031-10', '2031-10', '2031-10']);
    // What is due once is due as ever.
    expect(['场馆修缮完工时间', '学员满意度'].map(firstOf)).toEqual([null, null]);
    const { owed } = await app.read<WorkList>('/work-list?month=2031-11');
    expect(owed.map(({ month, owed: count }) => [month, count])).toEqual([
      ['2031-10', 3],
      ['2031-06', 1],
    ]);

    const classes = known.get('培训班次数')!.id;
    const early = await enter(classes, '2031-09', { value: '1' });
    expect([early.status, early.body.errors[0]?.code]).toEqual([422, 'not-begun']);
    expect(JSON.stringify(early.body)).toContain('自2031年10月起填报');
    expect((await enter(classes, '2031-10', { value: '5' })).status).toBe(200);
  });

  it('takes no evidence of the months before, nor of those after an end', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT);
    await office.adopt(id, { firstMonth: '2031-09' });
    const classes = (await indicators()).get('培训班次数')!.id;
    await app.manager.query("UPDATE indicator SET end_month = '2031-10' WHERE id = $1", [classes]);
    const evidence = (month: string) => {
      const { payload, headers } = formWith('照片', '照片.txt');
      return app.request('POST', `/indicators/${classes}/progress/${month}/evidence`, { payload, headers });
    };
    const taken: Record<string, unknown> = {};
    for (const month of ['2031-08', '2031-09', '2031-10', '2031-11']) {
      const { status, body } = await evidence(month);
      taken[month] = status === 201 ? status : [status, body.code, body.title];
    }
    expect(taken).toEqual({
      '2031-08': [422, 'not-begun', expect.stringContaining('自2031年9月起填报') as string],
      '2031-09': 201,
      '2031-10': 201,
      '2031-11': [422, 'ended', expect.stringContaining('已于 2031-10 终止') as string],
    });
  });

  it('takes a day that lies ahead from then on, too, and one that has passed as ever', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT.replace('2031年6月前', '2031年11月前'));
    await office.adopt(id, { firstMonth: '2031-10' });
    const repaired = (await indicators()).get('场馆修缮完工时间')!;
    expect(repaired.firstMonth).toBe('2031-10');
    const early = await enter(repaired.id, '2031-05', { completedOn: '2031-05-20' });
    expect([early.status, early.body.errors[0]?.code]).toEqual([422, 'not-begun']);
    // When it was done is another thing than when it is told.
    expect((await enter(repaired.id, '2031-10', { completedOn: '2031-05-20' })).status).toBe(200);
  });

  it('is asked for as a whole unless somebody says otherwise; a month of another year is refused', async () => {
    const { id } = await office.upload(DOCUMENT);
    const refused = await office.adopt(id, { firstMonth: '2030-10' });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, '/firstMonth']);
    expect((await office.adopt(id, { firstMonth: '2031-01' })).status).toBe(200); // the year as a whole
    expect([...(await indicators()).values()].map((one) => one.firstMonth)).toEqual([null, null, null, null, null]);
  });

  it('says of the months before that nothing is asked for them', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT);
    await office.adopt(id, { firstMonth: '2031-10' });
    const { items } = await app.read<{ items: { months: { month: string; asked: number; missing: number }[] }[] }>(
      '/months?year=2031',
    );
    const asked = items[0]!.months.filter((one) => one.month <= '2031-10').map((one) => [one.asked, one.missing]);
    expect(asked).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0],
      [0, 0],
      [0, 0],
      [3, 3],
    ]);
  });

  it('is not judged in the reports of the months before, and each says from when on it is entered', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT);
    await office.adopt(id, { firstMonth: '2031-10' });
    const [{ sheet }] = [...(await indicators()).values()] as [IndicatorMonths];
    const preview = async (kind: string, month: string) => {
      const asked = { kind, month, sheetId: sheet.id };
      const { status, body } = await app.request<{ document: ReportDocument }>('POST', '/reports/preview', {
        body: asked,
      });
      expect(status).toBe(200);
      return body.document;
    };
    const entered = '3 项指标自2031年10月起填报';

    const scoring = await preview('scoring', '2031-05');
    expect(cellsOf(scoring)).not.toContain('差');
    expect(cellsOf(scoring).filter((text) => text === '启用前，未评').length).toBeGreaterThan(3);
    const monitoring = await preview('monitoring', '2031-05');
    expect(cellsOf(monitoring).filter((text) => text === '启用前')).toHaveLength(3);
    // The others are not due yet, and open.
    expect(cellsOf(monitoring).filter((text) => text === '√')).toHaveLength(2);
    expect(scoring.notes.join()).not.toContain('缺报');
    const evaluation = await preview('self-evaluation', '2031-11');
    for (const { notes } of [scoring, monitoring, evaluation]) expect(notes.join()).toContain(entered);
    expect(cellsOf(evaluation)).not.toContain('启用前');
  });

  it('has no score, no rating and no light in any list of the months before', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT);
    await office.adopt(id, { firstMonth: '2031-10' });
    const nothing = { unjudged: true, missing: 0, normalised: null, rating: null, paceNormalised: null, light: 'grey' };
    const list = async (month: string) => (await app.read<{ items: object[] }>(`/scores?asOf=${month}`)).items;
    expect(await list('2031-05')).toMatchObject([{ ...nothing, paceRating: null }]);
    expect(await list('2031-10')).toMatchObject([{ unjudged: false, missing: 4, normalised: '0.00', rating: 'poor' }]);
    const summary = await app.read<ScoreSummary>('/scores/summary?asOf=2031-05');
    expect(summary).toMatchObject({ installation: nothing, departments: [nothing], ratings: { none: 1, poor: 0 } });
    const { rows } = await app.read<HeatMap>('/scores/heat-map?asOf=2031-10');
    expect(rows[0]?.cells.map((cell) => cell?.unjudged)).toEqual([...Array<boolean>(5).fill(true), ...Array<boolean>(5).fill(false)]); // prettier-ignore
  });

  it('tells apart what was handed in and what was not', async () => {
    app.at('2031-11-03T09:00');
    const { id } = await office.upload(DOCUMENT);
    await office.adopt(id, { firstMonth: '2031-10' });
    const known = await indicators();
    const classes = known.get('培训班次数')!;
    await EntryFactory.of(classes.id, '2031-10').value('5').in('submitted').insert(app.manager);
    const score = await app.read<ScoredSheet>(`/target-sheets/${classes.sheet.id}/score?asOf=2031-10`);
    const standings = score.indicators.map((one) => standingOf(one, '2031-10'));
    expect(standings).toEqual(['waiting', 'missing', 'missing', 'missing', 'not-due']);
    const before = await app.read<ScoredSheet>(`/target-sheets/${classes.sheet.id}/score?asOf=2031-05`);
    expect(before.indicators.map((one) => standingOf(one, '2031-05'))).toEqual([
      ...['not-begun', 'not-begun', 'not-begun', 'not-due', 'not-due'],
    ]);
    const [waiting] = score.indicators as unknown as { explanation: Message; pace: Message }[];
    expect([waiting?.explanation.zh, waiting?.pace.zh].join()).not.toMatch(/未填报|未到期/);
    expect(waiting?.explanation.zh).toContain('已提交，待审核');
    const [early] = before.indicators as unknown as { explanation: Message; pace: Message }[];
    expect([early?.explanation.zh, early?.pace.zh].join()).not.toMatch(/未填报|未到期/);
    expect(early?.explanation.zh).toContain('自2031年10月起填报；此前各月不评判');
    const [line] = (await app.read<{ items: object[] }>('/scores?asOf=2031-10')).items;
    expect(line).toMatchObject({ missing: 4, waiting: 1 });
    const summary = await app.read<ScoreSummary>('/scores/summary?asOf=2031-10');
    expect(summary).toMatchObject({ installation: { missing: 4, waiting: 1 }, missing: [{ entries: 4, waiting: 1 }] });
    const { rows } = await app.read<HeatMap>('/scores/heat-map?asOf=2031-11');
    expect(rows[0]?.cells.slice(8).map((cell) => cell?.waiting)).toEqual([0, 1, 1]);
  });

  describe('is changed by the office', () => {
    const adopted = async (firstMonth: string) => {
      app.at('2031-11-03T09:00');
      const { id } = await office.upload(DOCUMENT);
      const { body } = await office.adopt(id, { firstMonth });
      return body.targetSheetIds[0]!;
    };
    const change = (sheet: string, firstMonth: string, version = 1) =>
      app.request<{ code: string; title: string }>('PUT', `/target-sheets/${sheet}/first-month`, {
        body: { firstMonth, reason: '以前的数据可以补报' },
        headers: ifMatch(version),
      });
    const firsts = () => ['培训班次数', '学员满意度'].map(async (name) => (await indicators()).get(name)!.firstMonth);

    it('with a reason, and sees before what it does', async () => {
      const sheet = await adopted('2031-10');
      const seen = await app.read(`/target-sheets/${sheet}/first-month?to=2031-08`);
      const would = { from: '2031-10', to: '2031-08', indicators: 3, unchanged: 2, entered: null };
      expect(seen).toEqual({ ...would, noLongerAsked: [], newlyAsked: ['2031-08', '2031-09'] });
      expect(await Promise.all(firsts())).toEqual(['2031-10', null]); // nothing is changed by looking
      expect((await change(sheet, '2031-08', 2)).status).toBe(412); // somebody else was quicker
      await app.vouchForRows();
      expect((await change(sheet, '2031-08')).status).toBe(200);
      expect((await app.get(AuditService).verify()).histories.changed.map(({ how }) => how)).toEqual([]);
      expect(await Promise.all(firsts())).toEqual(['2031-08', null]);
      const { owed } = await app.read<WorkList>('/work-list?month=2031-11');
      expect(owed.map(({ month }) => month)).toEqual(['2031-10', '2031-09', '2031-08', '2031-06']);
      const [line] = await app.manager.query<{ before: object; after: object; reason: string }[]>(
        "SELECT before, after, reason FROM audit_event WHERE action = 'target_sheet.changed'",
      );
      expect(line).toMatchObject({
        ...{ before: { firstMonth: '2031-10' }, after: { firstMonth: '2031-08' }, reason: '以前的数据可以补报' },
      });
      expect((await change(sheet, '2031-01', 2)).status).toBe(200); // the year as a whole
      expect(await Promise.all(firsts())).toEqual([null, null]);
      expect((await change(sheet, '2030-10', 3)).body.code).toBe('month-outside-year');
    });

    it('only where no month that has entries falls before it, and no total since January counts twice', async () => {
      const sheet = await adopted('2031-09');
      const classes = (await indicators()).get('培训班次数')!;
      expect((await enter(classes.id, '2031-09', { value: '5' })).status).toBe(200);
      for (const month of ['2031-10', '2031-08']) {
        const { status, body } = await change(sheet, month);
        expect([status, body.code]).toEqual([422, 'first-month-entered']);
        expect(body.title).toContain('2031年9月已有填报');
      }
      expect(await Promise.all(firsts())).toEqual(['2031-09', null]);
    });
  });
});
