import { AuditService } from '../../src/audit/audit.service.js';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

describe('handing over (轮岗)', () => {
  let app: TestApp;
  let department: Department;
  let sections: readonly [Section, Section];
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    department = await DepartmentFactory.new().insert(app.manager);
    const section = (name: string) => SectionFactory.of(department).named(name).insert(app.manager);
    sections = [await section('信息股'), await section('综合股')];
  });

  const reporterFor = (section: Section, email: string) =>
    UserFactory.as('reporter').of(department).reportingFor(section).at(email).insert(app.manager);
  const handOver = (from: User, to: User, version = from.version) =>
    app.request<{ from: User; to: User }>('POST', `/users/${from.id}/handover`, {
      body: { to: to.id, reason: '轮岗' },
      headers: ifMatch(version),
      as: 'security-administrator',
      confirmed: true,
    });
  const contactNow = ({ id }: Contact) => app.manager.findOneByOrFail(Contact, { id });

  it('one action moves sections, contacts and standing in for others', async () => {
    const former = await reporterFor(sections[0], 'old@example.org');
    const successor = await reporterFor(sections[1], 'new@example.org');
    const contact = ContactFactory.of(department).reportingFor(sections[0]).at('old@example.org').boundTo(former.user);
    const bound = await contact.insert(app.manager);
    const head = UserFactory.as('department-head').of(department);
    const { user: absent } = await head.awayWith(former.user, '2026-11-24', '2026-11-25').insert(app.manager);
    const { status, body } = await handOver(former.user, successor.user);
    expect(status).toBe(200);
    expect(body.from.sectionIds).toEqual([]);
    expect(new Set(body.to.sectionIds)).toEqual(new Set(sections.map(({ id }) => id)));
    const { userId, name, email } = await contactNow(bound);
    expect([userId, name, email]).toEqual([successor.user.id, successor.user.displayName, 'new@example.org']);
    const { items } = await app.read<{ items: User[] }>('/users?limit=500', 'security-administrator');
    expect(items.find(({ id }) => id === absent.id)?.deputyId).toBe(successor.user.id);
  });

  it('the audit log tells of each row that changed hands, and why', async () => {
    const [former, successor] = [
      await reporterFor(sections[0], 'a@example.org'),
      await reporterFor(sections[1], 'b@example.org'),
    ];
    const bound = ContactFactory.of(department).reportingFor(sections[0]).boundTo(former.user);
    const { id } = await bound.insert(app.manager);
    await handOver(former.user, successor.user);
    const { items } = await app.get(AuditReading).list(10);
    const told = items.map(({ action, subjectId, reason }) => [action, subjectId, reason]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['app_user.handed-over', former.user.id, '轮岗'],
        ['app_user.changed', former.user.id, null],
        ['app_user.changed', successor.user.id, null],
        ['contact.changed', id, null],
      ]),
    );
    expect((await app.get(AuditService).verify()).broken).toBeNull();
  });

  it('where the successor is a contact already, the former contact is retired', async () => {
    const [former, successor] = [
      await reporterFor(sections[0], 'c@example.org'),
      await reporterFor(sections[0], 'd@example.org'),
    ];
    const place = ContactFactory.of(department).reportingFor(sections[0]);
    const old = await place.at('c@example.org').boundTo(former.user).insert(app.manager);
    await ContactFactory.of(department).reportingFor(sections[0]).at('d@example.org').insert(app.manager);
    expect((await handOver(former.user, successor.user)).status).toBe(200);
    expect(await contactNow(old)).toMatchObject({ active: false, userId: null, email: 'c@example.org' });
  });

  it('nothing moves when one part cannot', async () => {
    const former = await reporterFor(sections[0], 'e@example.org');
    const { user: mute } = await UserFactory.as('reporter').of(department).insert(app.manager);
    const bound = await ContactFactory.of(department).boundTo(former.user).insert(app.manager);
    const lines = await app.count('audit_event');
    expect(await handOver(former.user, mute)).toMatchObject({ status: 422, body: { code: 'handover-unfit' } });
    expect(await contactNow(bound)).toMatchObject({ userId: former.user.id, version: 1 });
    expect(await app.count('audit_event')).toBe(lines);
    const { body } = await app.request('GET', `/users/${former.user.id}`, { as: 'security-administrator' });
    expect(body).toMatchObject({ sectionIds: [sections[0].id], version: 1 });
  });

  it('nobody hands over to themselves, to another department or role, or on an outdated view', async () => {
    const former = await reporterFor(sections[0], 'f@example.org');
    const other = UserFactory.as('reporter').of(await DepartmentFactory.new().insert(app.manager));
    const head = UserFactory.as('department-head').of(department);
    for (const { user } of [former, await other.insert(app.manager), await head.insert(app.manager)])
      expect((await handOver(former.user, user)).status).toBe(422);
    expect((await handOver(former.user, (await reporterFor(sections[1], 'g@example.org')).user, 7)).status).toBe(412);
  });

  it('what the former one did stays theirs, and their rights are gone', async () => {
    const [former, successor] = [
      await reporterFor(sections[0], 'h@example.org'),
      await reporterFor(sections[1], 'i@example.org'),
    ];
    await handOver(former.user, successor.user);
    expect((await app.request('GET', '/session', { headers: bearer(former.token) })).status).toBe(401);
    const browser = await new Browser(app).beginAs(former.user);
    expect((await browser.request('GET', '/session')).body).toMatchObject({ sections: [] });
  });
});
