import { exact, plain, sum } from '../../src/domain/exact.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { ImportRequests } from '../support/imports/import-requests.js';
import { TestApp } from '../support/test-app.js';

interface Sheet {
  readonly executionWeight: string;
  readonly weightWaiver: object | null;
  readonly indicators: readonly { readonly id: string; readonly weight: string }[];
}
interface Score {
  readonly max: string;
  readonly raw: string;
  readonly normalised: string | null;
}

const ROWS: Readonly<Record<string, readonly string[]>> = {
  cost: ['成本指标\t经济成本指标\t培训费用\t≤30万元'],
  outputs: ['一', '二', '三'].map((part) => `产出指标\t数量指标\t第${part}类办班次数\t≥6次`),
  benefits: ['效益指标\t社会效益指标\t惠及人数\t≥300人', '效益指标\t社会效益指标\t报道篇数\t≥3篇'],
  satisfaction: ['满意度指标\t服务对象满意度指标\t学员满意度\t≥90%'],
};
const document = (...groups: string[]) => `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
一级指标\t二级指标\t三级指标\t指标值
${groups.flatMap((group) => ROWS[group] ?? []).join('\n')}
`;
const ALL = ['cost', 'outputs', 'benefits', 'satisfaction'];

describe('a sheet that prints no weights', () => {
  let app: TestApp;
  let office: ImportRequests;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    office = new ImportRequests(app);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  async function weighed(by: string, groups: readonly string[]) {
    const { id } = await office.upload(document(...groups));
    expect((await office.adopt(id)).status).toBe(422); // no points are guessed
    expect(await office.repair(id, 1, { kind: 'weigh', sheet: 's0', by })).toMatchObject({ status: 200 });
    const { status, body } = await office.adopt(id);
    expect([status, body.title]).toEqual([200, undefined]);
    const [sheetId = ''] = body.targetSheetIds;
    const sheet = await app.read<Sheet>(`/target-sheets/${sheetId}`);
    const [first] = sheet.indicators;
    await EntryFactory.of(first!.id, '2031-06').value('6').insert(app.manager);
    const score = await app.read<Score>(`/target-sheets/${sheetId}/score?asOf=2031-12`);
    return { sheet, weights: sheet.indicators.map(({ weight }) => weight), score };
  }
  const total = (weights: readonly string[]) => plain(sum(weights.map((weight) => exact(weight))));

  it.each<[string, readonly string[], readonly string[]]>([
    ['level', ALL, ['20', '13.34', '13.33', '13.33', '10', '10', '10']],
    ['level', ALL.slice(1), ['16.67', '16.67', '16.66', '15', '15', '10']],
    ['equal', ALL, ['12.86', '12.86', '12.86', '12.86', '12.86', '12.85', '12.85']],
    ['equal', ['outputs'], ['30', '30', '30']],
  ])(
    'gets shares (%s of %j) that add up exactly beside 10 points for execution, and is scored by them',
    async (...of) => {
      const [by, groups, expected] = of;
      const { sheet, weights, score } = await weighed(by, groups);
      expect(weights).toEqual(expected);
      expect([total(weights), sheet.executionWeight, sheet.weightWaiver]).toEqual(['90', '10', null]);
      expect([score.max, exact(score.raw).equals(exact(weights[0]!))]).toEqual(['90', true]); // no spending is known yet
    },
  );

  it('can be tracked without points: nothing is scored, spending neither', async () => {
    const { sheet, weights, score } = await weighed('unscored', ALL);
    expect([...new Set(weights)]).toEqual(['0']);
    expect([sheet.executionWeight, score.max, score.normalised]).toEqual(['0', '0', null]);
    expect(sheet.weightWaiver).not.toBeNull();
  });

  it('gets them at the adoption together with all others of the document, by one answer', async () => {
    const two = [document(...ALL), document('outputs').replace('\t培训\n', '\t展览\n')].join('\n');
    const { id } = await office.upload(two);
    expect(await office.adopt(id, { weighing: 'level' })).toMatchObject({
      status: 422,
      body: { code: 'weights-unfit', errors: [{ pointer: '/weighing/by' }] },
    });
    const { status, body } = await office.adopt(id, { weighing: 'equal' });
    expect([status, body.title]).toEqual([200, undefined]);
    const sheets = await Promise.all(body.targetSheetIds.map((sheet) => app.read<Sheet>(`/target-sheets/${sheet}`)));
    const totals = sheets.map(({ indicators }) => total(indicators.map(({ weight }) => weight)));
    expect(totals).toEqual(['90', '90']);
  });

  it('keeps its question where the national shares do not fit', async () => {
    const { id } = await office.upload(document('outputs'));
    expect(await office.repair(id, 1, { kind: 'weigh', sheet: 's0', by: 'level' })).toMatchObject({
      status: 422,
      body: { code: 'weights-unfit', errors: [{ pointer: '/repairs/0/by' }] },
    });
  });
});
