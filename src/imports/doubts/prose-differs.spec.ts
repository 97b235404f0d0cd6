import { importDocument } from '../import-document.js';

/** Lines and pages cut the sentences, as they do in print. */
const STATEMENT = `某县外事办2031年部门预算公开

一般公共预算项目支出情况表

科目名称\t项目名称\t项目支出合计
行政管理事务\t运转项目\t60.00
行政管理事务\t出访项目\t40.00
\t合计\t100.00

财政拨款“三公”经费支出情况表

内容\t合计
因公出国（境）费\t40.00

2031年一般公共预算项目支出情况说明

(1) 项目名称：运转项目

预算安排规模：60.00 万元

资金分配情况：会务 25 万元，线路租用 15.5

- 12 -

万元，设备维护 19.5 万元，共计 60 万元。

资金执行时间：2031 年 1 月至 12 月

(2) 项目名称：出访项目

预算安排规模：40 万元

资金分配情况：本项目安排资金 40 万元，保障因公出国人员不少于 12 人次。

资金执行时间：2031 年 1 月至 12 月

2031 年财政拨款“三公”经费数为 40 万元，其中：因公出国（境）费 40 万元。本年度由政府组团出国 2 次。

2031 年，本部门整体预算绩效目标 1 个，涉及预算金额 300 万元；当年预算安排项目共 2 个，其中：财政拨款项目涉及预算金额 100 万元；非财政拨款项目涉及预算金额 0 万元。

部门整体绩效目标表

部门名称\t某县外事办
年度预算总额\t300.00
一级指标\t二级指标\t三级指标\t指标值\t权重
履职效能\t数量指标\t参会\t≥3次\t90

项目支出绩效目标表

预算单位\t某县外事办
项目名称\t运转项目
年度预算总额\t60.00
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t会务\t≥9次\t90

项目支出绩效目标表

预算单位\t某县外事办
项目名称\t出访项目
年度预算总额\t40.00
一级指标\t二级指标\t三级指标\t指标值\t权重
产出指标\t数量指标\t因公出国次数\t≥2次\t50
产出指标\t数量指标\t单次因公出国人数\t≥6人\t40
`;

async function differences(from: string, to: string): Promise<string[]> {
  expect(STATEMENT).toContain(from);
  const { doubts } = await importDocument(Buffer.from(STATEMENT.replace(from, to)), 'file.txt');
  return doubts.flatMap(({ code, sheet, message }) =>
    code === 'prose-differs' ? [`${sheet ?? '-'} ${message.zh.split('（L')[0] ?? ''}`] : [],
  );
}

describe('the prose of a budget statement', () => {
  it('gives no doubt where it says what the tables say', async () => {
    expect(await differences('', '')).toEqual([]);
  });

  it.each([
    ['预算安排规模：40 万元', '预算安排规模：41 万元', ['2 正文中“出访项目”的预算安排规模为 41 万元']],
    ['会务 25 万元', '会务 26 万元', ['1 正文中“运转项目”的预算安排规模为 60.00 万元']],
    ['共计 60 万元', '共计 66 万元', ['1 正文中“运转项目”的预算安排规模为 60.00 万元']],
    ['12 人次', '18 人次', ['2 正文中的因公出国人次为 18 人次']],
    ['组团出国 2 次', '组团出国 3 次', ['2 正文中的组团出国次数为 3 次']],
    ['境）费 40 万元', '境）费 45 万元', ['- 正文中的因公出国（境）费为 45 万元']],
    ['金额 300 万元', '金额 310 万元', ['0 正文中整体绩效目标涉及的金额为 310 万元']],
    ['项目共 2 个', '项目共 3 个', ['- 正文中的项目数为 3 个']],
    ['涉及预算金额 100 万元', '涉及预算金额 101 万元', ['- 正文中财政拨款项目涉及的金额为 101 万元']],
  ])('%s → %s is a doubt', async (from, to, expected) => {
    expect((await differences(from, to)).sort()).toEqual([...expected].sort());
  });

  it('may name the whole before its parts', async () => {
    expect(
      await differences('会务 25 万元，线路租用 15.5', '安排资金 60 万元，其中会务 25 万元，线路租用 15.5'),
    ).toEqual([]);
  });
});
