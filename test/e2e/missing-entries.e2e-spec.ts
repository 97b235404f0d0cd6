import exceljs from 'exceljs';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, IF_NONE, TestApp } from '../support/test-app.js';

interface Missing {
  readonly indicator: string;
  readonly month: string;
  readonly state: string;
  readonly dueDate: string;
  readonly overdueDays: number;
  readonly people: readonly { readonly name: string }[];
}

/** October 2026 is due on 6 November. */
describe('the list of what is missing', () => {
  let app: TestApp;
  let office: Office;
  beforeEach(async () => {
    app = await TestApp.start();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
    app.at('2026-11-12T10:00');
  });
  afterEach(() => app.close());

  const list = async (query = 'year=2026&month=2026-10', headers: Record<string, string> = {}) =>
    (await app.request<{ items: Missing[] }>('GET', `/missing-entries?${query}`, { headers })).body.items;

  it('says who owes what, since when, and whom a reminder would reach', async () => {
    const formula = IndicatorFactory.new().named('=接待').ownedBy(office.section);
    const [draft] = (await SheetFactory.of(office.department).indicators(formula).insert(app.manager)).indicatorIds;
    await EntryFactory.of(draft!, '2026-10').in('draft').insert(app.manager);
    expect(await list()).toMatchObject([
      { indicator: '=接待', state: 'draft', dueDate: '2026-11-06', overdueDays: 6, people: [{ name: '填报人' }] },
      { indicator: '报送信息', state: 'missing', month: '2026-10', overdueDays: 6 },
    ]);
    await EntryFactory.of(office.indicatorId, '2026-10').in('submitted').insert(app.manager);
    expect((await list()).map(({ indicator }) => indicator)).toEqual(['=接待']);
    expect(await list('year=2026&month=2026-11')).toEqual([]); // not over yet

    const { token } = await UserFactory.as('performance-office').insert(app.manager);
    const file = (format: string) =>
      app.fastify.inject({
        url: `/api/v1/missing-entries/file?year=2026&month=2026-10&format=${format}`,
        headers: bearer(token),
      });
    const csv = await file('csv');
    expect([csv.statusCode, csv.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename=missing-2026-10.csv',
    ]);
    expect(csv.payload).toContain("'=接待"); // no formula
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array((await file('xlsx')).rawPayload).buffer);
    const sheet = workbook.worksheets[0]!;
    expect([sheet.getCell('C2').value, sheet.getCell('H2').value, sheet.getCell('I2').value]).toEqual([
      '=接待',
      6,
      '填报人',
    ]);
  });

  it('leaves out months that are closed, and other departments', async () => {
    const { token } = await UserFactory.as('department-head')
      .of((await OfficeFactory.owing('2026-10').insert(app.manager)).department)
      .insert(app.manager);
    expect(await list()).toHaveLength(2);
    expect(await list(undefined, bearer(token))).toHaveLength(1);
    expect(await list(`year=2026&month=2026-10&departmentId=${office.department.id}`)).toHaveLength(1);
    const close = `/departments/${office.department.id}/months/2026-10/close`;
    expect((await app.request('POST', close, { body: {}, headers: IF_NONE })).status).toBe(200);
    expect(await list()).toHaveLength(1);
    await app.manager.query('UPDATE contact SET active = false');
    expect((await list())[0]?.people).toEqual([]);
  });
});
