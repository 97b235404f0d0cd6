import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { RecipientsService } from '../../src/delivery/recipients/recipients.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { sendDue } from '../support/send-due.js';
import { bearer, ifMatch, PASSWORD, TestApp } from '../support/test-app.js';

const THIEF = 'someone@elsewhere.example';

describe('where mails of a contact went before', () => {
  let app: TestApp;
  let hash: string;
  let department: Department;
  let contact: Contact;
  let office: Contact;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    app.at('2026-11-24T10:00');
    department = await DepartmentFactory.new().insert(app.manager);
    contact = await ContactFactory.of(department).named('张填报').at('zhang@example.org').insert(app.manager);
    office = await ContactFactory.of(department).as('office').at('office@example.org').insert(app.manager);
  });

  const receiver = ({ to }: ParsedMail) => [to].flat()[0]?.value[0]?.address ?? '';
  const mails = async (): Promise<ParsedMail[]> => {
    await sendDue(app);
    const folder = path.join(app.dataFolder, 'mail');
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((file) => file.isFile());
    const found = await Promise.all(
      files.map((file) => simpleParser(readFileSync(path.join(file.parentPath, file.name)))),
    );
    rmSync(folder, { recursive: true });
    return found.toSorted((a, b) => (receiver(a) < receiver(b) ? -1 : 1));
  };
  /** At once, and when the office reads what came together. */
  const told = async (): Promise<ParsedMail[]> => {
    const atOnce = await mails();
    app.at('2026-11-24T10:11');
    return [...atOnce, ...(await mails())];
  };
  const change = ({ id, version }: Contact, body: object) =>
    app.request('PATCH', `/contacts/${id}`, { body, headers: ifMatch(version), as: 'performance-office' });

  it('of the performance office are for the office alone: they are told of every department', async () => {
    const { token } = await UserFactory.as('department-head').of(department).insert(app.manager);
    const headers = bearer(token);
    const spy = { departmentId: department.id, name: '外人乙', email: THIEF, duty: 'office' };
    const asked = [
      await app.request('POST', '/contacts', { body: spy, headers, as: null }),
      await app.request('PATCH', `/contacts/${contact.id}`, {
        body: { duty: 'office' },
        headers: { ...headers, ...ifMatch(1) },
        as: null,
      }),
      await app.request('PATCH', `/contacts/${office.id}`, {
        body: { email: THIEF },
        headers: { ...headers, ...ifMatch(1) },
        as: null,
      }),
      await app.request('PATCH', `/contacts/${office.id}`, {
        body: { duty: 'reporter' },
        headers: { ...headers, ...ifMatch(1) },
        as: null,
      }),
      await app.request('DELETE', `/contacts/${office.id}`, { headers: { ...headers, ...ifMatch(1) }, as: null }),
    ];
    expect(asked.map(({ status, body: { code } }) => [status, code])).toEqual(
      asked.map(() => [403, 'office-duty-of-office']),
    );
    const own = { ...spy, duty: 'reporter' };
    expect(await app.request('POST', '/contacts', { body: own, headers, as: null })).toMatchObject({ status: 201 });
  });

  it('is told, at once, of another address, and so is the office', async () => {
    expect((await change(contact, { email: THIEF })).status).toBe(200);
    const [former, toOffice, ...more] = await told();
    expect(more).toEqual([]);
    expect([receiver(former!), receiver(toOffice!)]).toEqual(['zhang@example.org', 'office@example.org']);
    expect(former!.subject).toBe('绩效台账联系人：您的联系邮箱已变更');
    expect(former!.text).toMatch(
      /张填报，您好[^]*2026-11-24 10:00 由 user\.\S+ 改为 s\*\*\*@elsewhere\.example[^]*联系绩效办/,
    );
    expect(toOffice!.subject).toBe('绩效台账联系人：联系人的邮箱有变更');
    expect(toOffice!.text).toContain(`${department.name}的联系人“张填报”`);
    for (const { text, html } of [former!, toOffice!]) expect(`${text!}${String(html)}`).not.toContain(THIEF);
  });

  it('is told where it is ended, deleted, or given another account', async () => {
    const { user } = await UserFactory.as('reporter').of(department).insert(app.manager);
    const [second, third] = [
      await ContactFactory.of(department).at('second@example.org').insert(app.manager),
      await ContactFactory.of(department).at('third@example.org').reading('en').insert(app.manager),
    ];
    expect((await change(contact, { active: false })).status).toBe(200);
    expect((await change(second, { userId: user.id })).status).toBe(200);
    const headers = ifMatch(third.version);
    const deleted = await app.request('DELETE', `/contacts/${third.id}`, { headers, as: 'performance-office' });
    expect(deleted.status).toBe(204);
    const found = await told();
    expect(found.map(receiver)).toEqual([
      'second@example.org',
      'third@example.org',
      'zhang@example.org',
      'office@example.org',
    ]);
    expect(found[1]!.subject).toBe('Jixiao contacts: Your address as a contact was changed');
    expect(found[1]!.text!.replaceAll(department.name, '').replaceAll(third.name, '')).not.toMatch(/[一-龥]/);
    expect(found[3]!.text!.match(/联系人“/g)).toHaveLength(3);
  });

  it('hears nothing of a telephone or a name, nor a contact that is not in use', async () => {
    expect((await change(contact, { phone: '13800000000', name: '张改名', email: contact.email })).status).toBe(200);
    const idle = await ContactFactory.of(department).inactive().insert(app.manager);
    expect((await change(idle, { email: THIEF })).status).toBe(200);
    expect(await told()).toEqual([]);
  });

  it('is told where another contact of its account leads its mails away: a retired one, one made beforehand, one made now', async () => {
    const { user } = await UserFactory.as('reporter').of(department).insert(app.manager);
    const older = await ContactFactory.of(department).inactive().insert(app.manager);
    const own = await ContactFactory.of(department).at('own@example.org').boundTo(user).insert(app.manager);
    expect((await change(older, { userId: user.id, email: THIEF })).status).toBe(200);
    expect(await told()).toEqual([]); // mails still go where they went
    app.at('2026-11-24T10:20');
    const [now] = await app.manager.findBy(Contact, { id: older.id });
    expect((await change(now!, { active: true })).status).toBe(200);
    const box = async () => (await app.get(RecipientsService).boxes(app.manager, [own.id])).get(own.id);
    const thiefs = await box();
    const atOnce = await mails();
    app.at('2026-11-24T10:31');
    const found = [...atOnce, ...(await mails())];
    expect([thiefs, ...found.map(receiver)]).toEqual([THIEF, own.email, office.email]);
  });

  it('is told of another duty, another section, and of a deputy for days of absence', async () => {
    const section = await SectionFactory.of(department).insert(app.manager);
    const [head, moved, deputy] = [
      await ContactFactory.of(department).as('head').at('a.head@example.org').insert(app.manager),
      await ContactFactory.of(department).at('b.moved@example.org').insert(app.manager),
      await ContactFactory.of(department).at(THIEF).insert(app.manager),
    ];
    const absence = { deputyId: deputy.id, awayFrom: '2026-12-01', awayUntil: '2027-02-28' };
    for (const [one, body] of [
      [head, { duty: 'reporter' }],
      [moved, { sectionId: section.id }],
      [contact, absence],
    ] as const)
      expect((await change(one, body)).status).toBe(200);
    const found = await told();
    expect(found.map(receiver)).toEqual([head.email, moved.email, contact.email, office.email]);
    expect(found[0]!.text).toContain('改了职责、科室、离岗时间或代理人');
    expect(found[3]!.text!.match(/改了职责/g)).toHaveLength(3);
  });

  it('is told where a contact is made that takes the mails of its account', async () => {
    const { user } = await UserFactory.as('reporter').of(department).at('account@example.org').insert(app.manager);
    await ContactFactory.of(department).at('').boundTo(user).insert(app.manager);
    const body = { departmentId: department.id, duty: 'reporter', name: '某人', email: THIEF, userId: user.id };
    expect((await app.request('POST', '/contacts', { body, as: 'performance-office' })).status).toBe(201);
    expect((await told()).map(receiver)).toEqual(['account@example.org', office.email]);
  });

  it('is told each time, the office once for sixty', async () => {
    const many = Array.from({ length: 60 }, (_, n) => ContactFactory.of(department).at(`c${n}@example.org`));
    for (const [n, one] of many.entries()) await change(await one.insert(app.manager), { email: `m${n}@example.org` });
    const found = await told();
    const toOffice = found.filter((mail) => receiver(mail) === office.email);
    expect([found.length, toOffice.length]).toEqual([61, 1]);
    expect(toOffice[0]!.text).toContain('另有 10 项');
  });

  it('is told of a handover, of all contacts together', async () => {
    const { user: former } = await UserFactory.as('reporter').of(department).insert(app.manager);
    const successor = UserFactory.as('reporter').of(department).at('successor@example.org');
    const { user: to } = await successor.insert(app.manager);
    await app.manager.update('contact', { id: contact.id }, { userId: former.id });
    const answer = await app.request('POST', `/users/${former.id}/handover`, {
      ...{ body: { to: to.id, reason: '轮岗' }, headers: ifMatch(former.version) },
      ...({ as: 'security-administrator', confirmed: true } as const),
    });
    expect(answer.status).toBe(200);
    expect((await told()).map(receiver)).toEqual(['zhang@example.org', 'office@example.org']);
  });

  it('where the office has no other contact the auditors are told', async () => {
    const auditor = UserFactory.as('auditor').at('auditor@example.org');
    await auditor.insert(app.manager);
    expect((await change(office, { email: THIEF })).status).toBe(200);
    const found = await told();
    expect(found.map(receiver)).toEqual(['office@example.org', 'auditor@example.org']);
    expect(found.map(receiver)).not.toContain(THIEF);
  });

  it('is not told of what was not done', async () => {
    expect((await change({ ...contact, version: 7 }, { email: THIEF })).status).toBe(412);
    expect(await app.manager.countBy('mail', { kind: 'contact-notice' })).toBe(0);
  });

  it('stays where an absence would lead mails away: of an account its owner enters it, with the password', async () => {
    const owner = await UserFactory.as('reporter').of(department).signingInWith(hash).insert(app.manager);
    await app.manager.update('contact', { id: contact.id }, { userId: owner.user.id });
    const days = { awayFrom: '2026-11-24', awayUntil: '2026-11-30' };
    for (const body of [days, { deputyId: office.id }, { ...days, userId: null }])
      expect(await change(contact, body)).toMatchObject({ status: 422, body: { code: 'absence-of-account' } });
    const free = await ContactFactory.of(department).at('free@example.org').insert(app.manager);
    expect((await change(free, { ...days, userId: owner.user.id })).body.code).toBe('absence-of-account');
    expect((await change(free, { ...days, deputyId: office.id })).status).toBe(200);
    const own = { body: { current: PASSWORD, ...days }, headers: { ...bearer(owner.token), ...ifMatch(1) } };
    expect((await app.request('PUT', '/session/absence', own)).status).toBe(200);
    expect(await app.read(`/contacts/${contact.id}`)).toMatchObject(days);
  });
});
