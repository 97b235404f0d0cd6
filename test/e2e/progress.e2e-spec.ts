import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { SheetScore } from '../../src/scoring/stored/sheet-score.entity.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Entry {
  readonly value: string | null;
  readonly status: string;
  readonly version: number;
}

/** Nobody approves what they submitted themselves. */
const whoDoes = (action: string) => (action === 'submit' || action === 'recall' ? 'performance-office' : 'reviewer');

describe('monthly progress', () => {
  let app: TestApp;
  let count: string;
  let sheetId: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const sheet = await SheetFactory.of(department).indicators(IndicatorFactory.new()).insert(app.manager);
    count = sheet.indicatorIds[0]!;
    sheetId = sheet.sheet.id;
  });

  const place = (month = '2026-10') => `/indicators/${count}/progress/${month}`;
  const save = (body: object, headers = IF_NONE, month?: string) =>
    app.request<Entry>('PUT', place(month), { body: { ...EXPLAINED, ...body }, headers });
  const move = (action: string, version: number, body?: object) =>
    app.request<Entry>('POST', `${place()}/${action}`, { body, headers: ifMatch(version), as: whoDoes(action) });

  it('an entry goes from draft over submitted to approved', async () => {
    expect(await save({ value: '5' })).toMatchObject({
      status: 200,
      body: { status: 'draft', value: '5', version: 1 },
    });
    expect(await save({ value: '6.50' }, ifMatch(1))).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(await move('submit', 2)).toMatchObject({ status: 200, body: { status: 'submitted', version: 3 } });
    expect(await move('approve', 3)).toMatchObject({ status: 200, body: { status: 'approved', version: 4 } });
    expect(await app.read<Entry>(place())).toMatchObject({ status: 'approved', value: '6.50', version: 4 });
  });

  it('a returned entry can be corrected and submitted again', async () => {
    await save({ value: '5' });
    await move('submit', 1);
    expect(await move('return', 2, { reason: '请附佐证' })).toMatchObject({
      status: 200,
      body: { status: 'returned' },
    });
    expect(await save({ value: '7' }, ifMatch(3))).toMatchObject({
      status: 200,
      body: { status: 'draft', value: '7' },
    });
    expect(await move('submit', 4)).toMatchObject({ status: 200 });
  });

  it('an approved entry is reopened as a draft', async () => {
    await save({ value: '5' });
    await move('submit', 1);
    await move('approve', 2);
    expect(await move('reopen', 3, { reason: '数字有误' })).toMatchObject({ status: 200, body: { status: 'draft' } });
    expect(await save({ value: '8' }, ifMatch(4))).toMatchObject({ status: 200 });
  });

  it('whoever submitted an entry can recall it; nobody else can', async () => {
    await save({ value: '5' });
    await move('submit', 1);
    const foreign = await app.request('POST', `${place()}/recall`, { headers: ifMatch(2), as: 'reviewer' });
    expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign-submission' } });
    expect(await move('recall', 2)).toMatchObject({ status: 200, body: { status: 'draft', submittedBy: null } });
    expect(await save({ value: '6' }, ifMatch(3))).toMatchObject({ status: 200 });
  });

  it('a decision can be withdrawn by whoever made it, within a minute and before anything else is done', async () => {
    await save({ value: '5' });
    await move('submit', 1);
    const withdraw = (version: number, as: 'reviewer' | 'performance-office' = 'reviewer') =>
      app.request<{ rows: { problem: { code: string } | null }[] }>('POST', '/progress-entries/bulk/withdraw', {
        body: { rows: [{ indicatorId: count, month: '2026-10', version }] },
        as,
      });
    const code = async (version: number, as?: 'performance-office') =>
      (await withdraw(version, as)).body.rows[0]!.problem?.code;
    const stored = async () => {
      const place = { sheetId, asOf: '2026-10' };
      const { raw, paceRaw } = await app.manager.findOneByOrFail(SheetScore, place);
      return { raw, paceRaw };
    };
    await move('approve', 2);
    await withdraw(3);
    const before = await stored();
    expect(await code(4)).toBe('state-conflict'); // nothing is decided
    await move('approve', 4);
    expect(await stored()).not.toEqual(before);
    expect(await code(5, 'performance-office')).toBe('decision-stands');
    expect(await code(4)).toBe('version-conflict');
    expect(await code(5)).toBeUndefined();
    expect(await app.read<Entry>(place())).toMatchObject({ status: 'submitted', value: '5', version: 6 });
    expect(await stored()).toEqual(before);
    // Whoever wrote it is still not the one who may approve it.
    const own = await app.request('POST', `${place()}/approve`, { headers: ifMatch(6), as: 'performance-office' });
    expect(own).toMatchObject({ status: 403 });
    await move('return', 6, { reason: '不符' });
    expect(await code(7)).toBeUndefined();
    app.at('2026-12-01T10:00');
    await move('approve', 8);
    app.at('2026-12-01T10:02');
    expect(await code(9)).toBe('decision-stands');
  });

  it('returning and reopening need a reason', async () => {
    await save({ value: '5' });
    await move('submit', 1);
    for (const body of [{}, { reason: '' }, undefined])
      expect(await move('return', 2, body)).toMatchObject({ status: 400 });
    await move('approve', 2);
    expect(await move('reopen', 3, {})).toMatchObject({ status: 400 });
    expect(await app.read<Entry>(place())).toMatchObject({ status: 'approved', version: 3 });
  });

  it.each([
    ['draft', 'approve'],
    ['draft', 'return'],
    ['draft', 'reopen'],
    ['draft', 'recall'],
    ['submitted', 'save'],
    ['submitted', 'submit'],
    ['submitted', 'reopen'],
    ['approved', 'save'],
    ['approved', 'submit'],
    ['approved', 'approve'],
    ['approved', 'return'],
    ['returned', 'approve'],
    ['returned', 'return'],
    ['returned', 'reopen'],
    ['returned', 'recall'],
    ['approved', 'recall'],
  ])('a %s entry refuses to %s with 409 and stays as it is', async (state, action) => {
    await save({ value: '5' });
    if (state !== 'draft') await move('submit', 1);
    if (state === 'approved') await move('approve', 2);
    if (state === 'returned') await move('return', 2, { reason: '不符' });
    const before = await app.read<Entry>(place());
    const reason = ['return', 'reopen'].includes(action) ? { reason: '试' } : undefined;
    const refused =
      action === 'save'
        ? await save({ value: '99' }, ifMatch(before.version))
        : await move(action, before.version, reason);
    expect(refused).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    expect(await app.read<Entry>(place())).toEqual(before);
  });

  it('every change leaves a line of history: who, when, what, why, and the entry as it was', async () => {
    app.at('2026-11-03T08:30');
    await save({ value: '5' });
    await move('submit', 1);
    await move('return', 2, { reason: '请核对' });
    await save({ value: '6' }, ifMatch(3));
    const { items } = await app.read<{ items: Record<string, unknown>[] }>(`${place()}/history`);
    expect(items.map(({ version, action, reason }) => [version, action, reason])).toEqual([
      [1, 'saved', null],
      [2, 'submitted', null],
      [3, 'returned', '请核对'],
      [4, 'saved', null],
    ]);
    expect(items[0]).toMatchObject({ changedAt: '2026-11-03T00:30:00.000Z' });
    expect(items[0]?.actor).toMatch(/^user\./);
    expect(items.map(({ entry }) => String((entry as Entry).value))).toEqual(['5', '5', '5', '6']);
    expect(items.map(({ figures }) => (figures as Entry).value)).toEqual(['5', '5', '5', '6']);
    app.at('2026-11-24T10:00');
  });

  it('of 20 saves of one version at the same moment exactly one is kept, the others see it', async () => {
    await save({ value: '0' });
    const values = Array.from({ length: 20 }, (_, index) => String(index + 1));
    const answers = await Promise.all(values.map((value) => save({ value }, ifMatch(1))));
    const kept = answers.filter(({ status }) => status === 200);
    expect(kept).toHaveLength(1);
    const current = { value: kept[0]!.body.value, version: 2 };
    for (const { status, body } of answers)
      if (status !== 200) expect([status, body]).toMatchObject([412, { current }]);
    expect(await app.read<Entry>(place())).toMatchObject(current);
  });

  it('of 20 first saves at the same moment exactly one creates the entry', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => save({ value: String(index) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    const { items } = await app.read<{ items: unknown[] }>(`${place()}/history`);
    expect(items).toHaveLength(1);
  });

  it('of 10 approvals and 10 returns at the same moment exactly one happens', async () => {
    await save({ value: '5' });
    await move('submit', 1);
    const moves = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? move('approve', 2) : move('return', 2, { reason: '试' }),
    );
    expect((await Promise.all(moves)).filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await app.read<Entry>(place())).version).toBe(3);
  });

  it('a save that does not say what it saw is refused with 428', async () => {
    expect(await save({ value: '5' }, {})).toMatchObject({ status: 428 });
    expect((await app.request('GET', place())).status).toBe(404);
  });

  it('entries are listed by indicator, month and status', async () => {
    await save({ value: '5' });
    await save({ value: '4' }, IF_NONE, '2026-09');
    const list = async (query: string) =>
      (await app.read<{ items: unknown[] }>(`/progress-entries?indicatorId=${count}${query}`)).items.length;
    expect([await list(''), await list('&month=2026-09'), await list('&status=approved')]).toEqual([2, 1, 0]);
  });
});
