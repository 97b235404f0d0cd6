import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { v7 as uuid } from 'uuid';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { bearer, ENGLISH, IF_NONE, type ProblemDetails, TestApp } from '../support/test-app.js';

interface Asked {
  readonly told: readonly string[];
}

/** October 2026 is due on 6 November. */
describe('one entry that is asked for now', () => {
  let app: TestApp;
  let office: Office;
  beforeEach(async () => {
    app = await TestApp.start();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
    app.at('2026-11-04T10:00');
  });
  afterEach(() => app.close());

  const ask = (month = '2026-10', headers: Record<string, string> = {}) =>
    app.request<Asked & ProblemDetails>('POST', `/indicators/${office.indicatorId}/progress/${month}/reminders`, {
      headers,
    });
  const sent = async (): Promise<ParsedMail[]> => {
    await app.get(MailService).drain();
    const folder = path.join(app.dataFolder, 'mail');
    return Promise.all(readdirSync(folder).map((name) => simpleParser(readFileSync(path.join(folder, name)))));
  };

  it('goes to whoever answers for it at once, says who asks, and stands in the ledger', async () => {
    const { status, body } = await ask();
    expect([status, body.told]).toEqual([201, ['填报人']]);
    const [mail, ...others] = await sent();
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('请填报：报送信息（2026年10月），截止 2026-11-06');
    const { items } = await app.read<{ items: { reason: { by: string } }[] }>('/notifications');
    expect(items).toMatchObject([
      { rule: 'asked-now', contactId: office.reporter.id, dueDate: '2026-11-06', stage: '2026-11-04' },
    ]);
    expect(mail?.text).toContain(items[0]?.reason.by);
  });

  it('is asked for once a day, the same request as often as it is repeated', async () => {
    const key = { 'idempotency-key': uuid() };
    const [first, again] = [await ask('2026-10', key), await ask('2026-10', key)];
    expect([first.status, again.status, again.body.told]).toEqual([201, 201, ['填报人']]);
    const refused = await ask('2026-10', ENGLISH);
    expect([refused.status, refused.body.code]).toEqual([409, 'reminded-already']);
    expect(refused.body.title).toContain('at most once a day');
    expect(await app.count('mail')).toBe(1);
    app.at('2026-11-05T08:00');
    expect((await ask()).status).toBe(201);
  });

  it('does not take the place of the day’s digest, nor the other way round', async () => {
    await ask();
    await sent();
    await app.runJob('reminder-digest', '2026-11-05T09:00');
    expect((await ask()).status).toBe(201);
    expect((await sent()).map(({ subject }) => subject?.slice(0, 4)).sort()).toEqual([
      '绩效填报',
      '请填报：',
      '请填报：',
    ]);
  });

  it('is refused where nothing is owed: handed in, closed, or not over yet', async () => {
    for (const month of ['2026-09', '2026-11', '2027-03']) expect((await ask(month)).body.code).toBe('nothing-owed');
    const close = `/departments/${office.department.id}/months/2026-10/close`;
    expect((await app.request('POST', close, { body: {}, headers: IF_NONE })).status).toBe(200);
    expect((await ask()).body.code).toBe('nothing-owed');
    expect(await app.count('mail')).toBe(0);
  });

  it('says nothing any more once it has been handed in before the mail left', async () => {
    await ask();
    await EntryFactory.of(office.indicatorId, '2026-10').in('submitted').insert(app.manager);
    await app.get(MailService).drain();
    expect(await app.manager.query('SELECT state FROM mail')).toEqual([{ state: 'superseded' }]);
  });

  it('goes up where nobody of the section can be told, and is refused where nobody can at all', async () => {
    await app.manager.query('UPDATE contact SET active = false WHERE id = $1', [office.reporter.id]);
    expect((await ask()).body.told).toEqual(['负责人']);
    const [mail] = await sent();
    expect(mail?.text).toContain('催办这一项，无人能收到提醒，请您督办：');
    await app.manager.query('UPDATE contact SET active = false');
    expect((await ask()).body.code).toBe('nobody-to-remind');
  });

  it('names whoever asks as people call them, not by their login', async () => {
    const { user, token } = await UserFactory.as('department-head').of(office.department).insert(app.manager);
    await changeAccount(app.manager, user.id, { displayName: '李样例' });
    expect((await ask('2026-10', bearer(token))).status).toBe(201);
    expect((await sent())[0]?.text).toContain('李样例 请您填报这一项');
  });

  it('is one mail after days on which none went out, and falls to the head if its reporter has left meanwhile', async () => {
    for (const day of ['2026-11-04', '2026-11-05', '2026-11-06']) {
      app.at(`${day}T10:00`);
      expect((await ask()).status).toBe(201);
    }
    await app.manager.query('UPDATE contact SET active = false WHERE id = $1', [office.reporter.id]);
    const mails = await sent();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('无人能收到提醒，请您督办');
  });

  it('is one mail on the day on which yesterday’s went out late', async () => {
    await ask();
    app.at('2026-11-05T09:00');
    expect(await sent()).toHaveLength(1);
    expect((await ask()).status).toBe(201);
    expect(await sent()).toHaveLength(1);
  });

  it('may be asked for by the head of the department, not by a reporter or another head', async () => {
    const other = await OfficeFactory.owing('2026-10').insert(app.manager);
    const as = async (who: Promise<{ token: string }>) => (await ask('2026-10', bearer((await who).token))).status;
    const { manager } = app;
    expect(await as(UserFactory.as('department-head').of(other.department).insert(manager))).toBe(404);
    expect(
      await as(UserFactory.as('reporter').of(office.department).reportingFor(office.section).insert(manager)),
    ).toBe(403);
    expect(await as(UserFactory.as('department-head').of(office.department).insert(manager))).toBe(201);
  });

  describe('together with others', () => {
    let second: string;
    beforeEach(async () => {
      const indicators = [IndicatorFactory.new().named('接待来访').ownedBy(office.section)];
      [second] = (
        await SheetFactory.of(office.department)
          .indicators(...indicators)
          .insert(app.manager)
      ).indicatorIds as [string];
    });

    interface Many {
      readonly told: readonly { readonly name: string; readonly entries: number }[];
      readonly entries: readonly { readonly told: readonly string[]; readonly problem: ProblemDetails | null }[];
    }
    const askAll = (query = '', headers: Record<string, string> = {}, month = '2026-10') =>
      app.request<Many>('POST', `/reminders/asked${query}`, {
        body: { entries: [office.indicatorId, second].map((indicatorId) => ({ indicatorId, month })) },
        headers,
      });

    it('is one mail of all of them to each person, after a preview that tells nobody', async () => {
      const preview = await askAll('?dryRun=true');
      expect([preview.status, preview.body.told]).toEqual([200, [{ name: '填报人', entries: 2 }]]);
      expect(await app.count('mail')).toBe(0);
      expect((await askAll()).body.told).toEqual([{ name: '填报人', entries: 2 }]);
      const [mail, ...others] = await sent();
      expect(others).toEqual([]);
      expect(mail?.subject).toMatch(/^请填报 2 项：.*等（2026年10月），截止 2026-11-06$/);
      expect(mail?.text).toContain('报送信息');
      expect(mail?.text).toContain('接待来访');
    });

    it('asks each person once a day, alone or together, and says of which entries it did not', async () => {
      await ask();
      const { body } = await askAll();
      expect(body.told).toEqual([{ name: '填报人', entries: 1 }]);
      expect(body.entries.map(({ problem }) => problem?.code ?? null)).toEqual(['reminded-already', null]);
      expect((await ask()).body.code).toBe('reminded-already');
      expect((await askAll('?dryRun=true')).body).toMatchObject({ told: [] });
      await sent();
      expect((await askAll()).body.told).toEqual([]);
    });

    it('leaves out what is handed in before the mail leaves, and keeps the rest', async () => {
      await askAll();
      await EntryFactory.of(second, '2026-10').in('submitted').insert(app.manager);
      const [mail] = await sent();
      expect(mail?.subject).toBe('请填报：报送信息（2026年10月），截止 2026-11-06');
      expect(mail?.text).not.toContain('接待来访');
    });

    it('tells nobody of what is not theirs to ask for', async () => {
      const other = await OfficeFactory.owing('2026-10').insert(app.manager);
      const { token } = await UserFactory.as('department-head').of(other.department).insert(app.manager);
      const { body } = await askAll('', bearer(token));
      expect(body.entries.map(({ problem }) => problem?.code)).toEqual(['nothing-owed', 'nothing-owed']);
      expect(await app.count('mail')).toBe(0);
    });
  });
});
