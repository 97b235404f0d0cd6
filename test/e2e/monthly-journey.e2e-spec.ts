import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Report {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}
type Person = 'clerk' | 'head' | 'office';

const MONTH = '2026-10';

describe('a month of a clerk, a head and the performance office', () => {
  let app: TestApp;
  let department: Department;
  let indicatorId: string;
  let sheetId: string;
  const tokens = new Map<Person, string>();
  beforeAll(async () => {
    app = (await TestApp.start()).at('2026-11-03T09:00');
    department = await DepartmentFactory.new().insert(app.manager);
    const section = await SectionFactory.of(department).insert(app.manager);
    const indicator = IndicatorFactory.new().ownedBy(section);
    const made = await SheetFactory.of(department).indicators(indicator).insert(app.manager);
    [indicatorId] = made.indicatorIds as [string];
    sheetId = made.sheet.id;
    const people = {
      clerk: UserFactory.as('reporter').of(department).reportingFor(section),
      head: UserFactory.as('department-head').of(department),
      office: UserFactory.as('performance-office'),
    };
    for (const [name, user] of Object.entries(people))
      tokens.set(name as Person, (await user.insert(app.manager)).token);
  });
  afterAll(() => app.close());

  const ask = <T = Record<string, unknown>>(
    who: Person,
    method: 'GET' | 'POST' | 'PUT',
    route: string,
    body?: object,
    seen: Record<string, string> = {},
  ) => app.request<T>(method, route, { body, headers: { authorization: `Bearer ${tokens.get(who)!}`, ...seen } });
  const entry = `/progress/${MONTH}`;
  const save = (body: object, seen = IF_NONE) => ask('clerk', 'PUT', `/indicators/${indicatorId}${entry}`, body, seen);
  const move = (who: Person, action: string, version: number, reason?: string) =>
    ask(who, 'POST', `/indicators/${indicatorId}${entry}/${action}`, reason ? { reason } : undefined, ifMatch(version));
  const month = (action: string, version: number, reason?: string) =>
    ask('office', 'POST', `/departments/${department.id}/months/${MONTH}/${action}`, { reason }, ifMatch(version));
  const issue = async (reason?: string) =>
    (await ask<Report>('office', 'POST', '/reports', { departmentId: department.id, month: MONTH, reason })).body;
  const raw = async () =>
    (await ask<{ raw: string }>('head', 'GET', `/target-sheets/${sheetId}/score?asOf=${MONTH}`)).body.raw;

  it('goes from entry over return and correction to approval, and after the report to a new version of it', async () => {
    expect(await save({ value: '20' })).toMatchObject({ status: 200, body: { status: 'draft', version: 1 } });
    expect(await move('clerk', 'submit', 1)).toMatchObject({ status: 422, body: { code: 'deviation-unexplained' } });
    await save({ value: '20', ...EXPLAINED }, ifMatch(1));
    expect(await move('clerk', 'submit', 2)).toMatchObject({ status: 200, body: { status: 'submitted', late: false } });
    expect(await move('clerk', 'approve', 3)).toMatchObject({ status: 403 });

    expect(await move('head', 'return', 3, '请核对会议记录')).toMatchObject({ status: 200 });
    const { body: history } = await ask<{ items: { action: string; reason: string | null }[] }>(
      'clerk',
      'GET',
      `/indicators/${indicatorId}${entry}/history`,
    );
    expect(history.items.at(-1)).toMatchObject({ action: 'returned', reason: '请核对会议记录' });
    await save({ value: '30', ...EXPLAINED }, ifMatch(4));
    expect(await move('clerk', 'submit', 5)).toMatchObject({ status: 200 });
    expect(await move('head', 'approve', 6)).toMatchObject({ status: 200, body: { status: 'approved' } });
    expect(await raw()).toBe('45.00');

    expect(await month('close', 0)).toMatchObject({ status: 200, body: { state: 'closed' } });
    const first = await issue();
    expect(first).toMatchObject({ version: 1 });
    expect(await move('head', 'reopen', 7, '漏记一次会议')).toMatchObject({
      status: 409,
      body: { code: 'month-closed' },
    });

    expect(await month('reopen', 1, '漏记一次会议')).toMatchObject({ status: 200 });
    expect(await move('clerk', 'reopen', 7, '自己改')).toMatchObject({ status: 403 });
    expect(await move('head', 'reopen', 7, '漏记一次会议')).toMatchObject({ status: 200, body: { status: 'draft' } });
    await save({ value: '31', ...EXPLAINED }, ifMatch(8));
    await move('clerk', 'submit', 9);
    expect(await move('head', 'approve', 10)).toMatchObject({ status: 200 });
    expect(await raw()).toBe('46.50');
    await month('close', 2);

    const second = await issue('漏记一次会议');
    expect(second).toMatchObject({ version: 2 });
    expect(second.hash).not.toBe(first.hash);
    expect((await ask<Report>('office', 'GET', `/reports/${first.id}`)).body.hash).toBe(first.hash);
  });
});
