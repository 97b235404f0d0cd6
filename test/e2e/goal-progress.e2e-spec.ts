import { GoalProgressService } from '../../src/progress/goals/goal-progress.service.js';
import { Goal } from '../../src/targets/goals/goal.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { GoalFactory } from '../factories/goal.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Line {
  readonly text: string;
  readonly version: number;
}

describe('the monthly line beside a goal', () => {
  let app: TestApp;
  let goalId: string;
  let sheetId: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { sheet } = await SheetFactory.of(department).insert(app.manager);
    sheetId = sheet.id;
    goalId = (await GoalFactory.of(sheet).insert(app.manager)).id;
  });

  const place = (month = '2026-10') => `/goals/${goalId}/progress/${month}`;
  const write = (text: string, headers = IF_NONE, month?: string) =>
    app.request<Line>('PUT', place(month), { body: { text }, headers });

  it('is written once for each month, and every wording is kept', async () => {
    expect(await write('已办 5 次')).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { text: '已办 5 次' },
    });
    expect(await write('已办 6 次', ifMatch(1))).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await app.read<Line>(place())).toMatchObject({ text: '已办 6 次', version: 2 });
    const { items } = await app.read<{ items: Line[] }>(`${place()}/history`);
    expect(items.map(({ text, version }) => [version, text])).toEqual([
      [1, '已办 5 次'],
      [2, '已办 6 次'],
    ]);
  });

  it('of 20 wordings at the same moment one is kept, the others see it', async () => {
    await write('已办 0 次');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, count) => write(`已办 ${count} 次`, ifMatch(1))));
    const [kept] = answers.filter(({ status }) => status === 200);
    const refused = answers.filter((answer) => answer !== kept);
    expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 19 }, () => 412));
    for (const { body } of refused) expect(body).toMatchObject({ current: { text: kept!.body.text, version: 2 } });
  });

  it('is written by reporters for what their own indicators show, and where nothing is linked, for their sheets', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const [ours, theirs] = [
      await SectionFactory.of(department).insert(app.manager),
      await SectionFactory.of(department).insert(app.manager),
    ];
    const { token } = await UserFactory.as('reporter').of(department).reportingFor(ours).insert(app.manager);
    const rows = [ours, theirs].map((section) => IndicatorFactory.new().ownedBy(section));
    const { sheet, indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    const linked = async (...indicators: string[]) => {
      const { id } = await GoalFactory.of(sheet).insert(app.manager);
      await app.manager.update(Goal, { id }, { indicatorIds: indicators });
      const asked = { body: { text: '已办 5 次' }, headers: { ...IF_NONE, ...bearer(token) } };
      const { status, body } = await app.request('PUT', `/goals/${id}/progress/2026-10`, asked);
      return status === 200 ? 'written' : body.code;
    };
    const [mine = '', other = ''] = indicatorIds;
    expect(await linked(mine)).toBe('written');
    expect(await linked(mine, other)).toBe('written');
    expect(await linked()).toBe('written');
    expect(await linked(other)).toBe('not-own-section');
  });

  it.each([
    ['a version that never was', () => write('早了', ifMatch(7)), 404],
    ['no version at all', () => write('无', {}), 428],
    ['a text of blanks', () => write(' \n '), 400],
    ['a month that is not over', () => write('未到', IF_NONE, '2026-11'), 422],
    ['a month of another year', () => write('上年', IF_NONE, '2025-12'), 422],
  ])('refuses %s', async (_, attempt, status) => {
    expect((await attempt()).status).toBe(status);
    expect((await app.request('GET', place())).status).toBe(404);
  });

  it('as of a month is the last one up to it', async () => {
    await write('三月', IF_NONE, '2026-03');
    await write('六月', IF_NONE, '2026-06');
    const asOf = async (month: string) =>
      (await app.get(GoalProgressService).latest(sheetId, month)).map(({ text }) => text);
    expect([await asOf('2026-02'), await asOf('2026-05'), await asOf('2026-12')]).toEqual([[], ['三月'], ['六月']]);
  });
});
