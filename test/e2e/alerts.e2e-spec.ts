import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { RefusedAddress } from '../../src/delivery/refused/refused-address.entity.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TokenFactory } from '../factories/token.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import type { Message } from '../../src/domain/domain-error.js';
import { sendDue } from '../support/send-due.js';
import { bearer, TestApp } from '../support/test-app.js';

/** October 2026 is due on 6 November; January to September are approved, 5 a month of 60 a year. */
describe('alerts', () => {
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

  const set = (changes: string) => app.manager.query(`UPDATE indicator SET ${changes}`);
  const score = (month: string) => app.read(`/scores?asOf=${month}`);
  const told = async (day: string): Promise<string[]> => {
    await app.runJob('reminder-digest', `${day}T09:00`);
    const rows: { line: string }[] = await app.manager.query(
      `SELECT n.rule || ' ' || n.stage || ' ' || c.name || coalesce(' ' || (n.reason->>'cause'), '') AS line
       FROM notification n JOIN contact c ON c.id = n.contact_id JOIN mail m ON m.id = n.mail_id
       WHERE n.rule <> 'entries-owed' AND m.local_date = $1 ORDER BY line`,
      [day],
    );
    return rows.map(({ line }) => line);
  };

  /** Nothing is entered, and the reporter has been told of it. */
  const remindInVain = async (): Promise<void> => {
    await app.manager.query('DELETE FROM progress_entry');
    expect(await app.runJob('reminder-digest', '2026-11-13T09:00')).toEqual({ mails: 3 });
    const sent: [unknown[], number] = await app.manager.query(
      "UPDATE mail SET state = 'sent', finished_at = now() WHERE contact_id = $1 RETURNING id",
      [office.reporter.id],
    );
    expect(sent[1]).toBe(1);
  };

  it('a light that turned red is told once to the reporter and the head, not again while it stays red', async () => {
    await app.manager.query('UPDATE progress_entry SET value = 1');
    await score('2026-09');
    expect(await told('2026-10-12')).toEqual(['light-red 2026-09 填报人', 'light-red 2026-09 负责人']);
    expect(await told('2026-10-13')).toEqual([]);
    await score('2026-10'); // still red
    expect(await told('2026-11-09')).toEqual([]);
  });

  it('a light that is not red is not told', async () => {
    await score('2026-09');
    expect(await told('2026-10-12')).toEqual([]);
  });

  it('all or nothing that is heading for a miss is told while its points can still be won', async () => {
    await set("rule = 'direct'");
    await app.manager.query('UPDATE progress_entry SET value = 4');
    await score('2026-09');
    expect((await told('2026-10-12')).filter((line) => line.startsWith('all-or-nothing'))).toEqual([
      'all-or-nothing 2026-09 填报人 forecast',
      'all-or-nothing 2026-09 负责人 forecast',
    ]);
  });

  it('an unanswered letter in a draft is told before its month is due, and not afterwards', async () => {
    await set("rule = 'direct', aggregation = 'ratio', unit = '%', target = 100");
    await app.manager.query('DELETE FROM progress_entry');
    await EntryFactory.of(office.indicatorId, '2026-10').in('draft').insert(app.manager);
    await app.manager.query('UPDATE progress_entry SET value = NULL, numerator = 99, denominator = 100');
    expect(await told('2026-11-09')).toEqual([]);
    expect(await told('2026-11-04')).toEqual([
      'all-or-nothing 2026-10 填报人 draft',
      'all-or-nothing 2026-10 负责人 draft',
    ]);
  });

  it('a reporter’s mail tells the alerts of their section, not those of another one', async () => {
    const section = await SectionFactory.of(office.department).insert(app.manager);
    const indicator = IndicatorFactory.new().named('文秘时限').ownedBy(section);
    const { indicatorIds } = await SheetFactory.of(office.department)
      .named('文秘')
      .indicators(indicator)
      .insert(app.manager);
    await set("rule = 'direct', aggregation = 'max', comparator = '<=', target = 6, unit = '天', weight = 3");
    for (const id of [office.indicatorId, ...indicatorIds])
      await EntryFactory.of(id, '2026-10').in('draft').insert(app.manager);
    await app.manager.query("UPDATE progress_entry SET value = 6 WHERE month = '2026-10'");
    await app.runJob('reminder-digest', '2026-11-04T09:00');
    await sendDue(app);
    const folder = path.join(app.dataFolder, 'mail');
    const mails = await Promise.all(
      readdirSync(folder).map((name) => simpleParser(readFileSync(path.join(folder, name)))),
    );
    const text = mails.find(({ to }) => [to].flat()[0]?.text.includes('reporter@'))?.text;
    expect(text).toContain('“报送信息”为直接赋分');
    expect(text).not.toContain('文秘时限');
  });

  it('a warning that was corrected away before its mail left is told when it is so again', async () => {
    await set("rule = 'direct', aggregation = 'ratio', unit = '%', target = 100");
    await app.manager.query('DELETE FROM progress_entry');
    await EntryFactory.of(office.indicatorId, '2026-10').in('draft').insert(app.manager);
    const answered = (letters: number) =>
      app.manager.query('UPDATE progress_entry SET value = NULL, numerator = $1, denominator = 100', [letters]);
    await answered(99);
    await app.runJob('reminder-digest', '2026-11-04T00:10');
    await answered(100);
    app.at('2026-11-04T09:00');
    await app.get(MailService).drain();
    await answered(90);
    expect((await told('2026-11-05')).filter((line) => line.startsWith('all'))).toEqual([
      'all-or-nothing 2026-10 填报人 draft',
      'all-or-nothing 2026-10 负责人 draft',
    ]);
  });

  it('a month of an all-or-nothing indicator that nobody has entered is told on the day before it is due', async () => {
    await set("rule = 'direct', aggregation = 'each-month', per = 'month', target = 4");
    expect((await told('2026-11-04')).filter((line) => line.startsWith('all'))).toEqual([]);
    expect((await told('2026-11-05')).filter((line) => line.startsWith('all'))).toEqual([
      'all-or-nothing 2026-10 填报人 missing',
      'all-or-nothing 2026-10 负责人 missing',
    ]);
  });

  it('a worst month at its limit is told: 6 days of at most 6 leave no room', async () => {
    await set("rule = 'direct', aggregation = 'max', comparator = '<=', target = 6, unit = '天', weight = 3");
    await app.manager.query('DELETE FROM progress_entry');
    await EntryFactory.of(office.indicatorId, '2026-10').in('draft').insert(app.manager);
    const value = (days: number) => app.manager.query('UPDATE progress_entry SET value = $1', [days]);
    await value(5);
    expect(await told('2026-11-03')).toEqual([]);
    await value(6);
    expect(await told('2026-11-04')).toEqual([
      'all-or-nothing 2026-10 填报人 limit',
      'all-or-nothing 2026-10 负责人 limit',
    ]);
  });

  it('a letter that a machine counts as unanswered is told, unless all letters of the year still reach the target', async () => {
    await set("rule = 'direct', aggregation = 'ratio', unit = '%', target = 95");
    await app.manager.query('UPDATE progress_entry SET value = NULL, numerator = 100, denominator = 100');
    app.at('2026-11-02T10:00');
    const { user } = await UserFactory.as('performance-office').insert(app.manager);
    const { token } = await TokenFactory.of(user).reporting(office.indicatorId).insert(app.manager);
    const count = (numerator: string, denominator: string) =>
      app.request('PUT', `/indicators/${office.indicatorId}/progress/2026-10/counts`, {
        body: { numerator, denominator },
        headers: bearer(token),
        as: null,
      });
    expect((await count('9', '10')).status).toBe(200);
    expect(await told('2026-11-03')).toEqual([]); // 909 of 910
    await app.manager.query("UPDATE progress_entry SET numerator = 95 WHERE month < '2026-10'");
    await count('9', '10');
    expect(await told('2026-11-04')).toEqual([
      'all-or-nothing 2026-10 填报人 draft',
      'all-or-nothing 2026-10 负责人 draft',
    ]);
  });

  it.each([
    ['2026-11-13', 0],
    ['2026-11-16', 2],
    ['2026-11-30', 2],
    ['2026-12-01', 0],
  ])(
    'what has to be completed by 30 November is told from ten working days before: on %s to %i',
    async (day, count) => {
      await set(
        "comparator = 'by', target = NULL, target_date = '2026-11-30', unit = NULL, rule = 'direct', aggregation = 'completed-on'",
      );
      await app.manager.query('DELETE FROM progress_entry');
      const lines = (await told(day)).filter((line) => line.startsWith('all-or-nothing'));
      expect(lines).toHaveLength(count);
      if (count > 0) expect(lines[0]).toBe('all-or-nothing 2026-11 填报人 date');
    },
  );

  it('a ceiling alert says how much is left, and how much that is a month, in both languages', async () => {
    await set("comparator = '<=', target = 536");
    await app.manager.query('UPDATE progress_entry SET value = 52.1');
    await EntryFactory.of(office.indicatorId, '2026-10').insert(app.manager);
    await app.manager.query("UPDATE progress_entry SET value = 52.1 WHERE month = '2026-10'");
    await score('2026-10');
    const { items } = await app
      .at('2026-11-12T09:00')
      .read<{ items: { reminders: { rule: string; reason: Message }[] }[] }>('/reminders/preview?days=1');
    const [alert] = items[0]!.reminders.filter(({ rule }) => rule === 'ceiling-breach');
    expect(alert?.reason).toEqual({
      zh: '“报送信息”截至 2026年10月 已达 521，上限 536，只余 15，以后每月平均不超过 7.5；照此趋势 2026年11月 突破上限。',
      en: '“报送信息”: 521 of 536 by October 2026, 15 left, 7.5 a month; at the present rate it passes its ceiling in November 2026.',
    });
  });

  it('a ceiling that will be passed is told with the month', async () => {
    await set("comparator = '<=', target = 50");
    await score('2026-09');
    expect((await told('2026-10-12')).filter((line) => line.startsWith('ceiling'))).toHaveLength(2);
    const [notice]: { figure: string }[] = await app.manager.query(
      "SELECT reason->>'figure' AS figure FROM notification WHERE rule = 'ceiling-breach'",
    );
    expect(notice?.figure).toBe('2026-11'); // 5 a month: 50 by October, 55 by November
  });

  it.each([
    ['0.54', ['execution-lag 2026-09 绩效办', 'execution-lag 2026-09 负责人']],
    ['0.55', []],
  ])(
    'a budget of which %s is spent after nine months is told when that is more than 20 points behind',
    async (rate, lines) => {
      await score('2026-09');
      await app.manager.query('UPDATE sheet_score SET execution_rate = $1', [rate]);
      expect(await told('2026-10-12')).toEqual(lines);
    },
  );

  it('entries that wait for their reviewer are told to the head after two working days, to the office after five', async () => {
    await EntryFactory.of(office.indicatorId, '2026-10').in('submitted').insert(app.manager);
    await app.manager.query("UPDATE progress_entry SET submitted_at = '2026-11-02T02:00:00Z' WHERE month = '2026-10'");
    expect(await told('2026-11-03')).toEqual([]);
    expect(await told('2026-11-04')).toEqual(['approval-stalled +2 负责人']);
    expect(await told('2026-11-05')).toEqual([]);
    expect(await told('2026-11-09')).toEqual(['approval-stalled +5 绩效办', 'approval-stalled +5 负责人']);
  });

  it('what a head has written is told to the office at once: nobody approves their own', async () => {
    const { user } = await UserFactory.as('department-head').of(office.department).insert(app.manager);
    await app.manager.update(Contact, { id: office.head.id }, { userId: user.id });
    await EntryFactory.of(office.indicatorId, '2026-10').in('submitted').insert(app.manager);
    await app.manager.query(
      "UPDATE progress_entry SET submitted_at = '2026-11-02T02:00:00Z', authors = ARRAY[$1] WHERE month = '2026-10'",
      [user.username],
    );
    expect(await told('2026-11-04')).toEqual(['approval-stalled +2 绩效办']);
    expect(await told('2026-11-09')).toEqual(['approval-stalled +5 绩效办']);
  });

  it('an address that fails and a reporter who never reported are shown', async () => {
    await remindInVain();
    const address = office.head.email.toLowerCase();
    await app.manager.insert(RefusedAddress, { address, refusedAt: new Date(), reply: 'no such user' });
    const { items } = await app.read<{ items: { name: string; problem: string; reply: string | null }[] }>(
      '/reminders/contact-problems',
    );
    expect(items.map(({ name, problem, reply }) => [name, problem, reply])).toEqual([
      [null, 'department-unreached', null],
      ['负责人', 'address-fails', 'no such user'],
      ['填报人', 'never-reported', null],
    ]);
  });

  it('nobody has never reported whose account has entered something, though for another section', async () => {
    await remindInVain();
    const silent = async () => {
      const { items } = await app.read<{ items: { problem: string }[] }>('/reminders/contact-problems');
      return items.filter(({ problem }) => problem === 'never-reported').length;
    };
    const elsewhere = await OfficeFactory.owing('2026-10').withPeopleAt('example.com').insert(app.manager);
    expect(await silent()).toBe(1);
    const account = UserFactory.as('reporter').of(elsewhere.department).at(office.reporter.email.toUpperCase());
    const { user } = await account.insert(app.manager);
    expect(await silent()).toBe(1);
    await app.manager.query("UPDATE progress_entry SET authors = ARRAY[$1] WHERE month = '2026-09'", [user.username]);
    expect(await silent()).toBe(0);
  });
});
