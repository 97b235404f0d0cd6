import { MonthsRepository } from '../../src/months/months.repository.js';
import { MonthsService } from '../../src/months/months.service.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { User } from '../../src/auth/users/user.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { GoalFactory } from '../factories/goal.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { eventually } from '../support/eventually.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Month {
  readonly month: string;
  readonly state: string;
  readonly version: number;
  readonly dueDate: string;
  readonly dueAt: string;
  readonly closesOn: string | null;
}

describe('the months of a department', () => {
  let app: TestApp;
  let department: Department;
  let indicatorId: string;
  let goalId: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T10:00');
    department = await DepartmentFactory.new().insert(app.manager);
    const { sheet, indicatorIds } = await SheetFactory.of(department)
      .indicators(IndicatorFactory.new())
      .insert(app.manager);
    indicatorId = indicatorIds[0]!;
    goalId = (await GoalFactory.of(sheet).insert(app.manager)).id;
  });

  const month = () => app.read<Month>(`/departments/${department.id}/months/2026-10`);
  const decide = (action: string, version: number, body: object = {}) =>
    app.request<Month>('POST', `/departments/${department.id}/months/2026-10/${action}`, {
      body,
      headers: ifMatch(version),
    });
  const entry = () => `/indicators/${indicatorId}/progress/2026-10`;
  const save = (version?: number) =>
    app.request('PUT', entry(), {
      body: { value: '5', ...EXPLAINED },
      headers: version === undefined ? IF_NONE : ifMatch(version),
    });
  const move = (action: string, version: number) =>
    app.request('POST', `${entry()}/${action}`, {
      headers: ifMatch(version),
      body: { reason: '试' },
      as: ['approve', 'return', 'reopen'].includes(action) ? 'reviewer' : 'performance-office',
    });
  const settle = (rules: object) =>
    app.request('PATCH', `/departments/${department.id}`, { body: rules, headers: ifMatch(1) });

  it('take nothing over from a former system once they are closed', async () => {
    const entries = [{ indicatorId, month: '2026-10', value: '5', status: 'approved' as const }];
    const takeOver = () =>
      app.get(ProgressService).takeOver(app.manager, entries, { actor: 'former system', at: new Date() });
    await decide('close', 0);
    await expect(takeOver()).rejects.toMatchObject({ code: 'month-closed' });
    expect(await app.request('GET', entry())).toMatchObject({ status: 404 });
    await decide('reopen', 1, { reason: '补录' });
    await takeOver();
    expect(await app.read(entry())).toMatchObject({ value: '5', status: 'approved' });
  });

  it('open on the 1st, are due on the fifth working day at 18:00, and show where they stand', async () => {
    const { items } = await app.read<{ items: Month[] }>(`/departments/${department.id}/months?year=2026`);
    expect(items.map(({ state }) => state)).toEqual([...Array<string>(10).fill('late'), 'not-open', 'not-open']);
    expect(items[8]).toMatchObject({ month: '2026-09', dueDate: '2026-10-13', dueAt: '2026-10-13T10:00:00.000Z' });
  });

  it('are due when the department says so, where it says anything', async () => {
    expect(await settle({ dueWorkingDay: 2, dueHour: 9, closesAfter: 1 })).toMatchObject({ status: 200 });
    expect(await month()).toMatchObject({
      dueDate: '2026-11-03',
      dueAt: '2026-11-03T01:00:00.000Z',
      closesOn: '2026-11-04',
    });
    expect(await settle({ dueWorkingDay: 0 })).toMatchObject({ status: 400 });
  });

  it('mark what is first submitted after the due date as late, also when it comes back', async () => {
    app.at('2026-11-06T18:00');
    await save();
    expect(await move('submit', 1)).toMatchObject({ status: 200, body: { late: false } });
    app.at('2026-11-10T09:00');
    await move('return', 2);
    expect(await move('submit', 3)).toMatchObject({ status: 200, body: { late: false } });
    await move('recall', 4);
    expect(await move('submit', 5)).toMatchObject({ status: 200, body: { late: true } });
  });

  it('that are closed refuse every write, say why, and stay as they are', async () => {
    await save();
    await move('submit', 1);
    expect(await decide('close', 0)).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: { state: 'closed' },
    });
    const line = { body: { text: '已办' }, headers: IF_NONE };
    const attempts = [
      await save(2),
      await move('recall', 2),
      await move('return', 2),
      await move('approve', 2),
      await move('reopen', 2),
      await app.request('PUT', `/goals/${goalId}/progress/2026-10`, line),
    ];
    for (const { status, body } of attempts) expect([status, body.code]).toEqual([409, 'month-closed']);
    expect(attempts[0]!.body.title).toMatch(new RegExp(`“${department.name}”的2026年10月已关闭`));
    expect(await app.read(entry())).toMatchObject({ status: 'submitted', version: 2 });
    // The grid says so before anybody types.
    const place = `/indicator-months?year=2026&departmentId=${department.id}`;
    const { items } = await app.read<{ items: object[] }>(place);
    expect(items).toMatchObject([{ id: indicatorId, closedMonths: ['2026-10'] }]);
  });

  it('close only when whoever writes in them is done, and let nobody write while they close', async () => {
    const key = { departmentId: department.id, month: '2026-10' };
    const waiting = () =>
      eventually(
        async () => {
          const [row]: { count: number }[] = await app.manager.query(`
            SELECT count(*)::int AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database
            WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`);
          return row?.count;
        },
        (count) => count === 1,
      );
    const closing = await app.manager.transaction(async (manager) => {
      await app.get(MonthsService).checkOpen(manager, key);
      const answer = decide('close', 0);
      await waiting();
      expect(await month()).toMatchObject({ state: 'late', version: 0 });
      return { answer };
    });
    expect(await closing.answer).toMatchObject({ status: 200 });
    await decide('reopen', 1, { reason: '试' });
    const saving = await app.manager.transaction(async (manager) => {
      const months = app.get(MonthsRepository);
      await months.holdAlone(manager, key);
      const answer = save();
      await waiting();
      const how = { state: 'closed', reason: null, openUntil: null, actor: '绩效办', decidedAt: new Date() } as const;
      await months.add(manager, { ...key, ...how, version: 3 });
      return { answer };
    });
    expect(await saving.answer).toMatchObject({ status: 409, body: { code: 'month-closed' } });
    expect(await app.request('GET', entry())).toMatchObject({ status: 404 });
  });

  it('can be reopened with a reason, until a day or until they are closed again', async () => {
    await decide('close', 0);
    expect(await decide('reopen', 1)).toMatchObject({ status: 400 });
    expect(await decide('reopen', 1, { reason: '审计', openUntil: '2026-11-23' })).toMatchObject({ status: 422 });
    const reopened = await decide('reopen', 1, { reason: '审计', openUntil: '2026-11-25' });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'reopened', version: 2 } });
    expect(await save()).toMatchObject({ status: 200 });
    app.at('2026-11-26T00:00');
    expect(await save(1)).toMatchObject({ status: 409, body: { code: 'month-closed' } });
    const { items } = await app.read<{ items: object[] }>(`/departments/${department.id}/months/2026-10/history`);
    expect(items).toMatchObject([{ state: 'closed' }, { state: 'reopened', reason: '审计', openUntil: '2026-11-25' }]);
    expect(await decide('reopen', 2, { reason: '复核' })).toMatchObject({ body: { state: 'reopened' } });
    expect(await decide('close', 3)).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('say by name who closed them, by login whose account is gone', async () => {
    const key = { departmentId: department.id, month: '2026-10' };
    const { user, token } = await UserFactory.as('performance-office').named('李样例').insert(app.manager);
    const headers = { ...ifMatch(0), authorization: `Bearer ${token}` };
    const closed = await app.request('POST', `/departments/${key.departmentId}/months/${key.month}/close`, { headers });
    expect(closed.body).toMatchObject({ decision: { actor: '李样例' } });
    expect(await app.get(MonthsService).history(key)).toMatchObject([{ actor: '李样例' }]);
    await app.manager.delete(User, user.id);
    expect(await month()).toMatchObject({ decision: { actor: user.username } });
  });

  it('close by themselves so many working days after the due date, where the department wants it', async () => {
    await settle({ closesAfter: 3 });
    app.at('2026-11-10T23:59');
    expect(await save()).toMatchObject({ status: 200 });
    app.at('2026-11-11T00:00');
    expect(await save(1)).toMatchObject({ status: 409, body: { code: 'month-closed' } });
    expect(await month()).toMatchObject({ state: 'closed', version: 0 });
    expect(await decide('reopen', 0, { reason: '漏报' })).toMatchObject({ status: 200 });
    expect(await save(1)).toMatchObject({ status: 200 });
  });

  it('are closed and reopened by the performance office only, and only from the state that they saw', async () => {
    const close = `/departments/${department.id}/months/2026-10/close`;
    const { token } = await UserFactory.as('department-head').of(department).insert(app.manager);
    const asHead = { headers: { ...ifMatch(0), authorization: `Bearer ${token}` } };
    expect(await app.request('POST', close, asHead)).toMatchObject({ status: 403 });
    expect(await app.request('POST', close)).toMatchObject({ status: 428 });
    expect(await decide('reopen', 0, { reason: '试' })).toMatchObject({ status: 409 });
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide('close', 0)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    const told = answers.filter(({ status }) => status === 412).map(({ body }) => body);
    expect(told).toMatchObject(told.map(() => ({ title: expect.stringMatching(/^2026年10月已由.+关闭，/) as string })));
    const early = close.replace('2026-10', '2026-11');
    expect(await app.request('POST', early, { headers: ifMatch(0) })).toMatchObject({ status: 409 });
  });

  it('of a year stand in one grid with what each lacks, page by page, of the departments that one may see', async () => {
    interface Grid {
      readonly items: { department: { id: string }; months: (Month & { missing: number; waiting: number })[] }[];
      readonly nextCursor: string | null;
      readonly total: number;
    }
    const [first] = (await app.read<Grid>(`/months?year=2026&search=${department.name}`)).items;
    expect(first?.months.map(({ state, missing }) => [state, missing])).toEqual([
      ...Array.from({ length: 10 }, () => ['late', 1]),
      ...[
        ['not-open', 0],
        ['not-open', 0],
      ],
    ]);
    await save();
    await move('submit', 1);
    await decide('close', 0);
    const { months } = (await app.read<Grid>(`/months?year=2026&search=${department.name}`)).items[0]!;
    expect(months[9]).toMatchObject({ state: 'closed', version: 1, missing: 0, waiting: 1 });
    const page = await app.read<Grid>('/months?year=2026&limit=1');
    const next = await app.read<Grid>(`/months?year=2026&limit=1&cursor=${page.nextCursor ?? ''}`);
    expect(page.total).toBeGreaterThan(1);
    expect(next.items[0]?.department.id).not.toBe(page.items[0]?.department.id);
    const { token } = await UserFactory.as('department-head').of(department).insert(app.manager);
    const theirs = await app.request<Grid>('GET', '/months?year=2026', {
      as: null,
      headers: { authorization: `Bearer ${token}` },
    });
    expect(theirs.body).toMatchObject({ total: 1, items: [{ department: { id: department.id } }] });
  });
});
