import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Change {
  readonly version: number;
  readonly figures: { readonly spent: string };
}

describe('budget execution of a month', () => {
  let app: TestApp;
  let department: Department;
  let sheetId: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2027-01-05T10:00');
    department = await DepartmentFactory.new().insert(app.manager);
    sheetId = (await SheetFactory.of(department).insert(app.manager)).sheet.id; // of 100 万元
  });

  const place = (month: string) => `/target-sheets/${sheetId}/budget/${month}`;
  const save = (body: object, month = '2026-12', headers = IF_NONE) =>
    app.request('PUT', place(month), { body, headers });

  it('says when more was spent than there is, or far less than the time that has passed', async () => {
    expect(await save({ spent: '120' }, '2026-06')).toMatchObject({
      status: 200,
      body: { overspent: true, rate: '1.2000' },
    });
    await save({ spent: '20' }, '2026-07');
    expect(await app.read(place('2026-07'))).toMatchObject({ lagging: true, overspent: false });
  });

  it('has to be explained where less than 90 % is spent by the end of the year', async () => {
    const refused = await save({ spent: '80', deviationReason: '项目延期' });
    expect([refused.status, refused.body.code]).toEqual([422, 'deviation-unexplained']);
    expect(refused.body.errors).toMatchObject([{ pointer: '/correctiveMeasure', code: 'execution-low' }]);
    const explained = { spent: '80', deviationReason: '项目延期', correctiveMeasure: '结转下年' };
    expect(await save(explained)).toMatchObject({ status: 200, body: { deviationReason: '项目延期' } });
    expect(await save({ spent: '80', adjustedBudget: '85' }, '2026-12', ifMatch(1))).toMatchObject({ status: 200 });
  });

  it('keeps every version of its figures', async () => {
    await save({ spent: '40' }, '2026-06');
    await save({ spent: '45' }, '2026-06', ifMatch(1));
    const { items } = await app.read<{ items: Change[] }>(`${place('2026-06')}/history`);
    expect(items.map(({ version, figures }) => [version, figures.spent])).toEqual([
      [1, '40'],
      [2, '45'],
    ]);
  });

  it('cannot be changed in a month that is closed', async () => {
    const close = `/departments/${department.id}/months/2026-06/close`;
    await app.request('POST', close, { headers: ifMatch(0) });
    expect(await save({ spent: '40' }, '2026-06')).toMatchObject({ status: 409, body: { code: 'month-closed' } });
  });
});
