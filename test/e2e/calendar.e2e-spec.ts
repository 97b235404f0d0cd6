import { OfficeFactory } from '../factories/office.factory.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface YearCalendar {
  readonly year: number;
  readonly version: number | null;
  readonly items: readonly {
    readonly day: string;
    readonly working: boolean;
    readonly name: string;
    readonly source: string;
  }[];
}

describe('the calendar of working days', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    await app.manager.query('TRUNCATE calendar_day, calendar_year');
  });

  const year = (of: number) => app.read<YearCalendar>(`/calendar/${of}`);
  const put = (of: number, items: object[], headers: Record<string, string>) =>
    app.request<YearCalendar>('PUT', `/calendar/${of}`, { body: { items }, headers });

  it('of 2026 is that of the official notice, make-up days included', async () => {
    const { items, version } = await year(2026);
    expect(version).toBe(1);
    expect(items.filter(({ working }) => working).map(({ day }) => day)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('takes local days, and due dates follow', async () => {
    const { items } = await year(2026);
    const local = { day: '2026-11-03', working: false, name: '地方节日', source: 'local' };
    const { status, body } = await put(2026, [...items, local], ifMatch(1));
    expect([status, body.version]).toEqual([200, 2]);
    await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.runJob('reminder-digest', '2026-11-09T09:00');
    const told: unknown = await app.manager.query('SELECT due_date, stage FROM notification');
    expect(told).toEqual([{ due_date: '2026-11-09', stage: '0' }]); // the fifth working day is one later
  });

  it.each([
    ['a day of another year', [{ day: '2025-10-01', working: false, name: '' }]],
    ['a day that does not exist', [{ day: '2027-02-30', working: false, name: '' }]],
    ['a day twice', [1, 2].map(() => ({ day: '2027-10-01', working: false, name: '' }))],
    ['a Sunday that is off anyhow', [{ day: '2027-10-03', working: false, name: '' }]],
  ])('%s is refused and nothing is stored', async (_, items) => {
    const { status, body } = await put(2027, items, IF_NONE);
    expect([status, (body as unknown as { code: string }).code]).toEqual([422, 'calendar-invalid']);
    expect(await year(2027)).toEqual({ year: 2027, version: null, items: [] });
  });

  it('of two who change a year at once the second is told', async () => {
    await year(2026);
    expect([(await put(2026, [], ifMatch(1))).status, (await put(2026, [], ifMatch(1))).status]).toEqual([200, 412]);
  });

  it('takes an official list as CSV', async () => {
    const csv = '\uFEFF日期,类型,名称\r\n2027-02-05,休,春节\r\n2027-02-06,班,春节\r\n\r\n';
    const { status, body } = await app.request<YearCalendar>('POST', '/calendar/2027/import', {
      body: { csv },
      headers: IF_NONE,
    });
    expect([status, body.items]).toEqual([
      200,
      [
        { day: '2027-02-05', working: false, name: '春节', source: 'official' },
        { day: '2027-02-06', working: true, name: '春节', source: 'official' },
      ],
    ]);
  });

  it('names the lines of a list that it cannot read', async () => {
    const body = { csv: '2027-02-05,休,春节\n5 February,off\n2027-02-07,maybe,?' };
    const answer = await app.request('POST', '/calendar/2027/import', { body, headers: IF_NONE });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual(['/csv/2', '/csv/3']);
  });

  it('of next year is asked for from 1 December, once a week, and from the performance office', async () => {
    await OfficeFactory.owing('2026-12').insert(app.manager);
    const warned = async (day: string): Promise<number> => {
      await app.runJob('reminder-digest', `${day}T09:00`);
      const rows: unknown[] = await app.manager.query(
        `SELECT 1 FROM notification n JOIN mail m ON m.id = n.mail_id WHERE rule = 'calendar-missing' AND local_date = $1`,
        [day],
      );
      return rows.length;
    };
    expect(await warned('2026-11-30')).toBe(0);
    expect([await warned('2026-12-01'), await warned('2026-12-02'), await warned('2026-12-08')]).toEqual([1, 0, 1]);
    await put(2027, [{ day: '2027-01-01', working: false, name: '元旦' }], IF_NONE);
    expect(await warned('2026-12-15')).toBe(0);
  });

  it('that is missing is said in the preview too, which counts Monday to Friday meanwhile', async () => {
    const { missingYears } = await app
      .at('2027-03-01T09:00')
      .read<{ missingYears: number[] }>('/reminders/preview?days=1');
    expect(missingYears).toEqual([2027]);
  });
});
