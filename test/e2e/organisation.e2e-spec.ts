import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { ENGLISH, ifMatch, TestApp } from '../support/test-app.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

describe('organisation', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const create = async (name: string) => (await app.request<Row>('POST', '/departments', { body: { name } })).body;

  it('a department can be created, read, renamed and deleted', async () => {
    const created = await app.request<Row>('POST', '/departments', { body: { name: '示例市审计局' } });
    expect(created).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { name: '示例市审计局', version: 1 },
    });
    const place = `/departments/${created.body.id}`;
    expect(await app.request('GET', place)).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: created.body,
    });
    const renamed = await app.request('PATCH', place, { body: { name: '示例市审计中心' }, headers: ifMatch(1) });
    expect(renamed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { name: '示例市审计中心', version: 2 },
    });
    expect((await app.request('DELETE', place, { headers: ifMatch(2) })).status).toBe(204);
    expect((await app.request('GET', place)).status).toBe(404);
  });

  it('a change that does not say which version it saw is refused with 428', async () => {
    const { id } = await create('未带版本的单位');
    const refused = await app.request('PATCH', `/departments/${id}`, { body: { name: '改名' } });
    expect(refused).toMatchObject({ status: 428, body: { code: 'precondition-required' } });
    expect(await app.request('DELETE', `/departments/${id}`)).toMatchObject({ status: 428 });
  });

  it('the second of two changes gets 412 with the current state, and the first one stays', async () => {
    const { id } = await create('两人同改的单位');
    await app.request('PATCH', `/departments/${id}`, { body: { name: '第一人改的' }, headers: ifMatch(1) });
    const second = await app.request('PATCH', `/departments/${id}`, {
      body: { name: '第二人改的' },
      headers: ifMatch(1),
    });
    expect(second).toMatchObject({
      status: 412,
      headers: { etag: '"2"' },
      body: { code: 'version-conflict', current: { name: '第一人改的', version: 2 } },
    });
    expect(await app.read<Row>(`/departments/${id}`)).toMatchObject({ name: '第一人改的', version: 2 });
    expect(await app.request('DELETE', `/departments/${id}`, { headers: ifMatch(1) })).toMatchObject({ status: 412 });
  });

  it('two departments cannot have one name', async () => {
    await create('同名单位');
    const second = await app.request('POST', '/departments', { body: { name: '同名单位' } });
    expect(second).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  });

  it('a department that has target sheets, or departments below it, cannot be deleted', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    await SheetFactory.of(department).insert(app.manager);
    const parent = await DepartmentFactory.new().insert(app.manager);
    await DepartmentFactory.new().below(parent).insert(app.manager);
    for (const { id } of [department, parent]) {
      const refused = await app.request('DELETE', `/departments/${id}`, { headers: ifMatch(1) });
      expect(refused).toMatchObject({ status: 409, body: { code: 'still-in-use' } });
      expect((await app.request('GET', `/departments/${id}`)).status).toBe(200);
    }
  });

  it('a department cannot stand below itself, nor below one of its own', async () => {
    const top = await DepartmentFactory.new().insert(app.manager);
    const below = await DepartmentFactory.new().below(top).insert(app.manager);
    for (const parentId of [top.id, below.id]) {
      const refused = await app.request('PATCH', `/departments/${top.id}`, { body: { parentId }, headers: ifMatch(1) });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.status).toBeLessThan(500);
    }
  });

  it('a section can be created, renamed and deleted, and is found only in its own department', async () => {
    const [own, other] = [await create('有股室的单位'), await create('别的单位')];
    const body = { name: '综合股' };
    const { body: section, ...made } = await app.request<Row>('POST', `/departments/${own.id}/sections`, { body });
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"' } });
    const foreign = `/departments/${other.id}/sections/${section.id}`;
    expect((await app.request('PATCH', foreign, { body: { name: '别' }, headers: ifMatch(1) })).status).toBe(404);
    const place = `/departments/${own.id}/sections/${section.id}`;
    const renamed = await app.request('PATCH', place, { body: { name: '秘书股' }, headers: ifMatch(1) });
    expect(renamed).toMatchObject({ status: 200, body: { name: '秘书股', version: 2 } });
    expect((await app.request('DELETE', place, { headers: ifMatch(2) })).status).toBe(204);
    expect(await app.read(`/departments/${own.id}/sections`)).toMatchObject({ items: [] });
  });

  it('a name that differs from another only in blanks, width or capitals is refused; blanks around it are dropped', async () => {
    const { id } = await create('IT服务中心');
    const sections = `/departments/${id}/sections`;
    const add = (name: string) => app.request<Row>('POST', sections, { body: { name } });
    const { body: first } = await add('　综合  一股 ');
    expect(first).toMatchObject({ name: '综合 一股' });
    for (const name of ['综合一股', '综 合 一股', '综合　 一 股'])
      expect(await add(name)).toMatchObject({ status: 409, body: { code: 'name-has-twin' } });
    const { body: second } = await add('综合二股');
    const rename = (name: string) =>
      app.request('PATCH', `${sections}/${second.id}`, { body: { name }, headers: ifMatch(1) });
    expect(await rename('综合一 股')).toMatchObject({ status: 409, body: { code: 'name-has-twin' } });
    expect(await rename('综合 二股')).toMatchObject({ status: 200 });
    expect(await app.request('POST', '/departments', { body: { name: 'ｉｔ 服务中心' } })).toMatchObject({
      status: 409,
    });
  });

  it('a contact can be created, changed and deleted', async () => {
    const { id: departmentId } = await create('有联系人的单位');
    const body = { departmentId, name: '陈演示', email: 'chen@example.org', duty: 'head', language: 'en' };
    const created = await app.request<Row>('POST', '/contacts', { body });
    expect(created).toMatchObject({ status: 201, body: { ...body, active: true, version: 1 } });
    const place = `/contacts/${created.body.id}`;
    const changed = await app.request('PATCH', place, { body: { active: false }, headers: ifMatch(1) });
    expect(changed).toMatchObject({ status: 200, body: { active: false, version: 2 } });
    expect((await app.request('DELETE', place, { headers: ifMatch(2) })).status).toBe(204);
    expect((await app.request('DELETE', place, { headers: ifMatch(2) })).status).toBe(404);
  });

  it('a contact cannot answer for a section of another department', async () => {
    const [own, other] = [await create('甲单位'), await create('乙单位')];
    const section = await SectionFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    const body = { departmentId: own.id, sectionId: section.id, name: '某人', email: 'x@example.org' };
    expect((await app.request('POST', '/contacts', { body })).status).toBe(404);
    expect((await app.request('POST', '/contacts', { body: { ...body, departmentId: other.id } })).status).toBe(404);
  });

  it.each([
    ['/email', { email: 'not an address' }],
    ['/email', { email: '"a b"@example.org' }],
    ['/email', { email: '"x> SIZE=1"@example.org' }],
    ['/email', { email: '"<script>"@example.org' }],
    ['/name', { name: '某人\r\nBcc: y@example.org' }],
    ['/email', { email: '"a\r\nRCPT TO:<b@example.org>"@example.org' }],
    ['/email', { email: 'a@example.org\r\nBcc: b@example.org' }],
    ['/duty', { duty: 'king' }],
    ['/phone', { phone: 'call me' }],
    ['/name', { name: '' }],
    ['/surprise', { surprise: 1 }],
    ['/departmentId', { departmentId: '1' }],
  ])('a wrong %s is answered with 400 and points at the field', async (pointer, wrong) => {
    const { id: departmentId } = await DepartmentFactory.new().insert(app.manager);
    const body = { departmentId, name: '某人', email: 'someone@example.org', ...wrong };
    const { status, body: problem } = await app.request('POST', '/contacts', { body, headers: ENGLISH });
    expect(status).toBe(400);
    expect(problem.errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('explicit null is refused for a field that must have a value', async () => {
    const contact = await ContactFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    const answers: [string, number][] = [];
    for (const field of ['name', 'email', 'duty', 'language', 'active']) {
      const body = { [field]: null };
      const { status } = await app.request('PATCH', `/contacts/${contact.id}`, { body, headers: ifMatch(1) });
      answers.push([field, status]);
    }
    expect(answers).toEqual(answers.map(([field]) => [field, 400]));
  });

  it('a list is read in pages that together hold everybody once', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    for (let left = 5; left > 0; left -= 1) await ContactFactory.of(department).insert(app.manager);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor ? `&cursor=${cursor}` : '';
      const page: { items: Row[]; nextCursor: string | null } = await app.read(`/contacts?limit=2${query}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await app.count('contact'));
  });

  it.each(['0', '501', 'ten', '1.5'])('a page of %s rows is refused', async (limit) => {
    expect((await app.request('GET', `/departments?limit=${limit}`)).status).toBe(400);
  });

  it('says whom each department lacks, and nothing new goes to what is disabled', async () => {
    const department = await DepartmentFactory.new().named('缺人的单位').insert(app.manager);
    const section = await SectionFactory.of(department).named('空股').insert(app.manager);
    const overview = async () => {
      const { items } = await app.read<{ items: object[] }>(`/organisation?search=${department.name}&lacking=true`);
      return items;
    };
    await ContactFactory.of(department).as('office').at('').insert(app.manager);
    const lacking = { sections: 1, people: 1, headless: true, withoutReporter: 1, withoutAddress: 1 };
    expect(await overview()).toMatchObject([{ id: department.id, ...lacking }]);
    await ContactFactory.of(department).reportingFor(section).insert(app.manager);
    await ContactFactory.of(department).as('head').insert(app.manager);
    expect(await overview()).toMatchObject([{ people: 3, headless: false, withoutReporter: 0, withoutAddress: 1 }]);
    const { items: people } = await app.read<{ items: Row[] }>(`/contacts?departmentId=${department.id}`);
    expect(people).toHaveLength(3);
    const disable = { body: { disabled: true }, headers: ifMatch(1) };
    const place = `/departments/${department.id}`;
    expect(await app.request('PATCH', `${place}/sections/${section.id}`, disable)).toMatchObject({ status: 200 });
    const person = { departmentId: department.id, name: '某人', email: 'someone@example.org' };
    const refused = await app.request('POST', '/contacts', { body: { ...person, sectionId: section.id } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'section-disabled' } });
    expect(await app.request('PATCH', place, disable)).toMatchObject({ status: 200, body: { disabled: true } });
    expect(await app.request('POST', '/contacts', { body: person })).toMatchObject({
      status: 422,
      body: { code: 'department-disabled' },
    });
    expect(await overview()).toEqual([]);
  });
});
