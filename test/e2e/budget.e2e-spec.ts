import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Change {
  readonly version: number;
  readonly figures: { readonly spent: string; readonly spentBySource?: object };
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
    expect(await save({ spent: '120', confirmed: ['over-spend'] }, '2026-06')).toMatchObject({
      status: 200,
      body: { overspent: true, rate: '1.2000' },
    });
    await save({ spent: '20', confirmed: ['spent-falls'] }, '2026-07');
    expect(await app.read(place('2026-07'))).toMatchObject({ lagging: true, overspent: false });
  });

  it('is asked about before it counts, and shown with what was answered', async () => {
    const refused = await save({ spent: '120' }, '2026-06');
    expect([refused.status, refused.body.code]).toEqual([422, 'confirmation-required']);
    expect(refused.body.errors).toMatchObject([{ code: 'over-spend', pointer: '/confirmed' }]);
    expect(refused.body.title).toBe('累计执行数 120 万元超过预算 100 万元，确认无误吗？');
    expect((await app.request('GET', place('2026-06'))).status).toBe(404);
    await save({ spent: '60' }, '2026-06');
    const both = await save({ spent: '40' }, '2026-07');
    expect(both.body.errors.map(({ code }) => code)).toEqual(['spent-falls']);
    expect(await save({ spent: '40', confirmed: ['spent-falls', 'over-spend'] }, '2026-07')).toMatchObject({
      status: 200,
      body: { confirmed: ['spent-falls'], questions: [{ code: 'spent-falls' }] },
    });
    const again = { spent: '40.0', correctiveMeasure: '核对' };
    expect(await save(again, '2026-07', ifMatch(1))).toMatchObject({ body: { confirmed: ['spent-falls'] } });
    expect(await save({ spent: '41' }, '2026-07', ifMatch(2))).toMatchObject({ status: 422 });
  });

  it('keeps an adjusted budget for the months that follow, until it is taken back', async () => {
    await save({ spent: '30', adjustedBudget: '120' }, '2026-06');
    expect(await save({ spent: '35' }, '2026-07')).toMatchObject({ status: 200, body: { adjustedBudget: '120' } });
    expect(await save({ spent: '36' }, '2026-07', ifMatch(1))).toMatchObject({ body: { adjustedBudget: '120' } });
    expect(await save({ spent: '40', adjustedBudget: null }, '2026-08')).toMatchObject({
      body: { adjustedBudget: null },
    });
    expect(await save({ spent: '41' }, '2026-09')).toMatchObject({ body: { adjustedBudget: null } });
  });

  it('is compared with what the cost indicators report', async () => {
    const cost = IndicatorFactory.new().named('项目成本').target('<=', '100', '万元').at('成本指标');
    const { sheet, indicatorIds } = await SheetFactory.of(department).indicators(cost).insert(app.manager);
    sheetId = sheet.id;
    await EntryFactory.of(indicatorIds[0]!, '2026-05').value('20').insert(app.manager);
    await EntryFactory.of(indicatorIds[0]!, '2026-06').value('25').insert(app.manager);
    await EntryFactory.of(indicatorIds[0]!, '2026-07').value('50').insert(app.manager);
    const answer = await save({ spent: '80' }, '2026-06');
    expect(answer.body.title).toBe('成本指标累计 45 万元，与累计执行数 80 万元不一致，确认无误吗？');
    expect(await save({ spent: '45' }, '2026-06')).toMatchObject({ status: 200, body: { questions: [] } });
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

  it('says by source what was spent, exactly, and the forms print it', async () => {
    await app.manager.query(
      `UPDATE target_sheet SET funding_fiscal = 70, funding_other = 10, kind = 'project', project = '信访接待',
              funding_sources = '[{"name":"上年结转资金","amount":"20"}]' WHERE id = $1`,
      [sheetId],
    );
    const spentBySource = { fiscal: '50.10', carriedOver: '20', other: '0.000001' };
    const refused = await save({ spent: '70.1', spentBySource }, '2026-10');
    expect([refused.status, refused.body.code, refused.body.errors[0]?.pointer]).toEqual([
      422,
      'budget-invalid',
      '/spentBySource',
    ]);
    expect(await save({ spent: '70.1', spentBySource: { ...spentBySource, other: '-1' } }, '2026-10')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/spentBySource/other' }, { pointer: '/spentBySource' }] },
    });
    await save({ spent: '70.100001', spentBySource }, '2026-10');
    expect(await app.read(place('2026-10'))).toMatchObject({ spent: '70.100001', spentBySource });
    const { items } = await app.read<{ items: Change[] }>(`${place('2026-10')}/history`);
    expect(items[0]!.figures).toMatchObject({ spentBySource });

    const { body } = await app.request<{ id: string }>('POST', '/reports', {
      body: { kind: 'monitoring', sheetId, month: '2026-11' },
    });
    const { body: form } = await app.request<string>('GET', `/reports/${body.id}/file?format=html`);
    const lines = ['其中：财政拨款', '上年结转资金', '其他资金'].map((name) =>
      form
        .slice(form.indexOf(name), form.indexOf('</tr>', form.indexOf(name)))
        .replace(/<[^>]+>/g, ' ')
        .split(/\s+/)
        .filter((word) => word !== ''),
    );
    expect(lines.map((line) => line.slice(0, 4))).toEqual([
      ['其中：财政拨款', '70', '50.10', '71.57%'],
      ['上年结转资金', '20.00', '20', '100.00%'],
      ['其他资金', '10', '0.000001', '0.00%'],
    ]);
  });

  it('cannot be changed in a month that is closed', async () => {
    const close = `/departments/${department.id}/months/2026-06/close`;
    await app.request('POST', close, { headers: ifMatch(0) });
    expect(await save({ spent: '40' }, '2026-06')).toMatchObject({ status: 409, body: { code: 'month-closed' } });
  });
});
