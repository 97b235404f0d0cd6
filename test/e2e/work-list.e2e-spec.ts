import type { Page } from '../../src/common/http/page.js';
import type { IndicatorMonths } from '../../src/progress/entries/progress.service.js';
import { ProgressEntry } from '../../src/progress/entries/progress-entry.entity.js';
import type { WorkList } from '../../src/progress/work-list/work-list.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import type { Risks } from '../../src/scoring/league/risks.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { movedElsewhere } from '../support/moved-elsewhere.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

describe('what waits for somebody', () => {
  let app: TestApp;
  let department: Department;
  let section: Section;
  let monthly: string;
  let yearly: string;
  let ofOthers: string;
  let reporter: string;
  let head: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().named('甲单位').insert(app.manager);
    section = await SectionFactory.of(department).named('综合股').insert(app.manager);
    const rows = [
      IndicatorFactory.new().named('每月的').weighing('50').ownedBy(section),
      IndicatorFactory.new().named('三月的').weighing('20').ownedBy(section).dueIn(3),
      IndicatorFactory.new().named('别人的').weighing('20'),
    ];
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    [monthly, yearly, ofOthers] = indicatorIds as [string, string, string];
    const elsewhere = await DepartmentFactory.new().named('乙单位').insert(app.manager);
    const { indicatorIds: foreign } = await SheetFactory.of(elsewhere).insert(app.manager);
    await EntryFactory.of(foreign[0]!, '2026-01').in('submitted').insert(app.manager);
    reporter = (await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager)).token;
    head = (await UserFactory.as('department-head').of(department).insert(app.manager)).token;
  });

  const ask = async <T>(token: string, place: string): Promise<T> => {
    const { status, body } = await app.request<T>('GET', place, { headers: bearer(token) });
    expect(status).toBe(200);
    return body;
  };
  const workOf = (token: string): Promise<WorkList> => ask(token, '/work-list?month=2026-03');

  it('are the months that lack entries: of one’s own indicators, drafts not counted, yearly ones in their month', async () => {
    await EntryFactory.of(monthly, '2026-01').in('approved').insert(app.manager);
    await EntryFactory.of(monthly, '2026-02').in('draft').insert(app.manager);
    const { owed, departmentId } = await workOf(reporter);
    expect(owed).toEqual([
      { month: '2026-03', due: 2, owed: 2, dueAt: '2026-04-08T10:00:00.000Z', state: 'late' },
      { month: '2026-02', due: 1, owed: 1, dueAt: '2026-03-06T10:00:00.000Z', state: 'late' },
    ]);
    expect(departmentId).toBe(department.id);
    expect((await workOf(head)).owed.map(({ month, owed: count }) => [month, count])).toEqual([
      ['2026-03', 3],
      ['2026-02', 2],
      ['2026-01', 1],
    ]);
  });

  it('are a day’s completion in the month of the day, until it is entered, early or late', async () => {
    const row = IndicatorFactory.by('2026-02-15').ownedBy(section);
    const { indicatorIds } = await SheetFactory.of(department).indicators(row).insert(app.manager);
    const due = async (month: string) => {
      const { owed } = await ask<WorkList>(reporter, `/work-list?month=${month}`);
      return owed.map((one) => [one.month, one.due]);
    };
    expect(await due('2026-01')).toEqual([['2026-01', 1]]);
    const counts = async () => (await workOf(reporter)).owed.map(({ month, owed }) => [month, owed]);
    const without = [
      ['2026-03', 2],
      ['2026-02', 1],
      ['2026-01', 1],
    ];
    expect(await counts()).toEqual([without[0], ['2026-02', 2], without[2]]);
    for (const [month, completedOn] of [
      ['2026-01', '2026-01-20'],
      ['2026-03', '2026-03-02'],
    ] as const) {
      const { id } = await EntryFactory.of(indicatorIds[0]!, month).completedOn(completedOn).insert(app.manager);
      expect(await counts()).toEqual(without);
      await app.manager.delete(ProgressEntry, id);
    }
  });

  it('are none of the months that are closed; who can open them again sees what they lack', async () => {
    const close = (month: string) =>
      app.request('POST', `/departments/${department.id}/months/${month}/close`, { headers: ifMatch(0), body: {} });
    for (const month of ['2026-01', '2026-02']) expect((await close(month)).status).toBe(200);
    const months = async (token: string) => (await workOf(token)).owed.map(({ month, owed }) => [month, owed]);
    expect(await months(reporter)).toEqual([['2026-03', 2]]);
    expect(await months(head)).toEqual([['2026-03', 3]]);
    // It is told all the same that they were not handed in.
    const lacking = async (token: string) => (await workOf(token)).closed.map(({ month, owed }) => [month, owed]);
    expect(await lacking(reporter)).toEqual([
      ['2026-02', 1],
      ['2026-01', 1],
    ]);
    const within = await DepartmentFactory.new().below(department).insert(app.manager);
    await SheetFactory.of(within).insert(app.manager);
    expect(await months(head)).toEqual([
      ['2026-03', 4],
      ['2026-02', 1],
      ['2026-01', 1],
    ]);
    const office = (await UserFactory.as('performance-office').insert(app.manager)).token;
    expect((await months(office)).map(([month]) => month)).toEqual(['2026-03', '2026-02', '2026-01']);
    expect(await lacking(office)).toEqual([]);
  });

  it('that are closed stand last, for whoever still sees them', async () => {
    const within = await DepartmentFactory.new().below(department).insert(app.manager);
    await SheetFactory.of(within).insert(app.manager);
    const close = { headers: ifMatch(0), body: {} };
    expect((await app.request('POST', `/departments/${department.id}/months/2026-03/close`, close)).status).toBe(200);
    expect((await workOf(head)).owed.map(({ month, state }) => [month, state])).toEqual([
      ['2026-02', 'late'],
      ['2026-01', 'late'],
      ['2026-03', 'closed'],
    ]);
  });

  it('are nothing where all is submitted', async () => {
    for (const month of ['2026-01', '2026-02', '2026-03'])
      await EntryFactory.of(monthly, month).in('submitted').insert(app.manager);
    await EntryFactory.of(yearly, '2026-03').in('submitted').insert(app.manager);
    expect((await workOf(reporter)).owed).toEqual([]);
  });

  it('are the submitted entries of one’s departments, for whoever approves', async () => {
    await EntryFactory.of(monthly, '2026-01').in('submitted').insert(app.manager);
    await EntryFactory.of(monthly, '2026-02').in('submitted').insert(app.manager);
    await EntryFactory.of(ofOthers, '2026-02').in('submitted').insert(app.manager);
    expect((await workOf(head)).waiting).toEqual([
      { month: '2026-01', entries: 1 },
      { month: '2026-02', entries: 2 },
    ]);
    expect((await workOf(reporter)).waiting).toEqual([]);
  });

  it('are the entries that came back, with who returned them last and why', async () => {
    const { version } = await EntryFactory.of(monthly, '2026-02').in('submitted').insert(app.manager);
    const send = async (seen: number, reason: string) => {
      const request = { body: { reason }, headers: { ...bearer(head), ...ifMatch(seen) } };
      const { status } = await app.request('POST', `/indicators/${monthly}/progress/2026-02/return`, request);
      expect(status).toBe(200);
    };
    await send(version, '请附名单');
    await movedElsewhere(app.manager, monthly, 'submitted');
    await send(version + 2, '名单缺页');
    const { returned, returnedTotal } = await workOf(reporter);
    expect(returned).toEqual([
      {
        action: 'returned',
        indicatorId: monthly,
        name: '每月的',
        month: '2026-02',
        actor: expect.any(String) as string,
        reason: '名单缺页',
      },
    ]);
    expect(returnedTotal).toBe(1);
  });

  it('are returned entries that were taken over, too, of which nobody knows who returned them', async () => {
    await EntryFactory.of(monthly, '2026-02').in('returned').insert(app.manager);
    const { returned } = await workOf(reporter);
    expect(returned).toEqual([
      { action: 'returned', indicatorId: monthly, name: '每月的', month: '2026-02', actor: null, reason: null },
    ]);
  });

  it('are approved entries that were opened again, with who did it and why', async () => {
    const { version } = await EntryFactory.of(monthly, '2026-02').in('approved').insert(app.manager);
    const request = { body: { reason: '录错了' }, headers: { ...bearer(head), ...ifMatch(version) } };
    const { status } = await app.request('POST', `/indicators/${monthly}/progress/2026-02/reopen`, request);
    expect(status).toBe(200);
    const { returned } = await workOf(reporter);
    expect(returned).toMatchObject([{ action: 'reopened', indicatorId: monthly, reason: '录错了' }]);
  });

  it('is found among all indicators by the state of its entries', async () => {
    await EntryFactory.of(monthly, '2026-01').in('submitted').insert(app.manager);
    await EntryFactory.of(ofOthers, '2026-01').in('draft').insert(app.manager);
    const found = await ask<Page<IndicatorMonths>>(head, '/indicator-months?year=2026&status=submitted');
    expect(found.items.map(({ name }) => name)).toEqual(['每月的']);
  });

  it('are points in danger, the heaviest first, with what can still become of them', async () => {
    for (const month of ['2026-01', '2026-02', '2026-03'])
      for (const id of [monthly, ofOthers]) await EntryFactory.of(id, month).value('1').insert(app.manager);
    const all = await ask<Risks>(head, '/scores/risks?asOf=2026-03&whose=mine');
    expect(all.items.map(({ name, max, light }) => [name, max, light])).toEqual([
      ['每月的', '50', 'red'],
      ['别人的', '20', 'red'],
    ]);
    expect(all.total).toBe(2);
    expect(all.items[0]!.outlook.zh).toContain('6.34'); // (60 − 3) / 9 a month, rounded up
    const own = await ask<Risks>(reporter, '/scores/risks?asOf=2026-03&whose=mine&limit=1');
    expect(own.items.map(({ name }) => name)).toEqual(['每月的']);
    const first = await ask<Risks>(head, '/scores/risks?asOf=2026-03&limit=1');
    expect([first.items.length, first.total]).toEqual([1, 2]);
  });
});
