import exceljs from 'exceljs';
import { EntryFactory } from '../factories/entry.factory.js';
import { TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Import {
  readonly id: string;
  readonly draft: {
    readonly sheets: readonly {
      readonly goals: readonly string[];
      readonly indicators: readonly { readonly name: string; readonly aggregation: string | null }[];
    }[];
    readonly doubts: readonly { readonly code: string }[];
  };
}
interface Differences {
  readonly sheets: readonly { readonly state: string; readonly changes: object[]; readonly records: object[] }[];
}

const sheetOf = (year: number, extra = { header: '', first: '', second: '' }) => `${year}年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t1、办班。2、发简报。
一级指标\t二级指标\t三级指标\t指标值\t权重\t指标赋分规则${extra.header}
产出指标\t数量指标\t办班次数\t≥6次\t40\t按照完成比例赋分${extra.first}
产出指标\t数量指标\t简报\t≥3篇/月\t20\t按照完成比例赋分${extra.second}
产出指标\t质量指标\t合格率\t80%-90%\t10\t直接赋分${extra.second}
效益指标\t社会效益指标\t影响\t提升\t20\t按评判等级赋分${extra.second}
`;

describe('target sheets as our own workbooks', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const uploaded = async (content: Buffer | string, name = '绩效目标.txt') =>
    (await upload<Import>(app, content, name)).body;
  const adopt = async (id: string, body: object = {}) =>
    (await app.request<{ targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, { body })).body.targetSheetIds[0]!;
  const differences = async ({ id }: Import) => (await app.read<Differences>(`/imports/${id}/differences`)).sheets;
  const workbookAt = async (path: string) => {
    const { status, content } = await app.download(path);
    expect(status).toBe(200);
    return content;
  };

  it('are read back without a difference, and how months add up is no doubt any more', async () => {
    const { id } = await uploaded(sheetOf(2031));
    const sheetId = await adopt(id, {
      decisions: [{ sheet: 0, indicator: 0, aggregation: 'latest' }],
      waivers: [{ sheet: 0, reason: '执行率另计' }],
    });
    const back = await uploaded(await workbookAt(`/target-sheets/${sheetId}/workbook`), '绩效目标.xlsx');
    expect(back.draft.sheets[0]?.indicators.map(({ aggregation }) => aggregation)).toEqual([
      ...['latest', 'each-month', 'ratio', null],
    ]);
    expect(back.draft.sheets[0]?.goals).toEqual(['办班。', '发简报。']);
    expect(back.draft.doubts.map(({ code }) => code)).not.toContain('aggregation-assumed');
    expect(await differences(back)).toMatchObject([{ state: 'same', changes: [], records: [] }]);
  });

  it('are filled in; rows that stay empty are passed over, and a sheet that stays empty is told', async () => {
    const workbook = new exceljs.Workbook();
    const content = await workbookAt('/imports/workbook?year=2031');
    await workbook.xlsx.load(new Uint8Array(content).buffer);
    const page = workbook.getWorksheet('项目')!;
    page.getCell('B2').value = '某县文化馆';
    page.getCell('B3').value = '培训';
    const header = page.getColumn(3).values.indexOf('三级指标');
    page.getRow(header + 1).values = [
      '产出指标',
      '数量指标',
      '办班次数',
      '≥6次',
      '计划',
      '新增',
      100,
      '直接赋分',
      '',
      '取最高的月份',
    ];
    const { draft } = await uploaded(Buffer.from(await workbook.xlsx.writeBuffer()), '绩效目标.xlsx');
    expect(draft.sheets).toMatchObject([
      {
        department: '某县文化馆',
        project: '培训',
        fiscalYear: 2031,
        indicators: [{ name: '办班次数', aggregation: 'max' }],
      },
    ]);
    expect(draft.doubts.map(({ code }) => code)).toContain('sheet-empty');
  });

  it.each(['/imports/workbook', '/imports/workbook?year=31', '/imports/workbook?year=x'])(
    'refuses %s',
    async (path) => {
      expect(await app.download(path)).toMatchObject({ status: 400 });
    },
  );

  it('what a later document says was reached is compared with what was recorded', async () => {
    const sheetId = await adopt((await uploaded(sheetOf(2031))).id, { waivers: [{ sheet: 0, reason: '执行率另计' }] });
    const [indicator] = (await app.read<{ indicators: { id: string }[] }>(`/target-sheets/${sheetId}`)).indicators;
    await EntryFactory.of(indicator!.id, '2031-03').in('approved').insert(app.manager);
    const next = { header: '\t上年完成值', first: '\t6次', second: '\t新增' };
    expect(await differences(await uploaded(sheetOf(2032, next)))).toMatchObject([
      { state: 'new', records: [{ indicator: '办班次数', field: 'previous', recorded: '5', imported: '6' }] },
    ]);
    const reported = { header: '\t实际完成值', first: '\t7次', second: '\t/' };
    expect(await differences(await uploaded(sheetOf(2031, reported)))).toMatchObject([
      { state: 'same', records: [{ indicator: '办班次数', field: 'actual', recorded: '5', imported: '7' }] },
    ]);
  });
});
