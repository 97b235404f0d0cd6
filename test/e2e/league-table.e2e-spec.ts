import { EVERYTHING } from '../../src/common/access/actor.js';
import { LeagueTableRepository } from '../../src/scoring/league/league-table.repository.js';
import type { ChosenSheets, HeatMap, LeagueLine, ScoreSummary } from '../../src/scoring/league/league-table.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ScoresInMaking } from '../../src/scoring/stored/scores-in-making.js';
import { RescoringService } from '../../src/scoring/stored/rescoring.service.js';
import { eventually } from '../support/eventually.js';
import { UserFactory } from '../factories/user.factory.js';
import { TestApp } from '../support/test-app.js';

describe('the scores of many sheets', () => {
  let app: TestApp;
  let better: Department;
  let worse: Department;
  let large: { sheetId: string };
  let small: { sheetId: string };
  let ofWorse: { sheetId: string };
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  /** One count of at least 60 a year for 90 points, with that much approved in each month of the first quarter. */
  async function quarter(department: Department, value: string, indicator = IndicatorFactory.new()) {
    const { sheet, indicatorIds } = await SheetFactory.of(department).indicators(indicator).insert(app.manager);
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      await EntryFactory.of(indicatorIds[0]!, month).value(value).insert(app.manager);
    }
    return { sheetId: sheet.id, indicatorId: indicatorIds[0]! };
  }

  beforeEach(async () => {
    await app.clear();
    better = await DepartmentFactory.new().named('甲单位').insert(app.manager);
    worse = await DepartmentFactory.new().named('乙单位').insert(app.manager);
    large = await quarter(better, '5');
    small = await quarter(better, '20', IndicatorFactory.new().weighing('10').named('小项目'));
    const section = await SectionFactory.of(worse).named('综合股').insert(app.manager);
    ofWorse = await quarter(worse, '3', IndicatorFactory.new().ownedBy(section));
  });

  const summary = (asOf = '2026-03', as?: 'viewer') => app.read<ScoreSummary>(`/scores/summary?asOf=${asOf}`, as);

  it('roll up to departments and the installation, weighed by points', async () => {
    const { departments, installation } = await summary();
    // 90 × 15/60 = 22.50 and 10 × 1 = 10.00, of 100 points; 90 × 9/60 = 13.50 of 90.
    expect(departments).toMatchObject([
      {
        name: '甲单位',
        rank: 1,
        sheets: 2,
        raw: '32.50',
        max: '100',
        normalised: '32.50',
        rating: 'poor',
        paceNormalised: '100.00',
        paceRating: 'excellent',
        light: 'green',
      },
      // 9 of the 15 that are due by March.
      { name: '乙单位', rank: 2, raw: '13.50', normalised: '15.00', paceNormalised: '60.00', paceRating: 'fair' },
    ]);
    expect(installation).toMatchObject({
      sheets: 3,
      raw: '46.00',
      max: '190',
      normalised: '24.21',
      provisional: false,
    });
  });

  it('are counted by the rating of their pace', async () => {
    expect((await summary()).ratings).toEqual({ excellent: 2, good: 0, fair: 1, poor: 0, none: 0 });
  });

  it('name the biggest losses against what is due: neither what runs as planned nor what is due later', async () => {
    const survey = IndicatorFactory.new().named('群众满意度').weighing('30').dueIn(12);
    await quarter(better, '1', IndicatorFactory.new().weighing('50').named('走访次数'));
    await SheetFactory.of(worse).named('调查项目').indicators(survey).insert(app.manager);
    const { losses } = await summary();
    expect(losses.map(({ name, lost, paceScore, score, max }) => [name, lost, paceScore, score, max])).toEqual([
      ['走访次数', '40.00', '10.00', '2.50', '50'],
      ['组织会议次数', '36.00', '54.00', '13.50', '90'],
    ]);
  });

  it('are ranked by pace, whatever is earned of the year so far', async () => {
    // A level that is reached has earned all; a count on its pace a quarter.
    const level = IndicatorFactory.new().named('网站数量').target('>=', '5', '个').reducedBy('latest');
    await quarter(worse, '4', level);
    const { items } = await app.read<{ items: LeagueLine[] }>('/scores?asOf=2026-03');
    expect(items.map(({ rank, normalised, paceNormalised }) => [rank, normalised, paceNormalised])).toEqual([
      [1, '100.00', '100.00'],
      [1, '25.00', '100.00'],
      [3, '80.00', '80.00'],
      [4, '15.00', '60.00'],
    ]);
  });

  it('name the sections that owe entries', async () => {
    expect((await summary()).missing).toEqual([]);
    const { missing } = await summary('2026-05');
    expect(missing.map(({ department, section, entries }) => [department.name, section?.name, entries])).toEqual([
      ['甲单位', undefined, 4],
      ['乙单位', '综合股', 2],
    ]);
  });

  it('name the sections that owe again what was reopened, and what of it waits, though it counts as it was approved', async () => {
    const reopen = (month: string, status: string) =>
      app.manager.query(
        `UPDATE progress_entry e SET status = $2, last_approved = jsonb_build_object('value', value::text)
         FROM indicator i WHERE i.id = e.indicator_id AND e.month = $1 AND i.section_id IS NOT NULL`,
        [month, status],
      );
    await reopen('2026-01', 'draft');
    await reopen('2026-02', 'submitted');
    const { missing, installation } = await summary();
    expect(missing.map(({ section, entries, waiting }) => [section?.name, entries, waiting])).toEqual([
      ['综合股', 2, 1],
    ]);
    expect(installation).toMatchObject({ missing: 0, raw: '46.00' });
    expect((await summary('2026-01')).missing.map(({ entries, waiting }) => [entries, waiting])).toEqual([[1, 0]]);
  });

  it('make a heat map of departments and months, with light and score', async () => {
    const map = await app.read<HeatMap>('/scores/heat-map?asOf=2026-04');
    expect(map.leftOut).toBe(0);
    expect(map.months).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
    const cells = new Map(map.rows.map((row) => [row.department.name, row.cells]));
    expect(cells.get('甲单位')?.map((cell) => cell?.normalised)).toEqual(['10.83', '21.67', '32.50', '32.50']);
    expect(cells.get('甲单位')?.map((cell) => cell?.paceNormalised)).toEqual(['100.00', '100.00', '100.00', '77.50']);
    expect(cells.get('乙单位')?.map((cell) => cell?.light)).toEqual(['red', 'red', 'red', 'red']);
    expect(cells.get('甲单位')?.map((cell) => cell?.light)).toEqual(['green', 'green', 'green', 'red']);
    expect(cells.get('甲单位')?.[3]).toMatchObject({ provisional: true });
    // Of April nothing is there: the page shows no light of it.
    expect(cells.get('甲单位')?.map((cell) => cell?.missing)).toEqual([0, 0, 0, 2]);
  });

  it('leave out of the heat map the departments that are furthest ahead, and say how many', async () => {
    const sheets: ChosenSheets = { asOf: '2026-03', scope: EVERYTHING, kind: undefined };
    await summary();
    const lowest = await app.get(LeagueTableRepository).departmentMonths(app.manager, sheets, '2026-03', 1);
    expect(lowest).toMatchObject([{ department: { name: '乙单位' }, paceNormalised: '60.00', departments: 2 }]);
  });

  it('make a heat map of the sheets of one department', async () => {
    const { rows } = await app.read<HeatMap>(`/scores/heat-map?asOf=2026-03&departmentId=${better.id}`);
    expect(rows.map(({ department, sheet, cells }) => [department.name, sheet?.id, cells.at(-1)?.normalised])).toEqual(
      expect.arrayContaining([
        ['甲单位', large.sheetId, '25.00'],
        ['甲单位', small.sheetId, '100.00'],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it('are those of one department or of one kind, if asked', async () => {
    const one = await summary(`2026-03&departmentId=${worse.id}`);
    expect(one.departments.map(({ name }) => name)).toEqual(['乙单位']);
    expect(one).toMatchObject({ installation: { sheets: 1 }, ratings: { excellent: 0, fair: 1 } });
    expect(one.losses).toHaveLength(1);
    const { items } = await app.read<{ items: { rank: number }[] }>(`/scores?asOf=2026-03&departmentId=${worse.id}`);
    expect(items).toMatchObject([{ rank: 1, sheetId: ofWorse.sheetId }]);
    expect((await summary('2026-03&kind=department')).installation).toBeNull();
    expect((await summary('2026-03&kind=project')).installation).toMatchObject({ sheets: 3 });
    expect((await app.request('GET', '/scores/summary?asOf=2026-03&kind=any')).status).toBe(400);
  });

  it('count the sheets that lack entries', async () => {
    expect((await summary('2026-03')).unfinished).toBe(0);
    const { unfinished, ratings } = await summary('2026-05');
    expect(unfinished).toBe(3);
    // What is not judged yet is under no rating.
    expect(ratings).toEqual({ excellent: 0, good: 0, fair: 0, poor: 0, none: 0 });
  });

  it('show a caller their own departments only', async () => {
    const { token } = await UserFactory.as('viewer').of(worse).insert(app.manager);
    const headers = { authorization: `Bearer ${token}` };
    const own = async <T>(path: string) => (await app.request<T>('GET', path, { as: null, headers })).body;
    expect((await own<ScoreSummary>('/scores/summary?asOf=2026-03')).departments.map(({ name }) => name)).toEqual([
      '乙单位',
    ]);
    expect((await own<HeatMap>('/scores/heat-map?asOf=2026-03')).rows).toHaveLength(1);
    expect((await own<{ items: object[] }>('/scores?asOf=2026-03')).items).toHaveLength(1);
    const others = `asOf=2026-03&departmentId=${better.id}`;
    expect(await own<ScoreSummary>(`/scores/summary?${others}`)).toMatchObject({ installation: null, losses: [] });
    expect(await own<HeatMap>(`/scores/heat-map?${others}`)).toMatchObject({ rows: [] });
    expect((await own<{ items: object[] }>(`/scores?${others}`)).items).toEqual([]);
  });

  it('come page by page, and equal scores share a rank', async () => {
    await quarter(worse, '3');
    interface Table {
      items: { rank: number; department: { name: string } }[];
      nextCursor: string | null;
    }
    const first = await app.read<Table>('/scores?asOf=2026-03&limit=3');
    expect(first.items.map(({ rank }) => rank)).toEqual([1, 1, 3]);
    const second = await app.read<Table>(`/scores?asOf=2026-03&limit=3&cursor=${first.nextCursor}`);
    expect(second).toMatchObject({ items: [{ rank: 3, department: { name: '乙单位' } }], nextCursor: null });
  });

  it('are found, sorted and counted by the server, with the place that they have among all', async () => {
    interface Table {
      items: LeagueLine[];
      total: number;
      nextCursor: string | null;
    }
    const table = (asked: string) => app.read<Table>(`/scores?asOf=2026-03${encodeURI(asked)}`);
    const lines = ({ items }: Table) =>
      items.map(({ rank, project, department }) => [rank, project ?? department.name]);
    const best = await table('');
    expect(best).toMatchObject({ total: 3, nextCursor: null });
    const places = lines(best);
    expect(places.map(([rank]) => rank)).toEqual([1, 1, 3]);
    expect(lines(await table('&order=-pace')).map(([rank]) => rank)).toEqual([3, 1, 1]);
    expect((await table('&order=points')).items.map(({ normalised }) => normalised)).toEqual([
      '100.00',
      '25.00',
      '15.00',
    ]);
    expect((await table('&order=-points')).items.map(({ normalised }) => normalised)).toEqual([
      '15.00',
      '25.00',
      '100.00',
    ]);
    const byName = (await table('&order=name')).items.map(({ department }) => department.name);
    expect((await table('&order=-name')).items.map(({ department }) => department.name)).toEqual(byName.toReversed());
    const found = await table('&search=乙单');
    expect(found).toMatchObject({ total: 1, items: [{ rank: 3, department: { name: '乙单位' } }] });
    expect(await table('&search=丙')).toEqual({ items: [], total: 0, nextCursor: null, beingScored: 0 });
    const first = await table('&order=name&limit=2');
    expect(first).toMatchObject({ total: 3, nextCursor: '2', items: { length: 2 } });
    expect(await table('&order=name&limit=2&cursor=2')).toMatchObject({
      total: 3,
      nextCursor: null,
      items: { length: 1 },
    });
  });

  it('are made behind the answer where they are many, which says so, and by night where nobody has asked', async () => {
    for (let number = 0; number < 60; number += 1)
      await SheetFactory.of(better).named(`项目 ${number}`).indicators(IndicatorFactory.new()).insert(app.manager);
    const scored = () => app.count('sheet_score');
    const first = await app.read<HeatMap>('/scores/heat-map?asOf=2026-10');
    expect(first).toMatchObject({ beingScored: 630 }); // ten months of 63 sheets
    const whole = await eventually(
      () => app.read<HeatMap>('/scores/heat-map?asOf=2026-10'),
      ({ beingScored }) => beingScored === 0,
    );
    expect(await scored()).toBe(630);
    expect(whole.rows.map(({ cells }) => cells.filter((cell) => cell !== null).length)).toEqual([10, 10]);
    await app.get(ScoresInMaking).idle();
    await app.manager.query('DELETE FROM sheet_score');
    await app.get(RescoringService).completeYear('2026-04');
    expect(await scored()).toBe(4 * 63);
    expect(await app.read<ScoreSummary>('/scores/summary?asOf=2026-05')).toMatchObject({ beingScored: 0 });
  });
});
