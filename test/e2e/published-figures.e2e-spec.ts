import { EntryFactory } from '../factories/entry.factory.js';
import { ImportRequests } from '../support/imports/import-requests.js';
import { TestApp } from '../support/test-app.js';

const SELF_EVALUATION = `2025年度项目支出绩效自评表
主管部门\t某县文化馆
项目名称\t培训
项目资金\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t60\t60\t45\t10\t75%\t7.5
\t其中：财政拨款\t55\t55\t41\t\t\t
\t上年结转资金\t3\t3\t2\t\t\t
\t其他资金\t2\t2\t2\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t办班次数\t≥6次\t5次\t50\t41.67
效益指标\t社会效益指标\t能力提升\t提升\t明显提升\t30\t28
效益指标\t满意度指标\t学员满意度\t≥90%\t90%\t10\t10
总分\t\t\t\t\t100\t87.17
`;
const PLAN = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
一级指标\t二级指标\t三级指标\t指标值\t分值
产出指标\t数量指标\t办班次数\t≥6次\t90
`;

interface Published {
  readonly published: object | null;
}
type Score = Published & { readonly raw: string; readonly indicators: readonly (Published & { score: string })[] };
interface Sheet extends Published {
  readonly indicators: readonly (Published & { readonly id: string; readonly name: string })[];
}

describe('what a self-evaluation has published', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  async function adopted(text: string) {
    const requests = new ImportRequests(app);
    const { id } = await requests.upload(text);
    const { status, body } = await requests.adopt(id);
    expect([status, body.title]).toEqual([200, undefined]);
    const [sheetId = ''] = body.targetSheetIds;
    return { sheetId, sheet: await app.read<Sheet>(`/target-sheets/${sheetId}`) };
  }

  it('stays with the sheet as printed and stands beside our own score, which it never changes', async () => {
    const { sheetId, sheet } = await adopted(SELF_EVALUATION);
    expect(sheet).toMatchObject({ fundingFiscal: '55', fundingCarriedOver: '3', fundingOther: '2' });
    const score = () => app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2025-12`);
    expect(await score()).toMatchObject({
      raw: '0.00',
      published: {
        ...{ total: '87.17', difference: '-87.17', spent: '45', executionRate: '75' },
        ...{ executionWeight: '10', executionScore: '7.5', executionDifference: null },
      },
      indicators: [
        { score: '0.00', published: { actual: '5次', score: '41.67', difference: '-41.67' } },
        { score: '0.00', published: { actual: '明显提升', score: '28', difference: '-28' } },
        { score: '0.00', published: { actual: '90%', score: '10', difference: '-10' } },
      ],
    });
    const classes = sheet.indicators.find(({ name }) => name === '办班次数')!;
    await EntryFactory.of(classes.id, '2025-06').value('6').insert(app.manager);
    await app.request('PUT', `/target-sheets/${sheetId}/budget/2025-12`, {
      body: { spent: '54' },
      headers: { 'if-none-match': '*' },
    });
    expect(await score()).toMatchObject({
      published: { total: '87.17', difference: '-28.17', executionDifference: '1.5' },
      indicators: [{ score: '50.00', published: { score: '41.67', difference: '8.33' } }, {}, {}],
    });
  });

  it('is nothing where a plan was adopted, and no difference where our score is asked for under any rules', async () => {
    const { sheetId, sheet } = await adopted(PLAN);
    expect([sheet.published, sheet.indicators.map(({ published }) => published)]).toEqual([null, [null]]);
    const score = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2031-12&policy=local-strict`);
    expect([score.published, score.indicators.map(({ published }) => published)]).toEqual([null, [null]]);
  });
});
