import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { TestApp } from '../support/test-app.js';

interface Result {
  readonly written: number;
  readonly refused: number;
  readonly rows: readonly {
    readonly outcome: string;
    readonly entry: { readonly version: number; readonly status: string } | null;
    readonly problem: {
      readonly title: string;
      readonly code: string;
      readonly errors: { pointer: string }[];
      readonly current?: object;
    } | null;
  }[];
}

describe('many entries in one request', () => {
  let app: TestApp;
  let department: Department;
  let sheetId: string;
  let [count, ratio, quality]: string[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new(), IndicatorFactory.ratio(), IndicatorFactory.qualitative()];
    const made = await SheetFactory.of(department)
      .indicators(...rows.map((row) => row.weighing('30')))
      .insert(app.manager);
    sheetId = made.sheet.id;
    [count, ratio, quality] = made.indicatorIds;
  });

  const save = (rows: object[], query = '') =>
    app.request<Result>('POST', `/progress-entries/bulk${query}`, { body: { month: '2026-10', rows } });
  const move = (action: string, rows: object[], as: 'performance-office' | 'reviewer', more: object = {}) =>
    app.request<Result>('POST', `/progress-entries/bulk/${action}`, { body: { rows, ...more }, as });
  const outcomes = ({ body }: { body: Result }) => body.rows.map(({ outcome, problem }) => problem?.code ?? outcome);
  const entries = async () =>
    (await app.read<{ items: { indicatorId: string }[] }>('/progress-entries')).items.filter(({ indicatorId }) =>
      [count, ratio, quality].includes(indicatorId),
    ).length;
  const good = () => [
    { indicatorId: count, value: '55', ...EXPLAINED },
    { indicatorId: ratio, numerator: '19', denominator: '20' },
    { indicatorId: quality, grade: 'achieved', coefficient: '0.9' },
  ];

  it('are each written or refused for themselves, and each refusal says why', async () => {
    const [first, , third] = good();
    const answer = await save([first!, { indicatorId: ratio, numerator: '21', denominator: '20' }, third!, first!]);
    expect([answer.status, outcomes(answer)]).toEqual([200, ['written', 'entry-invalid', 'written', 'row-twice']]);
    expect(answer.body).toMatchObject({ written: 2, refused: 2 });
    expect(answer.body.rows[1]!.problem!.errors[0]!.pointer).toBe('/numerator');
    expect(answer.body.rows[0]!.entry).toMatchObject({ version: 1, status: 'draft' });
    expect(await entries()).toBe(2);
  });

  it('can be tried first: the answer is the same, and nothing is written', async () => {
    const answer = await save(good(), '?dryRun=true');
    expect([outcomes(answer), answer.body.written]).toEqual([Array(3).fill('held-back'), 0]);
    expect(await entries()).toBe(0);
  });

  it('can be written all or none', async () => {
    const rows = [...good().slice(0, 2), { indicatorId: quality, grade: 'achieved', coefficient: '0.1' }];
    const answer = await save(rows, '?allOrNothing=true');
    expect(outcomes(answer)).toEqual(['held-back', 'held-back', 'entry-invalid']);
    expect(await entries()).toBe(0);
    expect(outcomes(await save(good(), '?allOrNothing=true'))).toEqual(Array(3).fill('written'));
  });

  it('tell a conflict from a state that does not allow it', async () => {
    await EntryFactory.of(count!, '2026-10').in('approved').insert(app.manager);
    await EntryFactory.of(ratio!, '2026-10').cases('1', '1').in('draft').insert(app.manager);
    const answer = await save([
      { indicatorId: count, value: '6', version: 1 },
      { indicatorId: ratio, numerator: '2', denominator: '2' },
    ]);
    expect(outcomes(answer)).toEqual(['state-conflict', 'version-conflict']);
    expect(answer.body.rows[1]!.problem!.current).toMatchObject({ numerator: '1', version: 1 });
  });

  it('are submitted, returned, and approved together; approval rescores the sheet once', async () => {
    await save(good());
    const seen = (version: number) =>
      [count, ratio, quality].map((id) => ({ indicatorId: id, month: '2026-10', version }));
    expect(outcomes(await move('submit', seen(1), 'performance-office'))).toEqual(Array(3).fill('written'));
    expect(outcomes(await move('approve', seen(2), 'performance-office'))).toEqual(Array(3).fill('own-submission'));
    expect(await move('return', seen(2), 'reviewer')).toMatchObject({ status: 400 });
    expect(outcomes(await move('return', seen(2).slice(0, 1), 'reviewer', { reason: '请核对' }))).toEqual(['written']);
    const late = await move('approve', seen(2), 'reviewer');
    expect(outcomes(late)).toEqual(['version-conflict', 'written', 'written']);
    // There is nothing to save again: what has happened is said.
    expect(late.body.rows[0]!.problem!.title).toContain('现为“已退回”');
    const stored: { raw: string }[] = await app.manager.query(
      'SELECT raw::text FROM sheet_score WHERE sheet_id = $1 AND as_of = $2',
      [sheetId, '2026-10'],
    );
    expect(stored).toEqual([{ raw: '57.00' }]);
  });

  it('say which field a submission lacks', async () => {
    await save([{ indicatorId: count, value: '4' }]);
    const { body } = await move('submit', [{ indicatorId: count, month: '2026-10', version: 1 }], 'performance-office');
    expect(body.rows[0]!.problem).toMatchObject({
      code: 'deviation-unexplained',
      errors: [{ pointer: '/deviationReason' }, { pointer: '/correctiveMeasure' }],
    });
    expect(body.rows[0]!.problem!.errors[0]).toMatchObject({
      code: 'off-pace',
      message: '请填写偏差原因分析：到 2026-10 累计完成 4 次，时序进度 8.00%（截至10月应不少于 50 次）。',
    });
  });

  it('of another department do not exist, and those of another section are refused', async () => {
    const section = await SectionFactory.of(department).insert(app.manager);
    const own = IndicatorFactory.new().ownedBy(section).named('本股指标');
    const mine = await SheetFactory.of(department).indicators(own).insert(app.manager);
    const elsewhere = await SheetFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    const { token } = await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager);
    const rows = [mine.indicatorIds[0], count, elsewhere.indicatorIds[0]].map((indicatorId) => ({
      indicatorId,
      value: '5',
    }));
    const answer = await app.request<Result>('POST', '/progress-entries/bulk', {
      body: { month: '2026-10', rows },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(outcomes(answer)).toEqual(['written', 'not-own-section', 'not-found']);
  });

  it.each(['deviationReason', 'correctiveMeasure', 'note', 'notApplicableReason'])(
    'with %s that cannot be stored are refused alone, by name',
    async (field) => {
      const [first, second, third] = good();
      const answer = await save([
        { ...first, [field]: 'before\u0000after' },
        second!,
        { ...third, [field]: 'half \ud83d of a character' },
      ]);
      expect([answer.status, outcomes(answer)]).toEqual([200, ['entry-invalid', 'written', 'entry-invalid']]);
      for (const place of [0, 2])
        expect(answer.body.rows[place]!.problem!.errors).toContainEqual(
          expect.objectContaining({ code: 'text-unstorable', pointer: `/${field}` }),
        );
      expect(await entries()).toBe(1);
    },
  );

  it('with a reason for all that cannot be stored are refused as a whole', async () => {
    const rows = [{ indicatorId: count, month: '2026-10', version: 1 }];
    const { status, body } = await move('return', rows, 'reviewer', { reason: '\u0000' });
    expect([status, body]).toMatchObject([400, { errors: [{ code: 'text-unstorable', pointer: '/reason' }] }]);
  });

  it.each([[[]], [Array(1001).fill({})], [[{ value: '5' }]], [[{ indicatorId: 'x', value: '5' }]], [[{ value: 5 }]]])(
    'that cannot be read are refused as a whole, case %#',
    async (rows) => {
      expect(await save(rows as object[])).toMatchObject({ status: 400 });
    },
  );
});
