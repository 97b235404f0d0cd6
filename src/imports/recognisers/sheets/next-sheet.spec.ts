import { importDocument } from '../../import-document.js';

const sheet = (project: string, ...money: string[]) => [
  `项目名称\t${project}`,
  ...money,
  `年度目标\t完成${project}`,
  '一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分',
  `产出指标\t数量指标\t${project}数量\t≥1项\t1项\t90\t90`,
];

describe('a sheet without a title of its own', () => {
  it.each([
    ['资金（万元）\t总额\t50\t财政拨款\t50'],
    ['项目资金（万元）\t\t全年预算数\t全年执行数\t分值\t执行率\t得分', '\t年度资金总额\t50\t50\t10\t100\t10'],
    ['预算金额（万元）\t50'],
  ])('begins with its head, whatever its money looks like: %s', async (...money) => {
    const lines = [
      '2032年度项目支出绩效自评表',
      '单位名称：某县林场',
      ...sheet('造林', ...money),
      '',
      ...sheet('护林', ...money),
    ];
    const { sheets } = await importDocument(Buffer.from(lines.join('\n')), 'file.txt');
    expect(
      sheets.map(({ project, goal, funding, indicators }) => [project, goal, funding.total, indicators.length]),
    ).toEqual([
      ['造林', '完成造林', '50', 1],
      ['护林', '完成护林', '50', 1],
    ]);
  });
});
