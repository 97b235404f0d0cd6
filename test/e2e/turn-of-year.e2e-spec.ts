import type { WorkList } from '../../src/progress/work-list/work-list.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, TestApp } from '../support/test-app.js';

/** The last month that is over at each of the clocks. */
const CLOCKS = [
  ['2027-01-01T09:00', '2026-12'],
  ['2027-01-08T09:00', '2026-12'],
  ['2027-01-31T09:00', '2026-12'],
  ['2027-02-01T09:00', '2027-01'],
] as const;

describe('duties at the turn of the year', () => {
  let app: TestApp;
  let office: Office;
  let reporter: string;
  let head: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    office = await OfficeFactory.owing('2026-12').insert(app.manager);
    const { department, section } = office;
    reporter = (await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager)).token;
    head = (await UserFactory.as('department-head').of(department).insert(app.manager)).token;
    const indicator = IndicatorFactory.new().named('新年的信息').ownedBy(section);
    await SheetFactory.of(department).inYear(2027).indicators(indicator).insert(app.manager);
  });

  const workOf = async (token: string, month: string): Promise<WorkList> => {
    const { status, body } = await app.request<WorkList>('GET', `/work-list?month=${month}`, {
      headers: bearer(token),
    });
    expect(status).toBe(200);
    return body;
  };
  const owedTo = async (token: string, month: string) =>
    (await workOf(token, month)).owed.map((one) => `${one.month} ${one.owed}`);
  /** Runs the reminders of every day. @returns who was told of the old year's December, by day */
  const told = async (from: string, days: number): Promise<string[]> => {
    const first = Date.parse(`${from}T00:00:00Z`);
    for (let passed = 0; passed < days; passed += 1)
      await app.runJob('reminder-digest', `${new Date(first + passed * 86_400_000).toISOString().slice(0, 10)}T09:00`);
    const rows: { line: string }[] = await app.manager.query(
      `SELECT m.local_date || ' ' || c.name || ' ' || n.rule AS line
       FROM notification n JOIN mail m ON m.id = n.mail_id JOIN contact c ON c.id = n.contact_id
       WHERE n.subject = '2026-12' AND n.rule IN ('entries-owed', 'approval-stalled') ORDER BY 1`,
    );
    return rows.map(({ line }) => line);
  };

  it.each(CLOCKS)('at %s the December of the old year is owed beside what is over of the new', async (now, month) => {
    app.at(now);
    const expected = month === '2026-12' ? ['2026-12 1'] : ['2027-01 1', '2026-12 1'];
    expect(await owedTo(reporter, month)).toEqual(expected);
    expect(await owedTo(head, month)).toEqual(expected);
  });

  // Where December is closed pages open on the new year in January, of which no month is over.
  it.each(CLOCKS)('at %s the month that is not over is not owed, whichever is asked for', async (now, month) => {
    app.at(now);
    expect(await owedTo(reporter, '2027-03')).toEqual(await owedTo(reporter, month));
    expect(await owedTo(reporter, month)).toHaveLength(month === '2026-12' ? 1 : 2);
  });

  it.each(CLOCKS)('at %s what waits of the old year is on the reviewers’ lists, and comes back', async (now, month) => {
    app.at(now);
    await EntryFactory.of(office.indicatorId, '2026-12').in('submitted').insert(app.manager);
    expect((await workOf(head, month)).waiting).toEqual([{ month: '2026-12', entries: 1 }]);
    const performanceOffice = await app.tokenOf('performance-office');
    expect((await workOf(performanceOffice, month)).waiting).toEqual([{ month: '2026-12', entries: 1 }]);
    const review = await app.read<{ items: object[] }>('/indicator-months?status=submitted');
    expect(review.items).toHaveLength(1);
    expect(await owedTo(reporter, month)).not.toContain('2026-12 1');
    await app.manager.query(`UPDATE progress_entry SET status = 'returned' WHERE month = '2026-12'`);
    expect(await workOf(reporter, month)).toMatchObject({ returnedTotal: 1, returned: [{ month: '2026-12' }] });
    expect(await owedTo(reporter, month)).toContain('2026-12 1');
  });

  it('reminders of December go on through January, and in February as long as it is open', async () => {
    const lines = await told('2027-01-01', 40);
    const days = (who: string) => lines.filter((line) => line.includes(who)).map((line) => line.slice(0, 10));
    const [reporters, heads, offices] = ['填报人', '负责人', '绩效办'].map(days) as [string[], string[], string[]];
    expect(reporters[0]! < '2027-01-08').toBe(true);
    expect(reporters.filter((day) => day > '2027-01-08' && day <= '2027-01-31').length).toBeGreaterThan(2);
    expect(reporters.filter((day) => day >= '2027-02-01').length).toBeGreaterThan(0);
    expect(heads.length).toBeGreaterThan(offices.length);
    expect(offices.filter((day) => day >= '2027-02-01').length).toBeGreaterThan(0);
  });

  it('nobody is chased for the old December from the day on which it is closed', async () => {
    const closing = { body: {}, headers: { 'if-match': '"0"' } };
    const month = `/departments/${office.department.id}/months/2026-12`;
    app.at('2027-01-12T09:00');
    expect((await app.request('POST', `${month}/close`, closing)).status).toBe(200);
    expect(await told('2027-01-12', 30)).toEqual([]);
  });

  it('who has to approve it is reminded in the new year, too', async () => {
    await ContactFactory.of(office.department).as('head').named('副职').insert(app.manager);
    const { id } = await EntryFactory.of(office.indicatorId, '2026-12').in('submitted').insert(app.manager);
    await app.manager.query(`UPDATE progress_entry SET submitted_at = '2027-01-08T01:00:00Z' WHERE id = $1`, [id]);
    const lines = (await told('2027-01-09', 30)).filter((line) => line.endsWith('approval-stalled'));
    expect(lines.some((line) => line < '2027-01-31' && line.includes('负责人'))).toBe(true);
    expect(lines.some((line) => line > '2027-02-01' && line.includes('绩效办'))).toBe(true);
  });
});
