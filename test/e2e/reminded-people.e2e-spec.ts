import { Passwords } from '../../src/auth/credentials/passwords.js';
import { NotificationsService } from '../../src/reminders/notifications.service.js';
import { RecipientsService } from '../../src/delivery/recipients/recipients.service.js';
import { Clock } from '../../src/common/clock.js';
import { MailDelivery } from '../../src/delivery/mail/mail-delivery.js';
import { Mail } from '../../src/delivery/mail/mail.entity.js';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { bearer, ifMatch, PASSWORD, TestApp } from '../support/test-app.js';

/** October 2026 is due on Friday, 6 November; on the 3rd only reporters are told, on the 11th heads, on the 13th the office. */
describe('who is reminded', () => {
  let server: MailServer;
  let app: TestApp;
  let office: Office;
  let hash: string;
  beforeAll(async () => {
    server = await MailServer.start();
    app = await TestApp.start({ SMTP_URL: server.url });
    hash = await app.get(Passwords).hash(PASSWORD);
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

  const plan = (day: string, time = '00:10') => app.runJob('reminder-digest', `${day}T${time}`);
  /** Everything that is due has gone out. @returns who got what, in the order of their addresses */
  const sent = async (local: string) => {
    app.at(local);
    const open = async () => {
      const [{ count }]: [{ count: number }] = await app.manager.query(
        "SELECT count(*)::int AS count FROM mail WHERE finished_at IS NULL AND state <> 'planned'",
      );
      return count;
    };
    await app.get(MailService).drain();
    await eventually(open, (count) => count === 0);
    return server.received
      .map(({ recipients, text = '' }) => ({ to: recipients[0] ?? '', text }))
      .sort((a, b) => (a.to < b.to ? -1 : 1));
  };
  const textTo = (address: string) => server.received.find(({ recipients }) => recipients[0] === address)?.text;
  const told = async (day: string): Promise<string[]> => {
    await plan(day, '09:00');
    return (await sent(`${day}T09:00`)).map(({ to }) => to);
  };
  const contact = (id: string, changes: Partial<Contact>) => app.manager.update(Contact, { id }, changes);
  const problems = async (): Promise<string[]> => {
    const { items } = await app.read<{ items: { problem: string; name: string | null }[] }>(
      '/reminders/contact-problems',
    );
    return items.map(({ problem, name }) => `${problem} ${name ?? '—'}`);
  };
  const accountOf = async (who: Contact, role: 'reporter' | 'department-head' = 'reporter') => {
    const { user, token } = await UserFactory.as(role).of(office.department).signingInWith(hash).insert(app.manager);
    await contact(who.id, { userId: user.id });
    return { user, token };
  };

  it('ten sections with one address, whatever its case and blanks, are one person with one mail', async () => {
    const spelt = [
      'reporter@example.org',
      'Reporter@Example.org',
      ' reporter@example.org',
      'REPORTER@example.org\u3000',
    ];
    for (let nth = 1; nth < 10; nth += 1) {
      const section = await SectionFactory.of(office.department).named(`股室 ${nth}`).insert(app.manager);
      const indicator = IndicatorFactory.new().named(`指标 ${nth}`).dueIn(10).ownedBy(section);
      await SheetFactory.of(office.department).named(`项目 ${nth}`).indicators(indicator).insert(app.manager);
      const email = spelt[nth % spelt.length]!;
      await ContactFactory.of(office.department).reportingFor(section).at(email).insert(app.manager);
    }
    expect(await told('2026-11-03')).toEqual(['reporter@example.org']);
    const text = server.received[0]?.text;
    for (let nth = 1; nth < 10; nth += 1) expect(text).toContain(`指标 ${nth}`);
    const [ledger]: { rows: number }[] = await app.manager.query(
      "SELECT count(*)::int AS rows FROM notification WHERE rule = 'entries-owed' AND subject = '2026-10'",
    );
    expect(ledger).toEqual({ rows: 10 }); // it says why for every duty
  });

  it('a contact bound to an account and one with only its address are one person, across departments', async () => {
    await accountOf(office.reporter);
    const other = await DepartmentFactory.new().insert(app.manager);
    const section = await SectionFactory.of(other).insert(app.manager);
    await SheetFactory.of(other)
      .indicators(IndicatorFactory.new().named('走访').dueIn(10).ownedBy(section))
      .insert(app.manager);
    await ContactFactory.of(other).reportingFor(section).at('REPORTER@example.org').insert(app.manager);
    expect(await told('2026-11-03')).toEqual(['office@example.org', 'reporter@example.org']); // no head there: the office hears
    expect(textTo('reporter@example.org')).toContain(other.name);
  });

  it.each<[string, (who: Contact) => Promise<unknown>, string]>([
    [
      'whose account is disabled',
      async (who) => {
        const { user } = await accountOf(who);
        await changeAccount(app.manager, user.id, { disabled: true });
      },
      'account-disabled',
    ],
    [
      'who is away without a deputy',
      (who) => contact(who.id, { awayFrom: '2026-11-01', awayUntil: '2026-11-30' }),
      'away-without-deputy',
    ],
    ['without an address', (who) => contact(who.id, { email: '' }), 'without-address'],
    [
      'whose address holds a line break',
      (who) => contact(who.id, { email: 'a@example.org\r\nBcc: b@example.org' }),
      'without-address',
    ],
    [
      'whose address has a quoted blank',
      (who) => contact(who.id, { email: '"wang wu"@example.org' }),
      'without-address',
    ],
  ])('what a reporter %s owes is the head’s to hear, and without a head the office’s', async (_, change, problem) => {
    await change(office.reporter);
    expect(await told('2026-11-03')).toEqual(['head@example.org', 'office@example.org']);
    expect(textTo('head@example.org')).toContain('报送信息');
    expect(await problems()).toEqual(expect.arrayContaining([`${problem} 填报人`, 'section-unreached 综合股']));
    server.forget();
    await change(office.head);
    expect(await told('2026-11-05')).toEqual(['office@example.org']);
    expect(server.received[0]?.text).toContain('报送信息');
    expect(await problems()).toContain('department-unreached —');
  });

  it('who reports for the whole department hears of the sections that have nobody else, and is missed nowhere', async () => {
    const { department } = office;
    const section = await SectionFactory.of(department).named('无人股').insert(app.manager);
    const row = IndicatorFactory.new().named('走访次数').dueIn(10).ownedBy(section);
    await SheetFactory.of(department).named('走访').indicators(row).insert(app.manager);
    expect(await problems()).toContain('section-unreached 无人股');
    await ContactFactory.of(department).at('clerk@example.org').insert(app.manager);
    expect(await problems()).not.toContain('section-unreached 无人股');
    expect(await app.read('/organisation?lacking=true')).toMatchObject({ items: [] });
    await plan('2026-11-03');
    // Planned for the section's own reporter, who leaves before it is sent: it falls to the department's, not to the head.
    await contact(office.reporter.id, { active: false });
    expect((await sent('2026-11-03T09:00')).map(({ to }) => to)).toEqual(['clerk@example.org']);
    for (const name of ['走访次数', '报送信息']) expect(textTo('clerk@example.org')).toContain(name);
  });

  it('the performance office answers for every department, also one without any contact', async () => {
    const other = await DepartmentFactory.new().insert(app.manager);
    await SheetFactory.of(other).indicators(IndicatorFactory.new().named('走访').dueIn(10)).insert(app.manager);
    expect(await told('2026-11-03')).toEqual(['office@example.org', 'reporter@example.org']);
    expect(textTo('office@example.org')).toContain('走访');
    expect(textTo('office@example.org')).toContain('查看：http'); // others enter
    expect(textTo('reporter@example.org')).toContain('填报入口：http');
    expect(await problems()).toEqual(['department-unreached —', 'indicators-without-section —']);
  });

  it('a mail of several departments names each, also of a month that only one of them owes', async () => {
    await app.manager.query("DELETE FROM progress_entry WHERE month = '2026-09'");
    const other = await DepartmentFactory.new().insert(app.manager);
    await SheetFactory.of(other).indicators(IndicatorFactory.new().named('走访').dueIn(10)).insert(app.manager);
    await told('2026-11-13');
    expect(textTo('office@example.org')).toMatch(new RegExp(`2026年9月（.*）\\n  ${office.department.name} · 综合股`));
  });

  it('an office that nobody can be reached at, and an administrator without an address, are shown', async () => {
    await contact(office.performanceOffice.id, { active: false });
    const { user } = await UserFactory.as('system-administrator').insert(app.manager);
    expect(await problems()).toEqual(['office-unreached —', `administrator-without-address ${user.displayName}`]);
  });

  it('indicators that have ended ask nobody', async () => {
    await app.manager.query("UPDATE indicator SET end_month = '2026-09'");
    expect(await told('2026-11-13')).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  it('an own absence is the contact’s', async () => {
    const { token } = await accountOf(office.reporter);
    const days = { awayFrom: '2026-11-03', awayUntil: '2026-11-04' };
    const given = { ...days, current: PASSWORD };
    const headers = { ...bearer(token), ...ifMatch(1) };
    expect((await app.request('PUT', '/session/absence', { body: given, headers })).status).toBe(200);
    expect(await app.read<Contact>(`/contacts/${office.reporter.id}`)).toMatchObject(days);
  });

  it('an account’s deputy hears what is planned and not yet sent, with what they owe themselves', async () => {
    const { token } = await accountOf(office.reporter);
    const { user: deputy } = await accountOf(office.head, 'department-head');
    await plan('2026-11-03');
    const body = { awayFrom: '2026-11-03', awayUntil: '2026-11-03', deputyId: deputy.id, current: PASSWORD };
    const headers = { ...bearer(token), ...ifMatch(1) };
    expect((await app.request('PUT', '/session/absence', { body, headers })).status).toBe(200);
    const mails = await sent('2026-11-03T09:00');
    expect(mails.map(({ to }) => to)).toEqual(['head@example.org']);
    expect(mails[0]?.text).toContain('填报人外出期间，由您代收其提醒');
  });

  it.each(['the deputy’s own', 'the absent one’s'])(
    'somebody who is away since the planning and their deputy, who owe the same, are one mail (%s first)',
    async (first) => {
      const { id: deputyId } = await ContactFactory.of(office.department)
        .reportingFor(office.section)
        .at('deputy@example.org')
        .insert(app.manager);
      await plan('2026-11-03');
      await contact(office.reporter.id, { awayFrom: '2026-11-03', awayUntil: '2026-11-03', deputyId });
      const own = first === 'the deputy’s own' ? [deputyId, office.reporter.id] : [office.reporter.id, deputyId];
      await app.manager.query(
        `UPDATE mail SET state = 'queued', due_at = due_at - array_position($1, contact_id) * interval '1 minute'`,
        [own.reverse()],
      );
      expect((await sent('2026-11-03T09:00')).map(({ to }) => to)).toEqual(['deputy@example.org']);
      const out: object[] = await app.manager.query("SELECT id FROM mail WHERE state = 'sent'");
      expect(out).toHaveLength(1); // the ledger says the same
    },
  );

  describe('of two absent people with one deputy', () => {
    let mails: Mail[];
    let deputyId: string;
    const now = () => app.get(Clock).now();
    const deliver = (mail: Mail) => app.get(MailDelivery).deliver(mail, now(), 'all');
    beforeEach(async () => {
      const section = await SectionFactory.of(office.department).named('文秘股').insert(app.manager);
      const indicator = IndicatorFactory.new().named('公文').dueIn(10).ownedBy(section);
      await SheetFactory.of(office.department).named('公文').indicators(indicator).insert(app.manager);
      const colleague = ContactFactory.of(office.department).reportingFor(section).at('colleague@example.org');
      const { id: other } = await colleague.insert(app.manager);
      const deputy = await ContactFactory.of(office.department).at('deputy@example.org').insert(app.manager);
      deputyId = deputy.id;
      await plan('2026-11-03');
      for (const id of [office.reporter.id, other])
        await contact(id, { awayFrom: '2026-11-03', awayUntil: '2026-11-03', deputyId });
      app.at('2026-11-03T09:00');
      await app.manager.query("UPDATE mail SET state = 'queued', due_at = '2026-11-03T09:00:45+08'"); // as claimed
      mails = await app.manager.find(Mail, { order: { id: 'ASC' } });
    });

    it('the mails that are written at the same moment are one', async () => {
      const held = app.manager.dataSource.createQueryRunner();
      await held.startTransaction();
      await held.query('SELECT FROM mail FOR UPDATE');
      const delivered = Promise.all(mails.map(deliver));
      const waiting = async () => {
        const [{ count }]: [{ count: number }] = await app.manager.query(
          `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return count;
      };
      await eventually(waiting, (count) => count === 2); // neither has seen what the other does
      await held.commitTransaction();
      await held.release();
      await delivered;
      expect((await sent('2026-11-03T09:00')).map(({ to }) => to)).toEqual(['deputy@example.org']);
    });

    it('the second waits while the first is under way, and until the next plan once that went out', async () => {
      const [older, newer] = mails as [Mail, Mail];
      const reader = (await app.get(RecipientsService).of(app.manager, [deputyId], '2026-11-03')).find(deputyId)!;
      const day = { from: new Date('2026-11-02T16:00:00Z'), until: new Date('2026-11-03T16:00:00Z') };
      const claim = (mail: Mail) => app.get(NotificationsService).claimFor(app.manager, mail, reader, day, now());
      expect(await claim(older)).toBeUndefined();
      expect(await claim(newer)).toBe('waits');
      await deliver(older);
      expect(await claim(newer)).toBe('put-off');
    });
  });

  it('whoever leaves between planning and sending is not written to; the head hears on the same morning', async () => {
    const { user } = await accountOf(office.reporter);
    await plan('2026-11-03');
    await changeAccount(app.manager, user.id, { disabled: true });
    const mails = await sent('2026-11-03T09:00');
    expect(mails.map(({ to }) => to)).toEqual(['head@example.org', 'office@example.org']); // the office hears why
    expect(mails[0]?.text).toContain('无人能收到提醒，请您督办');
  });

  describe('of two sections whose people drop out one after the other', () => {
    beforeEach(async () => {
      const section = await SectionFactory.of(office.department).named('文秘股').insert(app.manager);
      await SheetFactory.of(office.department)
        .named('公文')
        .indicators(IndicatorFactory.new().named('公文').dueIn(10).ownedBy(section))
        .insert(app.manager); // nobody reports for it: it is the head's
    });
    const reporterGoes = () => contact(office.reporter.id, { active: false });

    it('the head hears of both in the digest of the morning', async () => {
      await plan('2026-11-09');
      await reporterGoes();
      await sent('2026-11-09T09:00');
      expect(server.received.map(({ recipients }) => recipients[0]).sort()).toEqual([
        'head@example.org',
        'office@example.org',
      ]);
      expect(textTo('head@example.org')).toContain('报送信息');
      expect(textTo('head@example.org')).toContain('公文');
    });

    it('where the head’s digest has gone they hear of the second on the next working day, step or none', async () => {
      await told('2026-11-09');
      await reporterGoes();
      server.forget();
      expect(await told('2026-11-10')).toEqual(['head@example.org']);
      expect(textTo('head@example.org')).toContain('报送信息');
      expect(textTo('head@example.org')).not.toContain('公文');
      server.forget();
      expect(await told('2026-11-10')).toEqual([]);
    });

    it('without a head the performance office hears of both', async () => {
      await plan('2026-11-09');
      await reporterGoes();
      await contact(office.head.id, { awayFrom: '2026-11-09', awayUntil: '2026-11-09' });
      expect((await sent('2026-11-09T09:00')).map(({ to }) => to)).toEqual(['office@example.org']);
      expect(textTo('office@example.org')).toContain('报送信息');
      expect(textTo('office@example.org')).toContain('公文');
    });
  });

  it('somebody of whose two sections one is given away hears of the other, and the new reporter of theirs', async () => {
    const section = await SectionFactory.of(office.department).named('文秘股').insert(app.manager);
    await SheetFactory.of(office.department)
      .named('公文')
      .indicators(IndicatorFactory.new().named('公文').dueIn(10).ownedBy(section))
      .insert(app.manager);
    const { id } = await ContactFactory.of(office.department)
      .reportingFor(section)
      .at('reporter@example.org')
      .insert(app.manager);
    await plan('2026-11-03');
    await app.manager.delete(Contact, { id });
    await ContactFactory.of(office.department).reportingFor(section).at('new@example.org').insert(app.manager);
    const mails = await sent('2026-11-03T09:00');
    expect(mails.map(({ to, text }) => [to, text.includes('报送信息'), text.includes('公文')])).toEqual([
      ['new@example.org', false, true],
      ['reporter@example.org', true, false],
    ]);
  });

  it('a deputy who has had a digest today hears the rest with the next one', async () => {
    const { id: deputyId } = await ContactFactory.of(office.department).at('deputy@example.org').insert(app.manager);
    await SheetFactory.of(office.department)
      .named('其他')
      .indicators(IndicatorFactory.new().named('无股室').dueIn(10))
      .insert(app.manager);
    await app.runJob('reminder-digest', '2026-11-03T00:10');
    await app.manager.query("UPDATE mail SET due_at = due_at + interval '1 hour' WHERE contact_id = $1", [
      office.reporter.id,
    ]);
    expect((await sent('2026-11-03T09:00')).map(({ to }) => to)).toEqual(['deputy@example.org']);
    await contact(office.reporter.id, { awayFrom: '2026-11-03', awayUntil: '2026-11-04', deputyId });
    expect((await sent('2026-11-03T10:00')).map(({ to }) => to)).toEqual(['deputy@example.org']);
    await plan('2026-11-04');
    const mails = await sent('2026-11-04T09:00');
    expect(mails.map(({ to, text }) => [to, text.includes('报送信息')])).toEqual([
      ['deputy@example.org', false],
      ['deputy@example.org', true],
    ]);
  });

  it('whoever got yesterday’s digest only today gets none of today’s besides; what is new comes with the next', async () => {
    await plan('2026-11-05');
    await app.manager.query("UPDATE mail SET state = 'queued'"); // its hour came while the mail server took nothing
    expect(await sent('2026-11-06T08:00')).toHaveLength(1); // it has waited for a day, and says what is so today
    expect(server.received[0]?.text).toContain('2026-10');
    await plan('2026-11-06', '08:30');
    expect(await sent('2026-11-06T10:00')).toHaveLength(1);
    await plan('2026-11-09');
    expect(await sent('2026-11-09T10:00')).toHaveLength(2);
  });

  it('mails are in the language of the account, whatever the contact says', async () => {
    const { token } = await accountOf(office.reporter);
    const put = { body: { language: 'en' }, headers: { ...bearer(token), ...ifMatch(1) } };
    expect((await app.request('PUT', '/session/language', put)).status).toBe(200);
    await told('2026-11-03');
    expect(server.received[0]?.subject).toBe('Performance entries: 1 still owed for October 2026, due 2026-11-06');
  });

  it('names of 600 characters are written as they are, and short where only a line is', async () => {
    await contact(office.reporter.id, { name: '王'.repeat(600) });
    await app.manager.query('UPDATE department SET name = $1', ['局'.repeat(600)]);
    await app.manager.query('UPDATE indicator SET name = $1', ['信'.repeat(600)]);
    expect(await told('2026-11-03')).toEqual(['reporter@example.org']);
    expect(server.received[0]?.text).toContain('王'.repeat(600));
    const ask = `/indicators/${office.indicatorId}/progress/2026-10/reminders`;
    expect((await app.request('POST', ask)).status).toBe(201);
    await sent('2026-11-03T09:00');
    await app.runJob('scoring-report', '2026-11-11T09:30');
    await sent('2026-11-11T09:30');
    expect(server.received).toHaveLength(4);
    for (const { subject, to, attachments, raw } of server.received) {
      expect(subject).toMatch(/2026年10月/);
      expect(subject!.length).toBeLessThan(70);
      expect([to].flat()[0]!.value[0]!.name.length).toBeLessThan(30);
      for (const { filename } of attachments) expect(Buffer.byteLength(filename!)).toBeLessThan(255);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(998);
    }
  });

  it('of a section whose only reporter has no address the office hears as one, with whose it is', async () => {
    await contact(office.reporter.id, { email: '' });
    const stranger = await ContactFactory.of(office.department).as('head').named('副职').at('').insert(app.manager);
    await told('2026-11-03');
    expect(textTo('office@example.org')).toContain('2 处提醒无法送达');
    expect(textTo('office@example.org')).toContain(
      `${office.department.name} · 综合股（股室没有能收到提醒的填报人：填报人，没有可用的邮箱地址）`,
    );
    expect(textTo('office@example.org')).toContain(
      `${office.department.name} · ${stranger.name}（没有可用的邮箱地址）`,
    );
  });

  it.each([
    ['back by a day', '2026-11-02T09:00', []],
    ['forward by a quarter', '2027-02-05T09:00', ['head@example.org', 'office@example.org', 'reporter@example.org']],
  ])('a clock that goes %s tells nobody twice, and what is true then', async (_, local, expected) => {
    expect(await told('2026-11-03')).toEqual(['reporter@example.org']);
    server.forget();
    await app.runJob('reminder-digest', local);
    expect((await sent(local)).map(({ to }) => to)).toEqual(expected);
    for (const { text = '' } of server.received) expect(text).toContain('已逾期');
  });
});
