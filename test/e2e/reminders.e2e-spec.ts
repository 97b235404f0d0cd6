import { ContactFactory } from '../factories/contact.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

/** October 2026 is due on Friday, 6 November, the fifth working day; 7 and 8 November are a weekend. */
describe('reminders of entries that are owed', () => {
  let app: TestApp;
  let office: Office;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });

  const remind = (day: string, time = '09:00') => app.runJob('reminder-digest', `${day}T${time}`);
  /** Who was told at which stage on a day, from the ledger. */
  const told = async (day: string): Promise<string[]> => {
    const rows: { line: string }[] = await app.manager.query(
      `SELECT c.name || ' ' || n.subject || ' ' || n.stage AS line
       FROM notification n JOIN mail m ON m.id = n.mail_id JOIN contact c ON c.id = n.contact_id
       WHERE m.local_date = $1 ORDER BY line`,
      [day],
    );
    return rows.map(({ line }) => line).sort();
  };

  it.each([
    ['three working days before the due date', '2026-11-03', ['填报人 2026-10 -3']],
    ['on the working day before it', '2026-11-05', ['填报人 2026-10 -1']],
    ['on the due date', '2026-11-06', ['填报人 2026-10 0']],
    ['on the next working day, over the weekend', '2026-11-09', ['填报人 2026-10 +1']],
  ])('only the reporter is told %s', async (_, day, expected) => {
    expect(await remind(day)).toEqual({ mails: 1 });
    expect(await told(day)).toEqual(expected);
  });

  it('the head of the department is told too from the third working day after the due date', async () => {
    expect(await remind('2026-11-11')).toEqual({ mails: 2 });
    expect(await told('2026-11-11')).toEqual(['填报人 2026-10 +3', '负责人 2026-10 +3']);
  });

  it('the performance office is told too from the fifth, and then all are told again every week', async () => {
    const all = (stage: string) => ['填报人', '绩效办', '负责人'].map((who) => `${who} 2026-10 ${stage}`).sort();
    expect(await remind('2026-11-13')).toEqual({ mails: 3 });
    expect(await told('2026-11-13')).toEqual(all('+5'));
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'])
      expect([day, await remind(day)]).toEqual([day, { mails: 0 }]);
    expect(await remind('2026-11-20')).toEqual({ mails: 3 });
    expect(await told('2026-11-20')).toEqual(all('+10'));
  });

  it('nobody is chased for a month that is closed, until it is reopened', async () => {
    const month = `/departments/${office.department.id}/months/2026-10`;
    expect((await app.request('POST', `${month}/close`, { body: {}, headers: IF_NONE })).status).toBe(200);
    expect(await remind('2026-11-09')).toEqual({ mails: 0 });
    const reopening = { body: { reason: '补报数据' }, headers: ifMatch(1) };
    expect((await app.request('POST', `${month}/reopen`, reopening)).status).toBe(200);
    expect(await remind('2026-11-11')).toEqual({ mails: 2 });
  });

  it('nobody is told before the third working day ahead, nor on a working day without a step', async () => {
    expect(await remind('2026-11-02')).toEqual({ mails: 0 });
    expect(await remind('2026-11-03')).toEqual({ mails: 1 });
    expect(await remind('2026-11-04')).toEqual({ mails: 0 });
  });

  it.each(['2026-11-07', '2026-11-08', '2026-10-01', '2026-10-05', '2026-10-07'])(
    'nobody is told on %s, a weekend or holiday',
    async (day) => {
      await app.manager.query("DELETE FROM progress_entry WHERE month IN ('2026-08', '2026-09')");
      expect(await remind(day)).toEqual({ mails: 0 });
      expect(await app.count('notification')).toBe(0);
    },
  );

  it('a make-up Saturday is a working day like any other', async () => {
    await app.manager.query("DELETE FROM progress_entry WHERE month = '2026-09'");
    expect(await remind('2026-10-10')).toEqual({ mails: 1 });
    expect(await told('2026-10-10')).toEqual(['填报人 2026-09 -3']);
  });

  it('a second run on the same day, at any hour, sends nothing', async () => {
    await remind('2026-11-09');
    for (const time of ['09:00', '09:01', '15:00', '23:59'])
      expect((await remind('2026-11-09', time)) ?? { mails: 0 }).toEqual({ mails: 0 });
    expect(await app.count('mail')).toBe(1);
  });

  it('whoever submitted everything gets nothing; a draft or a returned entry is still owed', async () => {
    const place = `/indicators/${office.indicatorId}/progress/2026-10`;
    await app.at('2026-11-02T10:00').request('PUT', place, { body: { value: '5' }, headers: IF_NONE });
    expect(await remind('2026-11-03')).toEqual({ mails: 1 });
    await app.request('POST', `${place}/submit`, { headers: ifMatch(1) });
    expect(await remind('2026-11-05')).toEqual({ mails: 1 }); // its reviewer has had it for two working days
    expect(await told('2026-11-05')).toEqual(['负责人 2026-10 +2']);
    await app.request('POST', `${place}/return`, { body: { reason: '不符' }, headers: ifMatch(2) });
    expect(await remind('2026-11-06')).toEqual({ mails: 1 });
  });

  it('after days down the service sends one reminder, of the step that was reached meanwhile', async () => {
    await remind('2026-11-03');
    expect(await remind('2026-11-11')).toEqual({ mails: 2 });
    expect(await told('2026-11-11')).toEqual(['填报人 2026-10 +3', '负责人 2026-10 +3']);
    expect(await app.count('mail')).toBe(3);
  });

  it('several months that are owed make one mail', async () => {
    await app.manager.query("DELETE FROM progress_entry WHERE month IN ('2026-08', '2026-09')");
    expect(await remind('2026-11-03')).toEqual({ mails: 3 });
    const months = (await told('2026-11-03')).filter((line) => line.startsWith('填报人'));
    expect(months.map((line) => line.split(' ')[1])).toEqual(['2026-08', '2026-09', '2026-10']);
  });

  it('a step of another month that is reached later on the same day is not lost', async () => {
    await remind('2026-11-03', '08:00');
    await app.manager.query("DELETE FROM progress_entry WHERE month = '2026-09'"); // reopened in the meantime
    await remind('2026-11-03', '09:00');
    await remind('2026-11-04');
    const lines = [...(await told('2026-11-03')), ...(await told('2026-11-04'))];
    expect(lines.filter((line) => line.startsWith('填报人 2026-09'))).toHaveLength(1);
  });

  it('somebody who is away, or reports for another section, gets nothing', async () => {
    const other = await SectionFactory.of(office.department).insert(app.manager);
    await ContactFactory.of(office.department).reportingFor(other).insert(app.manager);
    await ContactFactory.of(office.department).reportingFor(office.section).inactive().insert(app.manager);
    expect(await remind('2026-11-06')).toEqual({ mails: 1 });
  });

  it('where a section has no reporter the head is told from the first step, and the office that it has none', async () => {
    await app.manager.query('DELETE FROM contact WHERE id = $1', [office.reporter.id]);
    await remind('2026-11-03');
    expect(await told('2026-11-03')).toEqual(['绩效办 contacts 2026-11 week 1', '负责人 2026-10 -3']);
  });

  it('a yearly indicator is owed in its month only', async () => {
    await EntryFactory.of(office.indicatorId, '2026-10').insert(app.manager);
    const survey = IndicatorFactory.ratio().named('群众满意度').ownedBy(office.section).dueIn(12);
    await SheetFactory.of(office.department).indicators(survey).insert(app.manager);
    expect(await remind('2026-11-06')).toEqual({ mails: 0 });
  });

  it('nobody is chased for months of a year that has no sheets', async () => {
    await EntryFactory.of(office.indicatorId, '2026-10').insert(app.manager);
    expect(await remind('2026-11-06')).toEqual({ mails: 0 });
  });

  it('the ledger says why: the month, the step, the due date and what was owed', async () => {
    await remind('2026-11-09');
    const { items } = await app.read<{ items: object[] }>('/notifications');
    expect(items).toEqual([
      expect.objectContaining({
        rule: 'entries-owed',
        subject: '2026-10',
        contactId: office.reporter.id,
        dueDate: '2026-11-06',
        stage: '+1',
        reason: {
          owed: [
            {
              departmentId: office.department.id,
              departmentName: office.department.name,
              sectionId: office.section.id,
              sectionName: '综合股',
              indicators: 1,
            },
          ],
        },
        mail: expect.objectContaining({ state: 'queued', localDate: '2026-11-09' }) as object,
      }),
    ]);
  });

  it('the preview of a week shows each step on its day, and changes nothing', async () => {
    interface Day {
      date: string;
      reminders: { contactName: string; stage: string }[];
    }
    const { items } = await app.at('2026-11-03T08:00').read<{ items: Day[] }>('/reminders/preview?days=7');
    const lines = items.map(({ date, reminders }) => [date, reminders.map(({ stage }) => stage)]);
    expect(lines).toEqual([
      ['2026-11-03', ['-3']],
      ['2026-11-04', []],
      ['2026-11-05', ['-1']],
      ['2026-11-06', ['0']],
      ['2026-11-07', []],
      ['2026-11-08', []],
      ['2026-11-09', ['+1']],
    ]);
    expect(await app.count('notification')).toBe(0);
  });
});
