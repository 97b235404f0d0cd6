import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import { UserFactory } from '../factories/user.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { charactersOfPdf } from '../support/report-texts.js';
import { ifMatch, TestApp } from '../support/test-app.js';

interface MailRow {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly sentTo: string | null;
}

/** Those that say that a contact is reached elsewhere (`contact-notices.e2e-spec`). */
const notices = ({ subject = '' }) => subject.startsWith('绩效台账联系人');
/** But for those. */
const mailsOf = (app: TestApp): Promise<MailRow[]> =>
  app.manager.query(
    `SELECT id, state, attempts, sent_to AS "sentTo" FROM mail WHERE kind <> 'contact-notice' ORDER BY id`,
  );
const triesOf = (app: TestApp): Promise<{ outcome: string; code: number | null; reply: string | null }[]> =>
  app.manager.query('SELECT outcome, reply_code AS code, reply FROM mail_attempt ORDER BY id');
const allIn = (state: string) => (mails: MailRow[]) => mails.length > 0 && mails.every((mail) => mail.state === state);

describe('mails', () => {
  let server: MailServer;
  let app: TestApp;
  let office: Office;
  beforeAll(async () => {
    server = await MailServer.start();
    app = await TestApp.start({ SMTP_URL: server.url, PUBLIC_URL: 'http://jixiao.example.org' });
    app.get(MailService).startWorker();
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });
  beforeEach(async () => {
    server.forget();
    await app.clear();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });

  const remind = (day = '2026-11-09') => app.runJob('reminder-digest', `${day}T09:00`);
  const change = (body: object) =>
    app.request('PATCH', `/contacts/${office.reporter.id}`, { body, headers: ifMatch(1) });
  const becomes = (state: string) => eventually(() => mailsOf(app), allIn(state));

  it('a digest goes out as text and HTML, in Chinese, with a deadline, one link and a stable Message-ID', async () => {
    await remind();
    const [row] = await becomes('sent');
    const [mail] = server.received;
    expect(server.received).toHaveLength(1);
    expect(row).toMatchObject({ attempts: 1, sentTo: 'reporter@example.org' });
    expect(await triesOf(app)).toMatchObject([{ outcome: 'sent', code: 250 }]);
    expect(mail).toMatchObject({ messageId: `<${row!.id}@jixiao>`, recipients: ['reporter@example.org'] });
    expect(mail!.subject).toBe('【已逾期】绩效填报：2026年10月 尚有 1 项待提交，截止 2026-11-06');
    const html = String(mail!.html).replaceAll('&#x3D;', '=');
    for (const part of [mail!.text, html]) {
      expect(part).toEqual(expect.stringContaining('填报人'));
      expect(part).toEqual(expect.stringContaining('报送信息'));
      expect(part).toEqual(expect.stringContaining('http://jixiao.example.org/?month=2026-10'));
    }
    expect(html.match(/href=/g)).toHaveLength(1);
    expect(mail!.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('a contact who reads English gets English', async () => {
    await change({ language: 'en' });
    await remind('2026-11-05');
    await becomes('sent');
    expect(server.received[0]?.subject).toBe('Performance entries: 1 still owed for October 2026, due 2026-11-06');
    expect(server.received[0]?.text).toMatch(/^Dear 填报人,/);
  });

  it.each([
    ['zh', '2026年10月（截止 2026-11-06 18:00 中国标准时间）', '绩效填报截止：2026年10月（1 项）'],
    ['en', 'October 2026 (due 2026-11-06 18:00 China Standard Time)', 'Performance entries due: October 2026 (1)'],
  ])('months are words, and hours have their zone (%s)', async (language, due, event) => {
    await change({ language });
    await remind('2026-11-05');
    await becomes('sent');
    const [mail] = server.received;
    const calendar = String(mail?.attachments[0]?.content).replaceAll('\r\n ', '');
    expect(mail?.text).toContain(due);
    expect(calendar).toContain(`SUMMARY:${event}`);
    // Addresses and ids are for machines, and a whole date is read as one.
    const read = [mail?.subject, mail?.text, mail?.html, calendar.match(/SUMMARY:.*/g)].join('\n');
    expect(read.match(/(?<![=\d-])(?<!&#x3D;)20\d\d-\d\d(?![\d-])/g)).toBeNull();
  });

  it('names and indicators cannot write HTML into the mail', async () => {
    await app.manager.query("UPDATE indicator SET name = '<img src=x onerror=alert(1)>'");
    await remind();
    await becomes('sent');
    expect(server.received[0]?.html).toEqual(expect.stringContaining('&lt;img src'));
    expect(server.received[0]?.html).not.toEqual(expect.stringContaining('<img'));
  });

  it('a line break in a name does not become a header or a recipient', async () => {
    const evil = '王某\r\nBcc: evil@example.org\r\nX-Evil: 1';
    await app.manager.query('UPDATE contact SET name = $1 WHERE id = $2', [evil, office.reporter.id]);
    await app.manager.query('UPDATE department SET name = $1', [`单位\r\nX-Evil: 2`]);
    await remind();
    await becomes('sent');
    const [mail] = server.received;
    expect(mail?.recipients).toEqual(['reporter@example.org']);
    expect([...(mail?.headers.keys() ?? [])]).not.toEqual(expect.arrayContaining(['x-evil']));
    expect(mail?.headers.has('bcc')).toBe(false);
    expect(mail?.raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Evil):/im);
  });

  it('550 is final: the mail is refused and never tried again; what the server said is kept without the address', async () => {
    await app.manager.query('UPDATE contact SET active = false WHERE id <> $1', [office.reporter.id]);
    server.answerWith(550);
    await remind();
    expect(await becomes('refused')).toMatchObject([{ attempts: 1, sentTo: null }]);
    expect(await triesOf(app)).toMatchObject([{ outcome: 'refused', code: 550 }]);
    expect(JSON.stringify(await triesOf(app))).not.toContain('reporter@');
    server.answerWith(undefined);
    app.at('2026-11-12T09:00');
    await app.get(MailService).drain();
    expect([server.asked.length, server.received.length]).toEqual([1, 0]);
  });

  it('a refused address gets nothing more until it is changed, or cleared by the office; others are told instead', async () => {
    const problems = async () => (await app.read<{ items: object[] }>('/reminders/contact-problems')).items;
    const settled = async (count: number) => {
      const rows = await eventually(
        () => mailsOf(app),
        (mails) => mails.length >= count && mails.every(({ state }) => state !== 'queued'),
      );
      return rows.map(({ state }) => state).join(' ');
    };
    const settledOn = async (day: string, count: number) => {
      await remind(day);
      return settled(count);
    };
    server.answerWith(550, 'reporter@example.org');
    expect(await settledOn('2026-11-03', 2)).toBe('refused sent'); // the head, on the same morning
    expect(await problems()).toMatchObject([
      { contactId: null, problem: 'section-unreached', name: '综合股' },
      { contactId: office.reporter.id, problem: 'address-fails' },
    ]);
    server.answerWith(undefined);
    await change({ email: 'Other@example.org' });
    expect(await problems()).toEqual([]);
    expect(await settled(2)).toBe('sent sent'); // what was refused, at once
    expect(await settledOn('2026-11-05', 3)).toBe('sent sent sent');
    await app.request('PATCH', `/contacts/${office.reporter.id}`, {
      body: { email: 'REPORTER@example.org' },
      headers: ifMatch(2),
    });
    expect(await settled(4)).toBe('sent sent sent sent'); // the head, at once
    expect(await settledOn('2026-11-06', 6)).toBe('sent sent sent sent sent sent'); // the head, and the office why
    expect((await app.request('DELETE', `/contacts/${office.reporter.id}/refusal`)).status).toBe(204);
    expect(await settled(7)).toBe('sent sent sent sent sent sent sent'); // what is due today, at once
    expect(await problems()).toEqual([]);
    expect(await settledOn('2026-11-09', 8)).toBe('sent sent sent sent sent sent sent sent');
    expect(server.asked.filter((address) => address === 'reporter@example.org')).toHaveLength(1);
    const reached = server.received.filter((mail) => !notices(mail)).flatMap(({ recipients }) => recipients);
    expect([reached.slice(0, 4), reached.slice(4, 6).sort(), reached.slice(6)]).toEqual([
      ['head@example.org', 'Other@example.org', 'Other@example.org', 'head@example.org'],
      ['head@example.org', 'office@example.org'],
      ['REPORTER@example.org', 'REPORTER@example.org'],
    ]);
  });

  it('what an account’s address keeps from its contacts goes out as soon as that is changed', async () => {
    const { user } = await UserFactory.as('reporter').of(office.department).at('old@example.org').insert(app.manager);
    await app.manager.update(Contact, { id: office.reporter.id }, { userId: user.id, email: '' });
    await app.manager.query("INSERT INTO refused_address VALUES ('old@example.org', now(), NULL)");
    await remind('2026-11-05');
    await becomes('sent'); // the head, and the office why
    const change = { body: { email: 'new@example.org' }, headers: ifMatch(1), confirmed: true };
    const changed = await app.request('PATCH', `/users/${user.id}`, { ...change, as: 'security-administrator' });
    expect(changed.status).toBe(200);
    // The digest, and that the address was changed, which the former one is told as well: it is still refused.
    await eventually(
      () => Promise.resolve(server.asked.filter((address) => address === 'new@example.org').length),
      (count) => count === 2,
    );
    expect(server.asked).not.toContain('old@example.org');
  });

  it('what a former contact’s address kept goes to the successor as soon as duties are handed over', async () => {
    const account = (email: string) => UserFactory.as('reporter').of(office.department).at(email).insert(app.manager);
    const [former, successor] = [await account('old@example.org'), await account('new@example.org')];
    await app.manager.update(Contact, { id: office.reporter.id }, { userId: former.user.id, email: '' });
    await app.manager.query("INSERT INTO refused_address VALUES ('old@example.org', now(), NULL)");
    await remind('2026-11-05');
    await becomes('sent'); // the head, and the office why
    const body = { to: successor.user.id, reason: '轮岗' };
    const handover = { body, headers: ifMatch(1), as: 'security-administrator', confirmed: true } as const;
    expect((await app.request('POST', `/users/${former.user.id}/handover`, handover)).status).toBe(200);
    await eventually(
      () => mailsOf(app),
      (mails) => mails.length === 3 && allIn('sent')(mails),
    );
    expect(server.asked.at(-1)).toBe('new@example.org');
  });

  it('a contact who is deleted and entered anew has had the digest of the day, and is asked for an entry once', async () => {
    const ask = () => app.request('POST', `/indicators/${office.indicatorId}/progress/2026-10/reminders`);
    await remind('2026-11-05');
    expect((await ask()).status).toBe(201);
    expect(await becomes('sent')).toHaveLength(2);
    await app.request('DELETE', `/contacts/${office.reporter.id}`, { headers: ifMatch(1) });
    const { department, section } = office;
    const body = { departmentId: department.id, sectionId: section.id, name: '填报人', email: 'Reporter@example.org' };
    expect((await app.request('POST', '/contacts', { body })).status).toBe(201);
    await app.runJob('reminder-digest', '2026-11-05T10:00');
    expect((await ask()).body.code).toBe('reminded-already');
    await app.get(MailService).drain();
    await eventually(
      () => mailsOf(app),
      (mails) => mails.every(({ state }) => state !== 'queued'),
    );
    const subjects = server.received.map(({ subject = '' }) => subject.split('：')[0]);
    const notice = '绩效台账联系人'; // to the former address, and to the office
    expect(subjects.toSorted()).toEqual(['绩效填报', notice, notice, '请填报'].toSorted());
  });

  it('451 is tried again after half a minute, under the same Message-ID', async () => {
    server.answerWith(451);
    await remind();
    const [row] = await eventually(
      () => mailsOf(app),
      ([mail]) => mail?.attempts === 1,
    );
    await eventually(
      () => triesOf(app),
      ([tried]) => tried?.outcome === 'postponed',
    );
    server.answerWith(undefined);
    app.at('2026-11-09T09:00:29');
    await app.get(MailService).drain();
    expect(server.received).toEqual([]);
    app.at('2026-11-09T09:01');
    expect(await becomes('sent')).toMatchObject([{ id: row!.id, attempts: 2 }]);
    expect((await triesOf(app)).map(({ outcome, code }) => [outcome, code])).toEqual([
      ['postponed', 451],
      ['sent', 250],
    ]);
    expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${row!.id}@jixiao>`]);
  });

  it('what was put off while the clock stood a year ahead is tried once it is right again', async () => {
    server.answerWith(451);
    await remind();
    await eventually(
      () => triesOf(app),
      ([tried]) => tried?.outcome === 'postponed',
    );

    await app.manager.query("UPDATE mail SET due_at = '2027-11-09T09:11+08'");
    server.answerWith(undefined);
    app.at('2026-11-09T09:02');
    expect(await becomes('sent')).toMatchObject([{ attempts: 2 }]);
  });

  it('a mail that no server takes for five days is given up', async () => {
    server.answerWith(451);
    await remind();
    await eventually(
      () => triesOf(app),
      ([tried]) => tried?.outcome === 'postponed',
    );
    app.at('2026-11-14T09:01');
    expect(await becomes('undeliverable')).toMatchObject([{ attempts: 2, sentTo: null }]);
  });

  it('goes to the deputy while the contact is away, and says for whom', async () => {
    const away = { awayFrom: '2026-11-09', awayUntil: '2026-11-09', deputyId: office.head.id };
    expect((await change(away)).status).toBe(200);
    await remind('2026-11-09');
    await becomes('sent');
    const mails = server.received.filter((mail) => !notices(mail));
    expect(mails.flatMap(({ recipients }) => recipients)).toEqual(['head@example.org']);
    expect(mails[0]?.text).toContain(office.reporter.name);
  });

  it('of several mails only the one that is refused fails', async () => {
    await app.manager.query('UPDATE contact SET email = $1 WHERE id = $2', ['broken@example.org', office.head.id]);
    await remind('2026-11-13');
    await becomes('sent');
    expect(server.received.flatMap(({ recipients }) => recipients).sort()).toEqual([
      'broken@example.org',
      'office@example.org',
      'reporter@example.org',
    ]);
  });

  it('the issued report goes once to whoever has two duties', async () => {
    await ContactFactory.of(office.department).as('head').at(' OFFICE@Example.org').insert(app.manager);
    await app.runJob('scoring-report', '2026-11-11T09:30');
    await becomes('sent');
    const boxes = server.received.map(({ recipients }) => recipients[0]!.trim().toLowerCase());
    expect(boxes.sort()).toEqual(['head@example.org', 'office@example.org']);
  });

  it('the issued report goes to its readers with the figures of the score and the PDF', async () => {
    await app.runJob('scoring-report', '2026-11-11T09:30');
    await becomes('sent');
    expect(server.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
      'head@example.org',
      'office@example.org',
    ]);
    expect(server.received[0]?.text).toEqual(expect.stringContaining('67.50')); // 9 months of 5 of 60, for 90 points
    for (const { attachments, headers, text } of server.received) {
      // RFC 8058: whoever wants no more reports says so with one click.
      expect(headers.get('list')).toMatchObject({
        unsubscribe: { url: expect.stringContaining('/unsubscribe/') as string },
        'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' },
      });
      expect(text).toContain('不再接收预警和报告：http');
      expect(attachments).toMatchObject([
        { contentType: 'application/pdf', filename: `绩效评分月报-2026-10-${office.department.name}-v1.pdf` },
      ]);
      expect(await charactersOfPdf(attachments[0]!.content)).toContain('67.50');
    }
  });
});

describe('mails that wait for their worker', () => {
  let app: TestApp;
  let office: Office;
  beforeEach(async () => {
    app = await TestApp.start(); // no SMTP_URL
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });
  afterEach(() => app.close());

  const files = () => readdirSync(path.join(app.dataFolder, 'mail'));

  it('become .eml files where no mail server is set up', async () => {
    await app.runJob('reminder-digest', '2026-11-09T09:00');
    app.get(MailService).startWorker();
    const [row] = await eventually(() => mailsOf(app), allIn('sent'));
    expect(files()).toEqual([`2026-11-09-${row!.id}.eml`]);
    const mail = await simpleParser(readFileSync(path.join(app.dataFolder, 'mail', files()[0]!)));
    expect(mail).toMatchObject({
      messageId: `<${row!.id}@jixiao>`,
      to: { value: [{ address: 'reporter@example.org' }] },
    });
  });

  it('are superseded, not sent, when nothing is owed any more', async () => {
    await app.runJob('reminder-digest', '2026-11-09T09:00');
    await EntryFactory.of(office.indicatorId, '2026-10').in('submitted').insert(app.manager);
    app.get(MailService).startWorker();
    expect(await eventually(() => mailsOf(app), allIn('superseded'))).toMatchObject([{ attempts: 0, sentTo: null }]);
  });

  it('are cancelled when the contact has gone, and go to the address of now when it changed', async () => {
    await app.runJob('reminder-digest', '2026-11-11T09:00');
    await app.request('PATCH', `/contacts/${office.reporter.id}`, { body: { active: false }, headers: ifMatch(1) });
    const body = { email: 'new@example.org' };
    await app.request('PATCH', `/contacts/${office.head.id}`, { body, headers: ifMatch(1) });
    app.get(MailService).startWorker();
    const rows = await eventually(
      () => mailsOf(app),
      (mails) => mails.every(({ state }) => state !== 'queued'),
    );
    expect(rows.map(({ state, sentTo }) => [state, sentTo]).sort()).toEqual([
      ['cancelled', null],
      ['sent', 'new@example.org'],
    ]);
  });

  it('a head who also belongs to a section is told of every section', async () => {
    const other = await SectionFactory.of(office.department).named('文秘股').insert(app.manager);
    await app.manager.query('UPDATE contact SET section_id = $1 WHERE id = $2', [other.id, office.head.id]);
    await app.runJob('reminder-digest', '2026-11-11T09:00');
    app.get(MailService).startWorker();
    const rows = await eventually(
      () => mailsOf(app),
      (mails) => mails.every(({ state }) => state !== 'queued'),
    );
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('a reporter is told only of the own section, a head of all', async () => {
    const other = await OfficeFactory.owing('2026-10').insert(app.manager);
    await app.manager.query('UPDATE section SET department_id = $1, name = $2 WHERE id = $3', [
      office.department.id,
      '文秘股',
      other.section.id,
    ]);
    await app.manager.query('UPDATE target_sheet SET department_id = $1', [office.department.id]);
    await app.runJob('reminder-digest', '2026-11-11T09:00');
    app.get(MailService).startWorker();
    await eventually(() => mailsOf(app), allIn('sent'));
    const texts = await Promise.all(
      files().map(async (name) => simpleParser(readFileSync(path.join(app.dataFolder, 'mail', name)))),
    );
    const owing = texts.filter(({ subject = '' }) => subject.includes('待提交'));
    const sections = owing.map(({ text = '' }) => ['综合股', '文秘股'].filter((name) => text.includes(name)).length);
    expect(sections.sort()).toEqual([1, 2]);
  });
});
