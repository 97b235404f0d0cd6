import { MailService } from '../../src/delivery/mail/mail.service.js';
import type { ReminderRules } from '../../src/reminders/reminder-rules.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { ENGLISH, type ProblemDetails, TestApp } from '../support/test-app.js';

interface Line {
  readonly id: string;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly readBy: string | null;
  readonly departmentName: string | null;
  readonly text: { readonly zh: string; readonly en: string } | null;
  readonly mail: { readonly state: string };
}
interface Lines {
  readonly items: readonly Line[];
  readonly nextCursor: string | null;
}
interface Preview {
  readonly items: readonly { readonly date: string; readonly reminders: readonly { readonly stage: string }[] }[];
}

/** Two offices that owe October, which is due on 6 November. */
describe('the ledger of reminders', () => {
  let app: TestApp;
  let first: Office;
  let second: Office;
  beforeAll(async () => {
    app = await TestApp.start();
    first = await OfficeFactory.owing('2026-10').insert(app.manager);
    second = await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.manager.query("UPDATE contact SET email = id || '@example.org'"); // one person each
    await app.runJob('reminder-digest', '2026-11-06T10:00');
    await app.runJob('reminder-digest', '2026-11-09T10:00');
  });
  afterAll(() => app.close());

  const read = (query = '') => app.read<Lines>(`/notifications${query}`);
  const mailOf = async ({ reporter }: Office) => (await read(`?contactId=${reporter.id}`)).items;

  it('names who was told, who read it, and why, in both languages', async () => {
    const [newest, older, ...others] = await mailOf(first);
    expect(others).toEqual([]);
    expect(newest).toMatchObject({
      contactName: first.reporter.name,
      readBy: first.reporter.name,
      departmentName: first.department.name,
    });
    expect(newest?.text?.zh).toContain('2026年10月');
    expect(newest?.text?.en).toContain('October 2026');
    expect(older?.text).not.toEqual(newest?.text);
  });

  it('finds by a part of a name or of a department, by the rule, and by what became of the mail', async () => {
    await app.manager.query('UPDATE contact SET name = $1 WHERE id = $2', ['欧阳样例', second.reporter.id]);
    await app.manager.query("UPDATE mail SET state = 'refused' WHERE contact_id = $1 AND local_date = '2026-11-09'", [
      first.reporter.id,
    ]);
    const all = (await read()).items.length;
    expect((await read('?search=阳样')).items.map(({ contactName }) => contactName)).toEqual(['欧阳样例', '欧阳样例']);
    const ofDepartment = await read(`?search=${encodeURIComponent(first.department.name)}`);
    const contacts = ofDepartment.items.map(({ contactId }) => contactId);
    expect([first, second].map(({ reporter }) => contacts.includes(reporter.id))).toEqual([true, false]);
    expect((await read('?rule=entries-owed')).items.length).toBe(all);
    expect((await read('?rule=asked-now')).items).toEqual([]);
    expect((await read('?state=refused')).items.map(({ mail }) => mail.state)).toEqual(['refused']);
    expect((await read('?search=%25')).items).toEqual([]); // no sign of a pattern
  });

  it('is read page by page, each line once, and by the same question on each page', async () => {
    const seen: string[] = [];
    let query = '?limit=1&search=样例';
    for (;;) {
      const { items, nextCursor } = await read(query);
      seen.push(...items.map(({ id }) => id));
      if (nextCursor === null) break;
      query = `?limit=1&search=样例&cursor=${nextCursor}`;
    }
    expect(seen).toEqual((await read('?search=样例')).items.map(({ id }) => id));
    expect(seen).toHaveLength(2);
  });

  it('refuses a rule or a state that there is not', async () => {
    for (const query of ['rule=everything', 'state=lost', 'contactId=x', `search=${'长'.repeat(101)}`])
      expect(await app.request('GET', `/notifications?${query}`)).toMatchObject({ status: 400 });
  });

  it('says of one line what became of each try', async () => {
    await app.get(MailService).drain();
    const [newest] = await mailOf(second);
    const line = await app.read<Line & { attempts: { outcome: string }[] }>(`/notifications/${newest!.id}`);
    expect(line).toMatchObject({ contactName: '欧阳样例', attempts: [{ outcome: 'sent' }] });
  });
});

describe('other rules', () => {
  let app: TestApp;
  let rules: ReminderRules;
  beforeAll(async () => {
    app = await TestApp.start();
    await OfficeFactory.owing('2026-10').insert(app.manager);
    rules = await app.at('2026-11-03T08:00').read<ReminderRules>('/reminders/rules');
  });
  afterAll(() => app.close());

  const ladder = (...days: readonly number[]) => ({
    ...rules,
    version: undefined,
    ladder: days.map((workingDays) => ({ workingDays, audience: ['reporter'] })),
  });
  const preview = (body: object, headers = {}) =>
    app.request<Preview & ProblemDetails>('POST', '/reminders/preview?days=7', { body, headers });
  const told = ({ items }: Preview) => items.flatMap(({ date, reminders }) => reminders.map(() => date));

  it('are tried out: who would be told on which day, and nothing is stored', async () => {
    const settings = await app.count('setting');
    const { body } = await preview(ladder(-2, 1));
    expect(told(body)).toEqual(['2026-11-04', '2026-11-09']);
    expect(told(await app.read<Preview>('/reminders/preview?days=7'))).not.toEqual(told(body));
    expect([await app.count('notification'), await app.count('setting')]).toEqual([0, settings]);
  });

  it('that remind nobody in these days say so by telling nobody', async () => {
    expect(told((await preview(ladder(60))).body)).toEqual([]);
  });

  it('are refused as they would be if they were set', async () => {
    const backwards = await preview(ladder(1, -1), ENGLISH);
    expect([backwards.status, backwards.body.code]).toEqual([422, 'ladder-not-ascending']);
    expect((await preview({ ...ladder(0), sendHour: 24 })).status).toBe(400);
    expect((await preview({ ...ladder(0), repeatWorkingDays: 0 })).status).toBe(400);
    expect((await preview({ ...ladder(), ladder: [] })).status).toBe(400);
  });
});
