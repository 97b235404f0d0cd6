import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Revision {
  readonly number: number;
  readonly reason: string | null;
  readonly effectiveMonth: string;
  readonly indicators: readonly { readonly raw: string; readonly weight: string }[];
}

describe('a revision of a sheet', () => {
  let app: TestApp;
  let sheetId: string;
  let [count, quality]: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const made = await SheetFactory.of(department)
      .indicators(IndicatorFactory.new().weighing('60'), IndicatorFactory.qualitative().weighing('30'))
      .insert(app.manager);
    sheetId = made.sheet.id;
    [count, quality] = made.indicatorIds;
    for (const month of ['2026-01', '2026-08']) await EntryFactory.of(count!, month).value('10').insert(app.manager);
  });

  const revise = (indicators: object[], more: object = {}, version = 1) =>
    app.request<{ items: Revision[] }>('POST', `/target-sheets/${sheetId}/revisions`, {
      body: { effectiveMonth: '2026-07', reason: '年中调整任务', indicators, ...more },
      headers: ifMatch(version),
    });
  const raw = async (asOf: string) =>
    (await app.read<{ raw: string }>(`/target-sheets/${sheetId}/score?asOf=${asOf}`)).raw;
  const refusal = async (...input: Parameters<typeof revise>) => {
    const { status, body } = await app.request('POST', `/target-sheets/${sheetId}/revisions`, {
      body: { effectiveMonth: '2026-07', reason: '试', indicators: input[0], ...input[1] },
      headers: ifMatch(1),
    });
    return [status, body.code, body.errors[0]?.pointer];
  };

  it('holds from its month on; months before it are scored by what was in force then', async () => {
    expect([await raw('2026-06'), await raw('2026-08')]).toEqual(['10.00', '20.00']);
    const answer = await revise([{ indicatorId: count, raw: '≥40次' }]);
    expect(answer.status).toBe(201);
    expect([await raw('2026-06'), await raw('2026-08')]).toEqual(['10.00', '30.00']);
    expect(await app.read(`/indicators/${count!}`)).toMatchObject({ target: '40', raw: '≥40次', weight: '60' });
  });

  it('leaves the months before it to be explained by what was in force then', async () => {
    const submit = async (month: string, value: string) => {
      const route = `/indicators/${count!}/progress/${month}`;
      await app.request('PUT', route, { body: { value }, headers: IF_NONE });
      const { status, body } = await app.request('POST', `${route}/submit`, { headers: ifMatch(1) });
      return [status, body.code];
    };
    await revise([{ indicatorId: count, raw: '≥600次' }]);
    expect(await submit('2026-02', '10')).toEqual([200, undefined]); // 20 by February is more than 60 a year ask for
    expect(await submit('2026-07', '10')).toEqual([422, 'deviation-unexplained']);
  });

  it('leaves the targets before it readable, with reason and month', async () => {
    await revise([{ indicatorId: count, raw: '≥40次' }]);
    await revise([{ indicatorId: count, raw: '≥30次' }], { effectiveMonth: '2026-09' }, 2);
    const { items } = await app.read<{ items: Revision[] }>(`/target-sheets/${sheetId}/revisions`);
    expect(items.map(({ number, effectiveMonth, indicators }) => [number, effectiveMonth, indicators[0]?.raw])).toEqual(
      [
        [0, '2026-01', '≥60次'],
        [1, '2026-07', '≥40次'],
        [2, '2026-09', '≥30次'],
      ],
    );
    expect(items[1]).toMatchObject({ reason: '年中调整任务' });
    expect([await raw('2026-06'), await raw('2026-08'), await raw('2026-10')]).toEqual(['10.00', '30.00', '40.00']);
  });

  it('of weights must give 100 again, or say why not', async () => {
    const lighter = [{ indicatorId: count, weight: '50' }];
    expect(await refusal(lighter)).toEqual([422, 'waiver-required', '/waiver']);
    expect(await revise(lighter, { waiver: '一项任务取消' })).toMatchObject({ status: 201 });
    expect(await app.read(`/target-sheets/${sheetId}`)).toMatchObject({
      weightWaiver: { weightTotal: '90' },
      version: 2,
    });
    const balanced = [
      { indicatorId: count, weight: '55' },
      { indicatorId: quality, weight: '35' },
    ];
    expect(await revise(balanced, {}, 2)).toMatchObject({ status: 201 });
    expect(await app.read(`/target-sheets/${sheetId}`)).toMatchObject({ weightWaiver: null });
  });

  it.each([
    ['a target that cannot be read', () => [[{ indicatorId: count, raw: '约60次' }], {}], '/indicators/0/raw'],
    ['a number where a grade is entered', () => [[{ indicatorId: quality, raw: '≥5次' }], {}], '/indicators/0/raw'],
    ['a negative weight', () => [[{ indicatorId: count, weight: '-1' }], {}], '/indicators/0/weight'],
    ['a month of another year', () => [[{ indicatorId: count }], { effectiveMonth: '2027-01' }], '/effectiveMonth'],
    ['an indicator twice', () => [[{ indicatorId: count }, { indicatorId: count }], {}], '/indicators/1/indicatorId'],
  ] as [string, () => [object[], object], string][])('is refused with %s', async (_, input, pointer) => {
    expect(await refusal(...input())).toEqual([422, 'revision-invalid', pointer]);
    expect((await app.read<{ items: [] }>(`/target-sheets/${sheetId}/revisions`)).items).toEqual([]);
  });

  describe('where months were planned', () => {
    const plan = [
      { month: '2026-06', target: '30' },
      { month: '2026-12', target: '60' },
    ];
    beforeEach(() =>
      app.request('PUT', `/indicators/${count!}/milestones`, { body: { milestones: plan }, headers: ifMatch(1) }),
    );

    it('needs a plan that leads to the new target', async () => {
      const lower = { indicatorId: count, raw: '≥20次' };
      const { status, body } = await app.request('POST', `/target-sheets/${sheetId}/revisions`, {
        body: { effectiveMonth: '2026-07', reason: '试', indicators: [lower] },
        headers: ifMatch(1),
      });
      expect([status, body.errors.map(({ code, pointer }) => [code, pointer])]).toEqual([
        422,
        [['milestones-invalid', '/indicators/0/milestones']],
      ]);
      const milestones = [
        { month: '2026-06', target: '10' },
        { month: '2026-12', target: '20' },
      ];
      expect(await refusal([{ ...lower, milestones: [{ month: '2026-09', target: '21' }] }])).toEqual([
        422,
        'milestones-invalid',
        '/indicators/0/milestones/0/target',
      ]);
      expect(await revise([{ ...lower, milestones }])).toMatchObject({ status: 201 });
      expect(await app.read(`/indicators/${count!}/milestones`)).toMatchObject({ milestones });
    });

    it('leaves the plan alone where only a weight changes', async () => {
      const weights = [
        { indicatorId: count, weight: '55' },
        { indicatorId: quality, weight: '35' },
      ];
      expect(await revise(weights)).toMatchObject({ status: 201 });
      expect(await app.read(`/indicators/${count!}/milestones`)).toMatchObject({ milestones: plan });
    });
  });

  it('has to change something: the same again, however it is written, is none', async () => {
    const before = await app.read<{ raw: string; weight: string }>(`/indicators/${count!}`);
    for (const same of [{}, { raw: before.raw }, { weight: `${before.weight}.00` }])
      expect(await refusal([{ indicatorId: count, ...same }])).toEqual([422, 'revision-invalid', '/indicators']);
    expect((await revise([{ indicatorId: count, raw: '≥40次' }])).status).toBe(201);
  });

  it('leaves closed months alone, as any change that would score them anew does', async () => {
    const { departmentId } = await app.read<{ departmentId: string }>(`/target-sheets/${sheetId}`);
    const close = (month: string) =>
      app.request('POST', `/departments/${departmentId}/months/${month}/close`, { headers: ifMatch(0), body: {} });
    expect((await close('2026-08')).status).toBe(200);
    expect(await refusal([{ indicatorId: count, raw: '≥40次' }])).toEqual([409, 'month-closed', '/month']);
    const aggregation = await app.request('PATCH', `/indicators/${count!}`, {
      body: { aggregation: 'latest' },
      headers: ifMatch(1),
    });
    expect(aggregation.body.code).toBe('month-closed');
    const later = await revise([{ indicatorId: count, raw: '≥40次' }], { effectiveMonth: '2026-09' });
    expect(later.status).toBe(201);
  });

  it('needs the version that was seen, a reason, and a month not before the last one', async () => {
    await revise([{ indicatorId: count, raw: '≥40次' }]);
    expect(await revise([{ indicatorId: count, raw: '≥30次' }])).toMatchObject({ status: 412 });
    expect(await revise([{ indicatorId: count, raw: '≥30次' }], { reason: '' }, 2)).toMatchObject({ status: 400 });
    const early = await revise([{ indicatorId: count, raw: '≥30次' }], { effectiveMonth: '2026-06' }, 2);
    expect(early).toMatchObject({ status: 422, body: { errors: [{ pointer: '/effectiveMonth' }] } });
  });
});
