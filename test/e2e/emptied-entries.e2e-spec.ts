import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';
import { formWith } from '../support/upload.js';

interface BulkAnswer {
  readonly written: number;
  readonly rows: readonly {
    readonly outcome: string;
    readonly entry: object | null;
    readonly problem: { code: string };
  }[];
}

describe('an entry that is emptied', () => {
  let app: TestApp;
  let departmentId: string;
  let count: string;
  let other: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    departmentId = department.id;
    const rows = [IndicatorFactory.new().weighing('45'), IndicatorFactory.new().weighing('45')];
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    [count, other] = indicatorIds as [string, string];
  });

  const place = () => `/indicators/${count}/progress/2026-10`;
  const save = (value: string, headers = IF_NONE) =>
    app.request('PUT', place(), { body: { value, ...EXPLAINED }, headers });
  const empty = (version: number) => app.request('DELETE', place(), { headers: ifMatch(version) });
  const move = (action: string, version: number, as: 'performance-office' | 'reviewer', body?: object) =>
    app.request('POST', `${place()}/${action}`, { headers: ifMatch(version), as, body });
  const bulk = (rows: object[], query = '') =>
    app.request<BulkAnswer>('POST', `/progress-entries/bulk${query}`, { body: { month: '2026-10', rows } });
  const shownOf = async (route: string) =>
    (await app.read<{ items: { id: string; indicatorId?: string; entries?: object[] }[] }>(route)).items;

  it('is gone for everybody, and its history is not', async () => {
    await save('5');
    expect(await empty(1)).toMatchObject({ status: 204 });
    expect(await app.request('GET', place())).toMatchObject({ status: 404 });
    expect(await shownOf(`/progress-entries?indicatorId=${count}`)).toEqual([]);
    const months = await shownOf('/indicator-months?year=2026&limit=500');
    expect(months.find(({ id }) => id === count)).toMatchObject({ entries: [] });
    const { items } = await app.read<{ items: object[] }>(`${place()}/history`);
    expect(items).toMatchObject([
      { version: 1, action: 'saved', entry: { value: 5 } },
      { version: 2, action: 'emptied', entry: { value: null, deviation_reason: null } },
    ]);
  });

  it('can be entered anew, and its versions go on', async () => {
    await save('5');
    await empty(1);
    expect(await save('7')).toMatchObject({ status: 200, body: { value: '7', status: 'draft', version: 3 } });
    expect(await move('submit', 3, 'performance-office')).toMatchObject({ status: 200 });
  });

  it('is not saved over by somebody who still sees it', async () => {
    await save('5');
    await empty(1);
    expect(await save('6', ifMatch(1))).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', current: null },
    });
    await save('7');
    expect(await save('6', ifMatch(1))).toMatchObject({ status: 412, body: { current: { value: '7', version: 3 } } });
    expect(await empty(1)).toMatchObject({ status: 412 });
  });

  it('is owed, and cannot be submitted, recalled or emptied once more', async () => {
    const owed = async () => {
      const list = await app.read<{ owed: { month: string; owed: number }[] }>('/work-list?month=2026-10');
      return list.owed.find(({ month }) => month === '2026-10')!.owed;
    };
    const before = await owed();
    await save('5');
    await empty(1);
    for (const action of ['submit', 'recall', 'approve'])
      expect(await move(action, 2, 'reviewer')).toMatchObject({ status: 404 });
    expect(await empty(2)).toMatchObject({ status: 412, body: { current: null } });
    expect(await owed()).toBe(before);
  });

  it('may have been returned, but neither submitted nor approved', async () => {
    await save('5');
    await move('submit', 1, 'performance-office');
    expect(await empty(2)).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    await move('return', 2, 'reviewer', { reason: '请核对' });
    expect(await empty(3)).toMatchObject({ status: 204 });
    await EntryFactory.of(other, '2026-10').insert(app.manager);
    const approved = await app.request('DELETE', `/indicators/${other}/progress/2026-10`, { headers: ifMatch(1) });
    expect(approved).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
  });

  it('stays where it was reopened: what was approved counts, is shown as such, and is owed', async () => {
    await save('5');
    await move('submit', 1, 'performance-office');
    await move('approve', 2, 'reviewer');
    await move('reopen', 3, 'reviewer', { reason: '漏记一次' });
    expect(await empty(4)).toMatchObject({ status: 204 });
    expect(await app.read(place())).toMatchObject({
      ...{ value: null, status: 'draft', version: 5, lastApproved: { value: '5' } },
    });
    const months = await shownOf('/indicator-months?year=2026&limit=500');
    expect(months.find(({ id }) => id === count)).toMatchObject({
      entries: [{ value: null, lastApproved: { value: '5' } }],
    });
    expect(await app.request('POST', `${place()}/submit`, { headers: ifMatch(5) })).toMatchObject({
      status: 422,
      body: { code: 'entry-invalid', errors: [{ pointer: '/value', code: 'required' }] },
    });
    const { body } = await bulk([{ indicatorId: count, version: 5, empty: true }]);
    expect(body.rows).toMatchObject([{ outcome: 'written', entry: { version: 6, lastApproved: { value: '5' } } }]);
    await save('8', ifMatch(6));
    await move('submit', 7, 'performance-office');
    expect(await move('approve', 8, 'reviewer')).toMatchObject({
      status: 200,
      body: { value: '8', lastApproved: null },
    });
  });

  it('stands in a closed month no more than any other change', async () => {
    await save('5');
    await app.request('POST', `/departments/${departmentId}/months/2026-10/close`, { headers: ifMatch(0), body: {} });
    expect(await empty(1)).toMatchObject({ status: 409, body: { code: 'month-closed' } });
  });

  it('can be one of many in one request', async () => {
    await save('5');
    const rows = [
      { indicatorId: count, version: 1, empty: true },
      { indicatorId: other, value: '3' },
    ];
    const { body } = await bulk(rows);
    expect([body.written, body.rows.map(({ outcome }) => outcome)]).toEqual([2, ['written', 'written']]);
    expect(body.rows[0]!.entry).toBeNull();
    expect(await app.request('GET', place())).toMatchObject({ status: 404 });
    const again = await bulk([{ indicatorId: count, version: 1, empty: true }, rows[1]!]);
    expect(again.body.rows.map(({ problem }) => problem.code)).toEqual(['version-conflict', 'version-conflict']);
  });

  it('is refused as a contradiction where its row says a value, too', async () => {
    await save('5');
    const contradiction = { indicatorId: count, version: 1, empty: true, value: '6' };
    expect(await bulk([contradiction])).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(await app.read(place())).toMatchObject({ value: '5', version: 1 });
  });

  it('of 10 that empty it and 10 that save it at the same moment exactly one is heard', async () => {
    await save('5');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? empty(1) : save(String(index), ifMatch(1)))),
    );
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    const { items } = await app.read<{ items: { version: number }[] }>(`${place()}/history`);
    expect(items.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('of 20 first saves after it exactly one is kept', async () => {
    await save('5');
    await empty(1);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => save(String(index))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await app.read(place())).toMatchObject({ version: 3 });
  });

  it('is emptied for every sheet where a shared measure feeds it, and for none alone', async () => {
    const body = { departmentId, name: '会议次数', indicatorIds: [count, other] };
    const { body: measure } = await app.request<{ id: string }>('POST', '/measures', { body });
    const shared = `/measures/${measure.id}/progress/2026-10`;
    await app.request('PUT', shared, { body: { value: '5' }, headers: IF_NONE });
    expect(await empty(1)).toMatchObject({ status: 409, body: { code: 'entered-by-measure' } });
    expect(await app.request('DELETE', shared, { headers: ifMatch(2) })).toMatchObject({ status: 204 });
    expect(await app.read(shared)).toMatchObject({ entries: [], version: 0 });
    expect(await app.request('PUT', shared, { body: { value: '6' }, headers: IF_NONE })).toMatchObject({ status: 200 });
  });
});

describe('a returned entry', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('is answered with evidence alone and submitted again', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { indicatorIds } = await SheetFactory.of(department).indicators(IndicatorFactory.new()).insert(app.manager);
    const place = `/indicators/${indicatorIds[0]}/progress/2026-10`;
    await app.request('PUT', place, { body: { value: '5', ...EXPLAINED }, headers: IF_NONE });
    await app.request('POST', `${place}/submit`, { headers: ifMatch(1) });
    const sent = { headers: ifMatch(2), as: 'reviewer', body: { reason: '请附佐证' } } as const;
    await app.request('POST', `${place}/return`, sent);
    const { payload, headers } = formWith('%PDF-1.7\n%%EOF\n', '签到表.pdf');
    expect((await app.request('POST', `${place}/evidence`, { payload, headers })).status).toBe(201);
    expect(await app.request('POST', `${place}/submit`, { headers: ifMatch(3) })).toMatchObject({
      status: 200,
      body: { status: 'submitted', value: '5', version: 4 },
    });
  });
});
