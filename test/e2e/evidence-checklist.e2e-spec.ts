import { EntryFactory } from '../factories/entry.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, TestApp } from '../support/test-app.js';
import { formWith } from '../support/upload.js';

interface Line {
  readonly indicator: string;
  readonly state: string;
  readonly kind: string | null;
  readonly files: readonly { readonly fileName: string }[];
}

const MONTH = '2026-03';

describe('the evidence checklist of a month', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const list = async (query = '', headers: Record<string, string> = {}) =>
    (await app.request<{ items: Line[] }>('GET', `/evidence-checklist?month=${MONTH}${query}`, { headers })).body.items;

  it('says of each indicator what is asked for, what is there and what lacks; a section sees its own', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const section = await SectionFactory.of(department).insert(app.manager);
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(
        IndicatorFactory.new().named('甲').ownedBy(section),
        IndicatorFactory.new().named('乙'),
        IndicatorFactory.new().named('丙'),
        IndicatorFactory.new().named('丁'),
      )
      .insert(app.manager);
    const [first, , third, fourth] = indicatorIds as [string, string, string, string];
    await app.manager.query(`UPDATE indicator SET evidence_kind = '原始凭证' WHERE id = ANY ($1)`, [indicatorIds]);
    await app.manager.query('UPDATE indicator SET evidence_kind = NULL WHERE id = $1', [fourth]);
    await EntryFactory.of(third, MONTH).in('draft').notApplicable().insert(app.manager);
    const place = (kind: string) => `/indicators/${first}/progress/${MONTH}/evidence?kind=${kind}`;
    const add = (kind: string, content: string) => app.request('POST', place(kind), formWith(content, `${kind}.txt`));
    expect((await add('work-record', '记录')).status).toBe(201);
    const states = async () => Object.fromEntries((await list()).map(({ indicator, state }) => [indicator, state]));
    expect(await states()).toEqual({ 甲: 'other-kind', 乙: 'lacking', 丙: 'not-applicable', 丁: 'not-asked' });
    expect((await add('voucher', '凭证')).status).toBe(201);
    expect((await list())[0]).toMatchObject({
      state: 'there',
      kind: 'voucher',
      files: [{}, { fileName: 'voucher.txt' }],
    });
    await app.manager.query('UPDATE target_sheet SET evidence_required = true');
    expect((await states()).丁).toBe('lacking'); // of whatever kind

    const { token } = await UserFactory.as('reporter').of(department).reportingFor(section).insert(app.manager);
    expect((await list('&whose=mine', bearer(token))).map(({ indicator }) => indicator)).toEqual(['甲']);
    const other = await UserFactory.as('department-head')
      .of(await DepartmentFactory.new().insert(app.manager))
      .insert(app.manager);
    expect(await list('', bearer(other.token))).toEqual([]);
  });
});
