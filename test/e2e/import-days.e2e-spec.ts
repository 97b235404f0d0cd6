import type { ScoredSheet } from '../../src/scoring/scored-sheet.js';
import { EXPLAINED } from '../support/explained.js';
import { IF_NONE, ifMatch, type ProblemDetails, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Import {
  readonly id: string;
  readonly draft: {
    readonly sheets: readonly { readonly indicators: readonly object[] }[];
    readonly doubts: readonly { readonly code: string; readonly rowId: string | null }[];
  };
}
interface Sheet {
  readonly indicators: readonly { readonly id: string }[];
}

const DOCUMENT = `2026年项目支出绩效目标表
预算单位\t某县水利站
项目名称\t渠道整修
年度预算总额\t60
项目总体目标\t整修渠道
一级指标\t二级指标\t三级指标\t指标值\t权重\t指标赋分规则
产出指标\t时效指标\t渠道验收\t6月30日前完成\t40\t直接赋分
产出指标\t时效指标\t施工期\t2026.03-2026.09\t20\t直接赋分
产出指标\t数量指标\t巡查\t1次/季度\t20\t
产出指标\t质量指标\t差错率\t≤5‰\t10\t
`;
const DAY = { comparator: 'by', unit: null, per: null, aggregation: 'completed-on' };

describe('targets of days and quarters, from the document to the score', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = (await TestApp.start()).at('2026-07-03T09:00');
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const uploaded = async () => (await upload<Import>(app, DOCUMENT, '绩效目标.txt')).body;
  const repair = (id: string, version: number, ...repairs: object[]) =>
    app.request<Import & ProblemDetails>('POST', `/imports/${id}/repairs`, {
      body: { repairs },
      headers: ifMatch(version),
    });
  const edit = (row: string, fields: object) => ({ kind: 'edit-rows', rows: [row], fields });
  const adopted = async (id: string): Promise<string> => {
    const { body } = await app.request<{ targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, { body: {} });
    return body.targetSheetIds[0]!;
  };
  const move = (indicator: string, action: string, version: number) =>
    app.request('POST', `/indicators/${indicator}/progress/2026-06/${action}`, {
      headers: ifMatch(version),
      as: action === 'submit' ? 'performance-office' : 'reviewer', // nobody approves their own
    });

  it('are read, repaired, adopted, entered as days and scored', async () => {
    const { id, draft } = await uploaded();
    expect(draft.sheets[0]?.indicators).toMatchObject([
      { name: '渠道验收', target: '2026-06-30', ...DAY },
      { name: '施工期', comparator: null },
      { name: '巡查', comparator: '=', target: '1', unit: '次', per: 'quarter', aggregation: 'each-quarter' },
      { name: '差错率', comparator: '<=', target: '5', unit: '‰', aggregation: 'ratio' },
    ]);
    expect(draft.doubts).toContainEqual(expect.objectContaining({ code: 'date-unclear', rowId: 's0r1' }));
    const repaired = await repair(id, 1, edit('s0r1', { comparator: 'by', target: '2026-09-30', unit: null }));
    expect(repaired.body.draft.doubts.map(({ code }) => code)).not.toContain('date-unclear');

    const sheetId = await adopted(id);
    const { indicators } = await app.read<Sheet>(`/target-sheets/${sheetId}`);
    expect(indicators).toMatchObject([
      { target: '2026-06-30', dueMonth: 6, ...DAY },
      { target: '2026-09-30', dueMonth: 9, ...DAY },
      { target: '1', per: 'quarter', aggregation: 'each-quarter' },
      { target: '5', unit: '‰', aggregation: 'ratio' },
    ]);
    const [day] = indicators;
    const entry = await app.request('PUT', `/indicators/${day!.id}/progress/2026-06`, {
      body: { completedOn: '2026-06-18', ...EXPLAINED },
      headers: IF_NONE,
    });
    expect(entry).toMatchObject({ status: 200, body: { completedOn: '2026-06-18', value: null } });
    expect(await move(day!.id, 'submit', 1)).toMatchObject({ status: 200 });
    expect(await move(day!.id, 'approve', 2)).toMatchObject({ status: 200 });
    const { indicators: scored } = await app.read<ScoredSheet>(`/target-sheets/${sheetId}/score?asOf=2026-06`);
    expect(scored[0]).toMatchObject({ status: 'scored', score: '40.00', met: true });
  });

  it('become days, quarters or numbers where a person says so', async () => {
    const { id } = await uploaded();
    const { body } = await repair(
      ...[id, 1],
      edit('s0r0', { raw: '≥2次/半年' }),
      edit('s0r1', { raw: '三季度末前' }),
      edit('s0r2', { raw: '≥4次', aggregation: 'latest' }),
      edit('s0r3', { raw: '11月15日前' }),
    );
    expect(body.draft.sheets[0]?.indicators).toMatchObject([
      { comparator: '>=', target: '2', unit: '次', per: 'half-year', aggregation: 'each-half-year' },
      { target: '2026-09-30', ...DAY },
      { comparator: '>=', target: '4', per: null, aggregation: 'latest' },
      { target: '2026-11-15', ...DAY },
    ]);
    expect(await app.read<Sheet>(`/target-sheets/${await adopted(id)}`)).toMatchObject({
      indicators: [{ per: 'half-year' }, { dueMonth: 9, ...DAY }, { aggregation: 'latest' }, { dueMonth: 11, ...DAY }],
    });
  });

  it.each([
    ['a number of days as a day', { comparator: 'by', target: '30', unit: null }, 'target-unfit'],
    ['a day that does not exist', { raw: '2月30日前' }, 'target-unparsed'],
    ['a sum of days', { aggregation: 'sum' }, 'aggregation-unfit'],
  ])('refuse %s', async (_, fields, code) => {
    const { id } = await uploaded();
    expect(await repair(id, 1, edit('s0r0', fields))).toMatchObject({ status: 422, body: { code } });
  });
});
