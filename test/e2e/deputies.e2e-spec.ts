import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { User } from '../../src/auth/users/user.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { bearer, IF_NONE, ifMatch, PASSWORD, TestApp } from '../support/test-app.js';

describe('deputies', () => {
  let app: TestApp;
  let department: Department;
  let section: Section;
  let hash: string;
  beforeAll(async () => {
    app = await TestApp.start();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T10:00');
    department = await DepartmentFactory.new().insert(app.manager);
    section = await SectionFactory.of(department).insert(app.manager);
  });

  const reporter = () => UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager);
  const head = () => UserFactory.as('department-head').of(department);
  const signingIn = () => head().signingInWith(hash);
  const sheetWithIndicator = async () => {
    const sheet = SheetFactory.of(department).indicators(IndicatorFactory.new().ownedBy(section));
    return `/indicators/${(await sheet.insert(app.manager)).indicatorIds[0]!}/progress/2026-10`;
  };
  /** An entry of October that somebody has submitted. */
  const submittedBy = async (token: string) => {
    const place = await sheetWithIndicator();
    const headers = bearer(token);
    await app.request('PUT', place, { body: { value: '5', ...EXPLAINED }, headers: { ...headers, ...IF_NONE } });
    await app.request('POST', `${place}/submit`, { headers: { ...headers, ...ifMatch(1) } });
    return place;
  };
  const approve = (place: string, token: string) =>
    app.request('POST', `${place}/approve`, { headers: { ...bearer(token), ...ifMatch(2) } });

  it('a deputy approves while the head is away, and the history says for whom', async () => {
    const [submitter, deputy] = [await reporter(), await reporter()];
    const { user: absent } = await head().awayWith(deputy.user, '2026-11-24', '2026-11-25').insert(app.manager);
    const place = await submittedBy(submitter.token);
    expect(await approve(place, deputy.token)).toMatchObject({ status: 200, body: { status: 'approved' } });
    const { items } = await app.read<{ items: object[] }>(`${place}/history`);
    expect(items.at(-1)).toMatchObject({ actor: deputy.user.username, onBehalfOf: absent.username });
    expect(items.at(-2)).toMatchObject({ actor: submitter.user.username, onBehalfOf: null });
  });

  it.each([
    ['before the absence', '2026-11-23T23:59', 403],
    ['on its first day', '2026-11-24T00:00', 200],
    ['on its last day', '2026-11-25T23:59', 200],
    ['after it', '2026-11-26T00:00', 403],
  ])('a deputy who approves %s is answered with %s', async (_, moment, status) => {
    const [submitter, deputy] = [await reporter(), await reporter()];
    await head().awayWith(deputy.user, '2026-11-24', '2026-11-25').insert(app.manager);
    const place = await submittedBy(submitter.token);
    app.at(moment);
    expect((await approve(place, deputy.token)).status).toBe(status);
  });

  it('neither a deputy’s own submission nor the head’s is approved by the deputy', async () => {
    const deputy = await reporter();
    const absent = await head().awayWith(deputy.user, '2026-11-24', '2026-11-25').insert(app.manager);
    for (const { token } of [deputy, absent]) {
      const answer = await approve(await submittedBy(token), deputy.token);
      expect(answer).toMatchObject({ status: 403, body: { code: 'own-submission' } });
    }
  });

  it('a deputy gains no more than approving, and loses it when disabled or moved', async () => {
    const [submitter, deputy] = [await reporter(), await reporter()];
    await head().awayWith(deputy.user, '2026-11-24', '2026-11-25').insert(app.manager);
    const place = await submittedBy(submitter.token);
    const sections = `/departments/${department.id}/sections`;
    const options = { body: { name: '新股室' }, headers: bearer(deputy.token) };
    expect((await app.request('POST', sections, options)).status).toBe(403);
    const { id: elsewhere } = await DepartmentFactory.new().insert(app.manager);
    await changeAccount(app.manager, deputy.user.id, { departmentId: elsewhere });
    expect((await approve(place, deputy.token)).status).toBe(403);
    await changeAccount(app.manager, deputy.user.id, { disabled: true });
    expect((await approve(place, deputy.token)).status).toBe(401);
  });

  it('a reporter who has moved to another section recalls nothing of the former one', async () => {
    const submitter = await reporter();
    const place = await submittedBy(submitter.token);
    const { id } = await SectionFactory.of(department).insert(app.manager);
    await changeAccount(app.manager, submitter.user.id, { sectionIds: [id] });
    const headers = { ...bearer(submitter.token), ...ifMatch(2) };
    const answer = await app.request('POST', `${place}/recall`, { headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-own-section' } });
  });

  it('a head names a deputy among the colleagues, and says when', async () => {
    const [deputy, { user, token }] = [await reporter(), await signingIn().insert(app.manager)];
    const stranger = UserFactory.as('reporter').of(await DepartmentFactory.new().insert(app.manager));
    const { user: foreign } = await stranger.insert(app.manager);
    const colleagues = await app.request<{ items: User[] }>('GET', '/colleagues', { headers: bearer(token) });
    expect(colleagues.body.items.map(({ id }) => id).sort()).toEqual([deputy.user.id, user.id].sort());
    const put = (body: object) =>
      app.request('PUT', '/session/absence', {
        body: { current: PASSWORD, ...body },
        headers: { ...bearer(token), ...ifMatch(1) },
      });
    const days = { awayFrom: '2026-12-01', awayUntil: '2026-12-03' };
    for (const deputyId of [foreign.id, user.id]) {
      const answer = await put({ ...days, deputyId });
      expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, '/deputyId']);
    }
    expect((await put({ awayFrom: '2026-12-03', awayUntil: '2026-12-01' })).body.code).toBe('absence-invalid');
    expect((await put({ awayFrom: '2026-02-30' })).status).toBe(400);
    const forever = { awayFrom: '2026-12-01', awayUntil: '2099-12-31', deputyId: deputy.user.id };
    expect((await put(forever)).body.code).toBe('absence-too-long');
    const unconfirmed = { ...days, deputyId: deputy.user.id, current: 'not the right one' };
    expect((await put(unconfirmed)).body.code).toBe('present-password-wrong');
    expect((await put({ ...days, deputyId: deputy.user.id })).status).toBe(200);
    const { body } = await app.request('GET', '/session', { headers: bearer(token) });
    expect(body).toMatchObject({ version: 2, user: { ...days, deputyId: deputy.user.id } });
  });

  it('a contact’s deputy is another active contact of the department, for a range of days', async () => {
    const contact = await ContactFactory.of(department).insert(app.manager);
    const [deputy, idle] = [ContactFactory.of(department), ContactFactory.of(department).inactive()];
    const foreign = ContactFactory.of(await DepartmentFactory.new().insert(app.manager));
    const patch = (body: object) =>
      app.request('PATCH', `/contacts/${contact.id}`, { body, headers: ifMatch(contact.version) });
    const unfit = [contact, await idle.insert(app.manager), await foreign.insert(app.manager)];
    for (const { id: deputyId } of unfit) expect((await patch({ deputyId })).body.code).toBe('deputy-unfit');
    expect((await patch({ awayFrom: '2026-12-03' })).body.code).toBe('absence-invalid');
    const body = { deputyId: (await deputy.insert(app.manager)).id, awayFrom: '2026-12-01', awayUntil: '2026-12-01' };
    expect(await patch(body)).toMatchObject({ status: 200, body: { ...body, version: 2 } });
  });

  it('a contact is bound to an account that its manager can see, and to no other', async () => {
    const [own, { token }] = [await reporter(), await head().insert(app.manager)];
    const elsewhere = UserFactory.as('reporter').of(await DepartmentFactory.new().insert(app.manager));
    const { user: foreign } = await elsewhere.insert(app.manager);
    const contact = await ContactFactory.of(department).insert(app.manager);
    const bind = (userId: string) =>
      app.request('PATCH', `/contacts/${contact.id}`, {
        body: { userId },
        headers: { ...bearer(token), ...ifMatch(1) },
      });
    expect((await bind(foreign.id)).status).toBe(404);
    expect(await bind(own.user.id)).toMatchObject({ status: 200, body: { userId: own.user.id } });
  });
});
