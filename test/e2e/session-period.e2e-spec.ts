import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, TestApp } from '../support/test-app.js';

interface Period {
  readonly timeZone: string;
  readonly now: string;
  readonly fiscalYear: number;
  readonly fiscalYears: readonly number[];
}

describe('at the turn of the year', () => {
  let app: TestApp;
  let department: Department;
  let head: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().named('甲单位').insert(app.manager);
    await SheetFactory.of(department).insert(app.manager);
    head = (await UserFactory.as('department-head').of(department).insert(app.manager)).token;
  });

  const ask = async <T>(place: string, headers = {}): Promise<T> => {
    const { status, body } = await app.request<T>('GET', place, { headers });
    expect(status).toBe(200);
    return body;
  };
  const session = (headers = {}) => ask<Period>('/session', headers);
  const closeDecember = (departmentId: string) =>
    app.request('POST', `/departments/${departmentId}/months/2026-12/close`, {
      body: {},
      headers: { 'if-match': '"0"' },
    });

  it('the session tells the time of the installation, and the years that have targets', async () => {
    app.at('2026-11-24T00:30');
    expect(await session()).toMatchObject({
      timeZone: 'Asia/Shanghai',
      now: '2026-11-23T16:30:00.000Z',
      fiscalYear: 2026,
      fiscalYears: [2026],
    });
  });

  it.each([
    ['2027-01-08T09:00', 2026],
    ['2027-01-31T23:59', 2026],
    ['2027-02-01T00:00', 2027],
  ])('at %s pages open on %s', async (now, fiscalYear) => {
    app.at(now);
    expect(await session()).toMatchObject({ fiscalYear, fiscalYears: [2027, 2026] });
  });

  it('pages open on the new year for whom the December of all departments is closed', async () => {
    app.at('2027-01-08T09:00');
    const other = await DepartmentFactory.new().named('乙单位').insert(app.manager);
    await SheetFactory.of(other).insert(app.manager);
    expect((await closeDecember(department.id)).status).toBe(200);
    expect(await session()).toMatchObject({ fiscalYear: 2026 });
    expect(await session(bearer(head))).toMatchObject({ fiscalYear: 2027 });
    expect((await closeDecember(other.id)).status).toBe(200);
    expect(await session()).toMatchObject({ fiscalYear: 2027 });
  });

  it('what waits for approval is found by its state, whatever the year', async () => {
    app.at('2027-01-08T09:00');
    const { indicatorIds } = await SheetFactory.of(department).named('留到新年的').insert(app.manager);
    await EntryFactory.of(indicatorIds[0]!, '2026-12').in('submitted').insert(app.manager);
    const { items } = await ask<{ items: { id: string }[] }>('/indicator-months?status=submitted', bearer(head));
    expect(items.map(({ id }) => id)).toEqual([indicatorIds[0]]);
  });
});
