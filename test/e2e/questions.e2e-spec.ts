import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Saved {
  readonly version: number;
  readonly confirmed: string[];
  readonly questions: { readonly code: string; readonly message: { readonly zh: string } }[];
}
interface BulkAnswer {
  readonly rows: readonly {
    readonly questions: { code: string }[];
    readonly problem: { code: string; errors: { code: string; pointer: string }[] } | null;
  }[];
}

const BOTH = ['far-above-usual', 'beyond-target'];

describe('a value that looks like a slip', () => {
  let app: TestApp;
  let count: string;
  let ratio: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new().weighing('45'), IndicatorFactory.ratio().weighing('45')];
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    [count, ratio] = indicatorIds as [string, string];
    await EntryFactory.of(count, '2026-08').value('5').insert(app.manager);
    await EntryFactory.of(count, '2026-09').value('6').in('draft').insert(app.manager);
  });

  const place = () => `/indicators/${count}/progress/2026-10`;
  const save = (body: object, version: number | null = null) =>
    app.request<Saved>('PUT', place(), {
      body: { ...EXPLAINED, ...body },
      headers: version === null ? IF_NONE : ifMatch(version),
    });
  const submit = (version: number) => app.request('POST', `${place()}/submit`, { headers: ifMatch(version) });
  const codesOf = ({ body }: { body: Saved }) => body.questions.map(({ code }) => code);

  it('may be saved, and the answer asks whether it is right', async () => {
    const saved = await save({ value: '600' });
    expect([saved.status, codesOf(saved), saved.body.confirmed]).toEqual([200, BOTH, []]);
    expect(saved.body.questions[0]!.message.zh).toBe(
      '填报值 600 次 超过其他月份最大值（2026年8月：5 次）的 3 倍，确认无误吗？',
    );
    expect(codesOf(await save({ value: '12' }, 1))).toEqual([]);
  });

  it('is submitted only once every question about it is answered', async () => {
    await save({ value: '600' });
    const refused = await submit(1);
    expect([refused.status, refused.body.code]).toEqual([422, 'confirmation-required']);
    expect(refused.body.errors.map(({ code, pointer }) => [code, pointer])).toEqual(
      BOTH.map((code) => [code, '/confirmed']),
    );
    await save({ value: '600', confirmed: ['beyond-target'] }, 1);
    expect((await submit(2)).body.errors.map(({ code }) => code)).toEqual(['far-above-usual']);
    expect(await save({ value: '600', confirmed: BOTH }, 2)).toMatchObject({ body: { confirmed: BOTH } });
    expect(await submit(3)).toMatchObject({ status: 200, body: { status: 'submitted', confirmed: BOTH } });
  });

  it('keeps its answers as long as its numbers stay', async () => {
    await save({ value: '600', confirmed: BOTH });
    expect(await save({ value: '600.0', note: '含两次专题会' }, 1)).toMatchObject({ body: { confirmed: BOTH } });
    expect(await save({ value: '601' }, 2)).toMatchObject({ body: { confirmed: [] } });
    expect(await save({ value: '601', confirmed: BOTH }, 3)).toMatchObject({ body: { confirmed: BOTH } });
    expect(await save({ value: '601', confirmed: [] }, 4)).toMatchObject({ body: { confirmed: [] } });
  });

  it('is not confirmed in advance', async () => {
    expect(await save({ value: '6', confirmed: BOTH })).toMatchObject({ body: { confirmed: [] } });
    expect(await save({ value: '600', confirmed: ['over-spend'] }, 1)).toMatchObject({ status: 400 });
  });

  it('is told everything that it lacks at once', async () => {
    await app.request('PUT', place(), { body: { value: '0' }, headers: IF_NONE });
    await EntryFactory.of(ratio, '2026-08').cases('10', '10').insert(app.manager);
    const body = { numerator: '1', denominator: '40' };
    await app.request('PUT', `/indicators/${ratio}/progress/2026-10`, { body, headers: IF_NONE });
    const answer = await app.request('POST', `/indicators/${ratio}/progress/2026-10/submit`, { headers: ifMatch(1) });
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual([
      '/deviationReason',
      '/correctiveMeasure',
      '/confirmed',
    ]);
  });

  it('is asked about in bulk as well, and confirmed there', async () => {
    const bulk = (more: object, query = '') =>
      app.request<BulkAnswer>('POST', `/progress-entries/bulk${query}`, {
        body: { month: '2026-10', rows: [{ indicatorId: count, value: '600', ...EXPLAINED, ...more }] },
      });
    const tried = await bulk({}, '?dryRun=true');
    expect(tried.body.rows[0]!.questions.map(({ code }) => code)).toEqual(BOTH);
    await bulk({});
    const rows = [{ indicatorId: count, month: '2026-10', version: 1 }];
    const { body } = await app.request<BulkAnswer>('POST', '/progress-entries/bulk/submit', { body: { rows } });
    expect(body.rows[0]!.problem).toMatchObject({
      code: 'confirmation-required',
      errors: [{ pointer: '/confirmed' }, {}],
    });
    await bulk({ version: 1, confirmed: BOTH });
    expect(await submit(2)).toMatchObject({ status: 200 });
  });
});
