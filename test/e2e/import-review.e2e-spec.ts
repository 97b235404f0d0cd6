import { ifMatch, type ProblemDetails, TestApp } from '../support/test-app.js';
import { upload } from '../support/upload.js';

interface Import {
  readonly id: string;
  readonly version: number;
  readonly draft: {
    readonly doubts: readonly {
      readonly code: string;
      readonly answers: readonly { readonly part: string; readonly value: object }[];
    }[];
  };
}
interface Differences {
  readonly sheets: readonly { readonly state: string; readonly changes: readonly { readonly field: string }[] }[];
}

const SHEET = `2031年项目支出绩效目标表
预算单位\t某县文化馆
项目名称\t培训
年度预算总额\t30
项目总体目标\t办班6次，每月发简报3篇
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t办班次数\t≥6次\t50
产出指标\t时效指标\t完成时间\t2031年12月底前\t40
`;

describe('reviewing a draft before it is adopted', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const uploaded = async (text = SHEET) => (await upload<Import>(app, text, '绩效目标.txt')).body;
  const adopt = (id: string, body: object = {}) =>
    app.request<{ targetSheetIds: string[] }>('POST', `/imports/${id}/adopt`, { body });

  /** The suggested answers to doubts of these codes, as decisions of the adoption. */
  function answered({ draft }: Import, ...codes: string[]): Record<string, object[]> {
    const body: Record<string, object[]> = {};
    for (const { code, answers } of draft.doubts) {
      const [first] = codes.includes(code) ? answers : [];
      if (first) (body[first.part] ??= []).push(first.value);
    }
    return body;
  }

  it('takes the suggested answers as decisions of the adoption, and keeps them on record', async () => {
    const draft = await uploaded(SHEET.replace('2031年12月底前', '1-11月'));
    const body = answered(draft, 'date-unclear', 'goal-without-indicator');
    expect(Object.keys(body).sort()).toEqual(['commitments', 'decisions']);
    const { status, body: adopted } = await adopt(draft.id, body);
    expect(status).toBe(200);
    const sheet = await app.read<{ indicators: object[] }>(`/target-sheets/${adopted.targetSheetIds[0]!}`);
    expect(sheet.indicators).toMatchObject([
      { name: '办班次数', target: '6' },
      { name: '完成时间', comparator: 'by', target: '2031-11-30', unit: null, aggregation: 'completed-on' },
      { comparator: '>=', target: '3', unit: '篇', per: 'month', weight: '0' },
    ]);
    const { items } = await app.read<{ items: object[] }>(`/imports/${draft.id}/repairs`);
    expect(items).toMatchObject([{ repair: { kind: 'edit-rows' } }, { repair: { kind: 'add-row' } }]);
  });

  it.each([
    ['a target that cannot be read', { target: '约6次' }, 422, '/decisions/0/target'],
    ['a weight that is no number', { weight: '1e3' }, 400, '/decisions/0/weight'],
    ['a row that is not there', { indicator: 7 }, 422, '/decisions/0/indicator'],
  ])('refuses %s and keeps nothing', async (_, decision, expected, pointer) => {
    const { id } = await uploaded();
    const { status, body } = await adopt(id, { decisions: [{ sheet: 0, indicator: 0, ...decision }] });
    expect([status, (body as unknown as ProblemDetails).errors[0]?.pointer]).toEqual([expected, pointer]);
    expect(await app.read<Import>(`/imports/${id}`)).toMatchObject({ version: 1, adoption: null });
  });

  it('shows what a newer version of the document changes instead of doubling its sheets', async () => {
    const differences = async (id: string) => (await app.read<Differences>(`/imports/${id}/differences`)).sheets;
    const { id } = await uploaded();
    expect(await differences(id)).toMatchObject([{ state: 'new', changes: [] }]);
    await adopt(id);
    expect(await differences((await uploaded()).id)).toMatchObject([{ state: 'same', changes: [] }]);
    const newer = await uploaded(SHEET.replace('≥6次\t50', '≥7次\t50').replace('总额\t30', '总额\t31'));
    expect(await differences(newer.id)).toMatchObject([
      {
        state: 'changed',
        changes: [
          { indicator: null, field: 'fundingTotal', adopted: '30', imported: '31' },
          { indicator: '办班次数', field: 'target', adopted: '6', imported: '7' },
        ],
      },
    ]);
    expect(await adopt(newer.id)).toMatchObject({ status: 409 });
    expect(await app.count('target_sheet')).toBe(1);
  });

  it('tells a renamed indicator from a new one, and blanks or another order from a change', async () => {
    const row = '产出指标\t数量指标\t办班次数\t≥6次\t50\n';
    expect((await adopt((await uploaded()).id)).status).toBe(200);
    const changes = async (text: string) => {
      const { sheets } = await app.read<Differences>(`/imports/${(await uploaded(text)).id}/differences`);
      return sheets.map(({ state, changes: all }) => [state, all]);
    };
    const renamed = { indicator: '举办培训班次数', field: 'name', adopted: '办班次数', imported: '举办培训班次数' };
    expect(await changes(SHEET.replace('办班次数', '举办培训班次数'))).toEqual([['changed', [renamed]]]);
    expect(await changes(SHEET.replace('\t培训\n', '\t培 训\n').replace('办班次数', '办班 次数'))).toEqual([
      ['same', []],
    ]);
    expect(await changes(SHEET.replace(row, '') + row)).toEqual([['same', []]]);
  });

  it.each<[string, string, string, (string | null)[]]>([
    ['fundingFiscal', '其中：财政拨款\t20', '其中：财政拨款\t21', ['20', '21']],
    ['fundingCarriedOver', '上年结转资金\t1', '上年结转资金\t2', ['1', '2']],
    ['fundingOther', '其他资金\t9', '其他资金\t8', ['9', '8']],
    ['responsibleName', '联系人\t张示范', '联系人\t李示范', ['张示范', '李示范']],
    ['responsiblePhone', '联系电话\t13800000000', '联系电话\t13900000000', ['138****0000', '139****0000']],
    ['goals', '办班6次', '办班7次', ['办班6次', '办班7次']],
    ['weight', '\t50\t', '\t40\t', ['50', '40']],
    ['rule', '按照完成比例赋分', '直接赋分', ['proportional', 'direct']],
    ['basis', '工作计划', '行业标准', ['工作计划', '行业标准']],
    ['previous', '上年5次', '上年4次', ['上年5次', '上年4次']],
    ['evidence', '工作资料', '原始凭证', ['工作资料', '原始凭证']],
    ['comparator', '≥6次', '＝6次', ['>=', '=']],
    ['unit', '≥6次', '≥6期', ['次', '期']],
    ['publishedActual', '\t已办5次', '\t已办6次', ['已办5次', '已办6次']],
    ['publishedScore', '\t41.67', '\t45', ['41.67', '45']],
    ['publishedTotal', '自评总分\t81.67', '自评总分\t85', ['81.67', '85']],
    ['level2', '产出指标\t数量指标', '产出指标\t质量指标', ['数量指标', '质量指标']],
  ])('tells another %s of a newer version', async (field, before, after, [adopted, imported]) => {
    const whole = `2031年项目支出绩效自评表
预算单位\t某县文化馆
项目名称\t培训
联系人\t张示范
联系电话\t13800000000
自评总分\t81.67
年度预算总额\t30
其中：财政拨款\t20
上年结转资金\t1
其他资金\t9
项目总体目标\t办班6次
一级指标\t二级指标\t三级指标\t指标值\t设定依据\t上年完成值\t权重\t赋分规则\t佐证资料\t实际完成值\t得分
产出指标\t数量指标\t办班次数\t≥6次\t工作计划\t上年5次\t50\t按照完成比例赋分\t工作资料\t已办5次\t41.67
效益指标\t满意度指标\t学员满意度\t≥90%\t\t\t40\t\t\t90%\t40
`;
    expect(whole).toContain(before);
    const waivers = [{ sheet: 0, reason: '示例' }];
    expect((await adopt((await uploaded(whole)).id, { waivers })).status).toBe(200);
    const { sheets } = await app.read<Differences>(
      `/imports/${(await uploaded(whole.replace(before, after))).id}/differences`,
    );
    const changes = sheets[0]?.changes.filter((change) => change.field === field);
    expect(changes).toMatchObject([{ field, adopted, imported }]);
    // What is carried over is a source of money, too; another unit or sign is another printed target.
    if (!['fundingCarriedOver', 'weight', 'comparator', 'unit'].includes(field))
      expect(sheets[0]?.changes).toHaveLength(1);
  });

  it('knows a project whatever blanks it is printed with, and does not take it twice', async () => {
    const named = (project: string) => SHEET.replace('项目名称\t培训', `项目名称\t${project}`);
    const { id } = await uploaded(named('骨干 培训（二期）'));
    expect((await adopt(id, { waivers: [{ sheet: 0, reason: '按公开数字' }] })).status).toBe(200);
    for (const printed of ['骨干培训（二期）', '骨干　培训(二期)', '骨干 培训 （二 期）']) {
      const again = await uploaded(named(printed));
      const { sheets } = await app.read<Differences>(`/imports/${again.id}/differences`);
      expect(sheets.map(({ state }) => state)).toEqual(['same']);
      expect(await adopt(again.id, { waivers: [{ sheet: 0, reason: '按公开数字' }] })).toMatchObject({
        status: 409,
        body: { code: 'already-exists' },
      });
    }
    const broken = await uploaded(named('展览'));
    const repairs = [{ kind: 'edit-sheets', sheets: ['s0'], fields: { project: '骨干\n培训（二期）' } }];
    await app.request('POST', `/imports/${broken.id}/repairs`, { body: { repairs }, headers: ifMatch(1) });
    const { sheets } = await app.read<Differences>(`/imports/${broken.id}/differences`);
    expect(sheets.map(({ state }) => state)).toEqual(['same']);
    expect(await app.count('target_sheet')).toBe(1);
  });
});
