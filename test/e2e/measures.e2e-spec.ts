import type { Department } from '../../src/organisation/department.entity.js';
import type { Section } from '../../src/organisation/section.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { movedElsewhere } from '../support/moved-elsewhere.js';
import { bearer, IF_NONE, ifMatch, TestApp } from '../support/test-app.js';

interface Measure {
  readonly id: string;
  readonly version: number;
  readonly indicators: readonly { readonly id: string }[];
}
interface MeasureMonth {
  readonly version: number;
  readonly entries: readonly { readonly indicatorId: string; readonly status: string; readonly numerator: string }[];
}

describe('a measure that feeds two sheets', () => {
  let app: TestApp;
  let department: Department;
  let whole: string;
  let project: string;
  let count: string;
  let measure: Measure;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    department = await DepartmentFactory.new().insert(app.manager);
    const replies = IndicatorFactory.ratio('95').named('市长信箱回复率').weighing('45');
    const first = await SheetFactory.of(department)
      .indicators(replies, IndicatorFactory.new().weighing('45'))
      .insert(app.manager);
    const second = await SheetFactory.of(department).indicators(replies).insert(app.manager);
    [whole, count] = first.indicatorIds as [string, string];
    [project] = second.indicatorIds as [string];
    measure = (await create([whole, project])).body;
  });

  const create = (indicatorIds: string[], name = '市长信箱回复率') =>
    app.request<Measure>('POST', '/measures', { body: { departmentId: department.id, name, indicatorIds } });
  const place = () => `/measures/${measure.id}/progress/2026-10`;
  const save = (numerator: string, headers = IF_NONE) =>
    app.request<MeasureMonth>('PUT', place(), { body: { numerator, denominator: '20' }, headers });
  const entryOf = (indicator: string) => `/indicators/${indicator}/progress/2026-10`;
  const statuses = async () => (await app.read<MeasureMonth>(place())).entries.map(({ status }) => status);

  it('is entered once, for all of them', async () => {
    expect(await save('20')).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    for (const indicator of [whole, project])
      expect(await app.read(entryOf(indicator))).toMatchObject({ numerator: '20', status: 'draft' });
    expect(await save('19', ifMatch(2))).toMatchObject({ status: 200, body: { version: 4 } });
    expect(await save('18', ifMatch(2))).toMatchObject({ status: 412, body: { current: { version: 4 } } });
    expect(await app.read(entryOf(project))).toMatchObject({ numerator: '19', version: 2 });
  });

  it('asks what each of its entries would be asked, once', async () => {
    for (const indicator of [whole, project])
      await EntryFactory.of(indicator, '2026-09').cases('5', '5').in('approved').insert(app.manager);
    const { body } = await app.request<{ questions: { code: string }[] }>('PUT', place(), {
      body: { numerator: '60', denominator: '60' },
      headers: IF_NONE,
    });
    expect(body.questions.map(({ code }) => code)).toEqual(['far-above-usual']);
  });

  it('of 10 first saves at the same moment exactly one is kept', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => save(String(index))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });

  it('is handed in by the section that enters it, though the indicators are those of another', async () => {
    const [own, others] = [
      await SectionFactory.of(department).insert(app.manager),
      await SectionFactory.of(department).insert(app.manager),
    ];
    await app.manager.query('UPDATE measure SET section_id = $1', [own.id]);
    await app.manager.query('UPDATE indicator SET section_id = $1 WHERE measure_id IS NOT NULL', [others.id]);
    await save('20');
    const submit = async (section: Section) => {
      const { token } = await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager);
      const rows = [whole, project].map((indicatorId) => ({ indicatorId, month: '2026-10', version: 1 }));
      const { body } = await app.request<{ rows: { outcome: string; problem: { code: string } | null }[] }>(
        'POST',
        '/progress-entries/bulk/submit',
        { body: { rows }, headers: bearer(token) },
      );
      return body.rows.map(({ outcome, problem }) => problem?.code ?? outcome);
    };
    expect(await submit(others)).toEqual(['not-own-section', 'not-own-section']);
    expect(await submit(own)).toEqual(['written', 'written']);
  });

  it('is written for none when one cannot take it', async () => {
    await save('20');
    await movedElsewhere(app.manager, project, 'approved');
    expect(await save('19', ifMatch(3))).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
    expect(await app.read(entryOf(whole))).toMatchObject({ numerator: '20', version: 1 });
  });

  it('leaves no way to change one of them alone, and says where to go', async () => {
    const body = { numerator: '1', denominator: '20' };
    const alone = await app.request('PUT', entryOf(whole), { body, headers: IF_NONE });
    expect(alone).toMatchObject({ status: 409, body: { code: 'entered-by-measure' } });
    expect(alone.body.title).toMatch('“市长信箱回复率”由共用数据“市长信箱回复率”统一填报');
    const bulk = { month: '2026-10', rows: [{ indicatorId: project, ...body }] };
    const { body: answer } = await app.request<{ refused: number }>('POST', '/progress-entries/bulk', { body: bulk });
    expect(answer.refused).toBe(1);
  });

  it('goes through submission, return and approval as one, and rescores both sheets', async () => {
    await save('20');
    const move = (indicator: string, action: string, version: number, body?: object) =>
      app.request('POST', `${entryOf(indicator)}/${action}`, {
        body,
        headers: ifMatch(version),
        as: action === 'submit' ? 'performance-office' : 'reviewer',
      });
    expect(await move(whole, 'submit', 1)).toMatchObject({ status: 200 });
    expect(await statuses()).toEqual(['submitted', 'submitted']);
    expect(await move(project, 'return', 2, { reason: '请核对' })).toMatchObject({ status: 200 });
    expect(await statuses()).toEqual(['returned', 'returned']);
    await move(project, 'submit', 3);
    expect(await move(whole, 'approve', 4)).toMatchObject({ status: 200 });
    expect(await statuses()).toEqual(['approved', 'approved']);
    expect(await app.count('sheet_score')).toBeGreaterThanOrEqual(2);
    expect(await move(project, 'approve', 4)).toMatchObject({ status: 412 });
  });

  it('feeds only indicators of its department that are entered alike and not fed yet', async () => {
    const foreign = await SheetFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    const other = await SheetFactory.of(department)
      .inYear(2025)
      .indicators(IndicatorFactory.ratio())
      .insert(app.manager);
    const spare = await SheetFactory.of(department).indicators(IndicatorFactory.ratio()).insert(app.manager);
    const perMille = IndicatorFactory.ratio().target('>=', '3', '‰'); // one number would mean two things
    const inThousandths = await SheetFactory.of(department).indicators(perMille).insert(app.manager);
    const unit = inThousandths.indicatorIds[0]!;
    for (const unfit of [foreign.indicatorIds[0]!, other.indicatorIds[0]!, count, project, unit]) {
      const answer = await create([spare.indicatorIds[0]!, unfit], '另一项');
      expect([answer.status, answer.body]).toMatchObject([422, { errors: [{ pointer: '/indicatorIds/1' }] }]);
    }
  });

  it('can be dissolved: each indicator is then entered by itself again', async () => {
    const link = (indicatorIds: string[], version: number) =>
      app.request<Measure>('PUT', `/measures/${measure.id}/indicators`, {
        body: { indicatorIds },
        headers: ifMatch(version),
      });
    expect(await link([], 7)).toMatchObject({ status: 412 });
    expect(await link([], 1)).toMatchObject({ status: 200, body: { indicators: [], version: 2 } });
    expect(await save('20')).toMatchObject({ status: 422 });
    const body = { numerator: '1', denominator: '1' };
    expect(await app.request('PUT', entryOf(whole), { body, headers: IF_NONE })).toMatchObject({ status: 200 });
  });

  it('leaves alone what was entered before it was linked', async () => {
    await EntryFactory.of(project, '2026-10').cases('5', '5').in('approved').insert(app.manager);
    expect(await save('20', ifMatch(1))).toMatchObject({ status: 409 });
    expect(await app.read(entryOf(project))).toMatchObject({ numerator: '5', status: 'approved' });
  });
});
