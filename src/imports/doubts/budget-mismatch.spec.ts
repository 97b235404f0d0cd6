import { importDocument } from '../import-document.js';

const BUDGET = `某县外事办2031年部门预算公开

部门收支总体情况表

收 入 总 计\t314.73\t支 出 总 计\t314.73

部门支出总体情况表

功能分类\t合计\t基本支出\t项目支出
合计\t314.73\t136.42\t178.31

一般公共预算项目支出情况表

科目名称\t项目名称\t项目支出合计
行政管理事务\t运转项目\t127.98
行政管理事务\t出访项目\t50.00
\t合计\t177.98

财政拨款“三公”经费支出情况表

内容\t合计
因公出国（境）费\t50.00

上年结转结余情况明细表

项目\t合计
总计\t0.33

部门整体绩效目标表

部门名称\t某县外事办
年度预算总额\t314.73
一级指标\t二级指标\t三级指标\t指标值\t权重
履职效能\t数量指标\t参会\t≥3次\t90

项目支出绩效目标表

预算单位\t某县外事办
项目名称\t出访项目
年度预算总额\t50.00
一级指标\t二级指标\t三级指标\t指标值\t权重
成本指标\t经济成本指标\t因公出国经费\t≤50万元\t90
`;

describe('budget tables around the target sheets', () => {
  const mismatches = async (from: string, to: string) => {
    const { doubts } = await importDocument(Buffer.from(BUDGET.replace(from, to)), 'file.txt');
    return doubts.flatMap(({ code, sheet, message }) =>
      code === 'funding-mismatch' ? [`${sheet ?? '-'} ${message.zh.slice(0, 14)}`] : [],
    );
  };

  it('give no doubt where they agree: 127.98 + 50.00 = 177.98, with 0.33 carried over 178.31', async () => {
    expect(await mismatches('', '')).toEqual([]);
  });

  it.each([
    ['income and expenditure', '支 出 总 计\t314.73', '支 出 总 计\t314.72', ['- 收入总计为 314.73 万']],
    ['the projects and their total', '运转项目\t127.98', '运转项目\t127.99', ['- 项目支出合计为 177.98']],
    ['what was carried over', '总计\t0.33', '总计\t0.30', ['- 支出总表的项目支出为 178.']],
    ['the department’s sheet', '预算总额\t314.73', '预算总额\t314.40', ['0 收支总表的收入总计为 314.']],
    [
      'a project’s sheet',
      '出访项目\t50.00',
      '出访项目\t49.00',
      ['- 项目支出合计为 177.98', '1 项目支出表中该项目的金额为'],
    ],
    ['the ceiling for journeys abroad', '费\t50.00', '费\t40.00', ['1 “三公”经费表的因公出国（境']],
  ])('give a doubt about %s', async (_, from, to, expected) => {
    const found = await mismatches(from, to);
    expect(found).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(found[index]).toContain(text.slice(0, 12));
  });
});
