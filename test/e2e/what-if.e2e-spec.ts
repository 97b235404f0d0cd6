import type { Policy } from '../../src/domain/policy.js';
import type { ComparedSheet } from '../../src/scoring/league/policy-comparison.service.js';
import { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

describe('what if', () => {
  let app: TestApp;
  let sheetId: string;
  let otherSheetId: string;
  let indicatorId: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    const department = await DepartmentFactory.new().insert(app.manager);
    const one = await SheetFactory.of(department).insert(app.manager);
    const other = await SheetFactory.of(department).insert(app.manager);
    [sheetId, otherSheetId, indicatorId] = [one.sheet.id, other.sheet.id, one.indicatorIds[0]!];
    await EntryFactory.of(indicatorId, '2026-01').value('30').insert(app.manager);
  });

  const ask = (body: object) => app.request('POST', `/target-sheets/${sheetId}/score/what-if`, { body });
  const entry = (month: string, value: string) => ({ indicatorId, month, value });

  it('months were different: the score says so, and the sheet stays as it is', async () => {
    const added = await ask({ entries: [entry('2026-02', '12')] });
    expect(added).toMatchObject({ status: 200, body: { asOf: '2026-12', raw: '63.00' } });
    const changed = await ask({ entries: [entry('2026-01', '10')], asOf: '2026-01' });
    expect(changed).toMatchObject({ body: { raw: '15.00', indicators: [{ outlook: { openMonths: 11 } }] } });
    expect(await app.read(`/target-sheets/${sheetId}/score?asOf=2026-12`)).toMatchObject({ raw: '45.00' });
  });

  it('cannot be asked of another sheet’s indicator, another year, or with what could not be entered', async () => {
    const pointers = async (assumed: object) => {
      const { status, body } = await ask({ entries: [assumed] });
      return [status, ...body.errors.map(({ pointer }) => pointer)];
    };
    expect(await pointers({ ...entry('2026-02', '1'), indicatorId: sheetId })).toEqual([422, '/entries/0/indicatorId']);
    expect(await pointers(entry('2025-02', '1'))).toEqual([422, '/entries/0/month']);
    const grade = { indicatorId, month: '2026-02', grade: 'achieved', coefficient: '1' };
    expect((await pointers(grade)).slice(0, 2)).toEqual([422, '/entries/0/grade']);
  });

  it('can be saved as a scenario, changed and removed, and belongs to its sheet alone', async () => {
    const path = `/target-sheets/${sheetId}/scenarios`;
    const body = { name: '多开会', entries: [entry('2026-02', '12')] };
    const { body: saved } = await app.request<{ id: string }>('POST', path, { body });
    expect(await app.read(path)).toMatchObject({ items: [{ id: saved.id, name: '多开会', version: 1 }] });
    expect(await app.read(`/target-sheets/${otherSheetId}/scenarios`)).toMatchObject({ items: [] });
    const foreign = `/target-sheets/${otherSheetId}/scenarios/${saved.id}`;
    expect((await app.request('DELETE', foreign, { headers: ifMatch(1) })).status).toBe(404);
    const renamed = { body: { ...body, name: '少开会' }, headers: ifMatch(1) };
    expect(await app.request('PUT', `${path}/${saved.id}`, renamed)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect((await app.request('PUT', `${path}/${saved.id}`, renamed)).status).toBe(412);
    expect((await app.request('DELETE', `${path}/${saved.id}`, { headers: ifMatch(2) })).status).toBe(204);
    expect(await app.read(path)).toMatchObject({ items: [] });
  });

  it('is changed and removed by the reporter who saved it, or by who manages the sheet', async () => {
    const path = `/target-sheets/${sheetId}/scenarios`;
    const { departmentId } = await app.read<{ departmentId: string }>(`/target-sheets/${sheetId}`);
    const department = await app.manager.findOneByOrFail(Department, { id: departmentId });
    const section = await SectionFactory.of(department).insert(app.manager);
    const reporter = async () =>
      (await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager)).token;
    const [author, other] = [await reporter(), await reporter()];
    const body = { name: '多开会', entries: [entry('2026-02', '12')] };
    const { body: saved } = await app.request<{ id: string }>('POST', path, { body, headers: bearer(author) });
    const change = async (token: string, version: number) =>
      (await app.request('PUT', `${path}/${saved.id}`, { body, headers: { ...bearer(token), ...ifMatch(version) } }))
        .status;
    const remove = (headers: Record<string, string>) => app.request('DELETE', `${path}/${saved.id}`, { headers });
    expect(await change(other, 1)).toBe(403);
    expect(await remove({ ...bearer(other), ...ifMatch(1) })).toMatchObject({
      status: 403,
      body: { code: 'not-own-scenario' },
    });
    expect(await change(author, 1)).toBe(200);
    expect((await remove(ifMatch(2))).status).toBe(204);
  });

  it('has twenty scenarios of one person at most, however many are saved at once', async () => {
    const save = () =>
      app.request('POST', `/target-sheets/${sheetId}/scenarios`, {
        body: { name: '多开会', entries: [entry('2026-02', '12')] },
      });
    expect(await save()).toMatchObject({ status: 201 });
    const answers = await Promise.all(Array.from({ length: 23 }, save));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19);
    expect(await save()).toMatchObject({ status: 409, body: { code: 'too-many-scenarios' } });
  });

  it('is not saved when it could not be scored', async () => {
    const body = { name: '明年', entries: [entry('2027-01', '1')] };
    expect((await app.request('POST', `/target-sheets/${sheetId}/scenarios`, { body })).status).toBe(422);
  });

  it('the rules were others: the comparison says what would change, and for whom', async () => {
    await EntryFactory.of(indicatorId, '2026-02').value('60').insert(app.manager);
    const { items } = await app.read<{ items: ComparedSheet[] }>('/scores/comparison?asOf=2026-02&policy=local-strict');
    // 90 of at least 60: the strict policy takes 2 points. Where nothing was reported nothing changes.
    expect(items).toMatchObject([
      {
        sheetId,
        own: { policy: { name: 'national-2020' }, raw: '90.00', normalised: '100.00' },
        other: { policy: { name: 'local-strict' }, raw: '88.00', normalised: '97.78' },
        indicators: [{ indicatorId, name: '组织会议次数', max: '90', own: '90.00', other: '88.00' }],
      },
      { sheetId: otherSheetId, indicators: [] },
    ]);
    expect((await app.request('GET', '/scores/comparison?asOf=2026-02&policy=none')).status).toBe(422);
  });

  it('the rules were as somebody writes them: compared without being stored, once they are right', async () => {
    await EntryFactory.of(indicatorId, '2026-02').value('60').insert(app.manager);
    const strict = await app.read<Policy>('/policies/local-strict');
    const compare = (policy: object) =>
      app.request<{ items: ComparedSheet[] }>('POST', '/scores/comparison?asOf=2026-02', { body: { policy } });
    const own = { ...strict, name: 'draft', deviation: { ...strict.deviation, points: '5' } };
    const { status, body } = await compare(own);
    expect([status, body.items[0]]).toMatchObject([200, { other: { policy: { name: 'draft' }, raw: '85.00' } }]);
    expect(await app.read('/policies')).toMatchObject({ items: [{}, {}] });
    const wrong = await compare({ ...own, lights: { green: '0.8', amber: '0.9' } });
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'policy-invalid', errors: [{ pointer: '/lights/amber' }] },
    });
  });
});

describe('the check of a policy for an editor', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('says in the caller’s language what is wrong, and where', async () => {
    expect((await app.request('GET', '/policies/none')).status).toBe(404);
    const good = await app.read<object>('/policies/local-strict');
    const check = (body: object) =>
      app.request('POST', '/policies/validation', { body, headers: { 'accept-language': 'en' } });
    expect(await check(good)).toMatchObject({ status: 200, body: { valid: true, problems: [] } });
    expect(await check({ ...good, lights: { green: '0.8', amber: '0.9' } })).toMatchObject({
      body: { valid: false, problems: [{ pointer: '/lights/amber', code: 'not-falling' }] },
    });
    expect(await check({})).toMatchObject({ status: 200, body: { valid: false } });
  });
});
