import { importDocument } from '../../import-document.js';

const TABLE = [
  ['一级指标', '二级指标', '三级指标', '指标值', '权重'],
  ['产出指标', '数量指标', '植树', '≥850棵', '50'],
  ['产出指标', '数量指标', '种草', '≥4万株', '40'],
];

/** A sheet with these lines above its table, split at `/`; cells at `|`. */
async function read(head: string, title = '2032年度项目支出绩效目标表') {
  const lines = [title, ...head.split(' / ').map((line) => line.split('|').join('\t'))];
  const text = [...lines, ...TABLE.map((row) => row.join('\t'))].join('\n');
  const { sheets, doubts } = await importDocument(Buffer.from(text), 'file.txt');
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  return { ...sheet, doubts };
}

describe('the head of a sheet', () => {
  it.each([
    ['项目名称|绿化 / 实施单位|某县林场（盖章）', { department: '某县林场' }],
    ['项目名称|绿化 / 实施单位（公章）：某县林场（公章）', { department: '某县林场' }],
    ['项目名称|绿化 / 主管部门|某县林业局|实施单位|101001-某县林场', { department: '某县林场' }],
    ['项目名称 绿化 / 主管部门 某县林业局', { project: '绿化', department: '某县林业局' }],
    ['项目负责人 张三 13800000000', { responsible: { name: '张三', phone: '13800000000' } }],
    ['联系人|张三/0000-8123456转602', { responsible: { name: '张三', phone: '0000-8123456转602' } }],
    ['联系人|张三|联系电话|13800000000', { responsible: { name: '张三', phone: '13800000000' } }],
    ['联系人及电话：张三 0000-8123456', { responsible: { name: '张三', phone: '0000-8123456' } }],
    ['联系人/电话|张三/13800000000', { responsible: { name: '张三', phone: '13800000000' } }],
    ['单位负责人|王五|经办人|李四', { responsible: { name: '李四' } }],
    ['项目负责人|张三 +86 138 0000 0000', { responsible: { name: '张三', phone: '+86 138 0000 0000' } }],
    ['项目负责人|张三、13800000000/13800000001', { responsible: { name: '张三', phone: '13800000000' } }],
    ['项目负责人|张三|联系电话|13800000000 0000-8123456', { responsible: { name: '张三', phone: '13800000000' } }],
    ['联系人：张三，电话：13800000000。', { responsible: { name: '张三', phone: '13800000000' } }],
    ['填报单位：某县林场      填报时间：2031年10月8日     金额单位：万元', { department: '某县林场' }],
    ['项目名称：绿化　内部编码：甲七', { project: '绿化' }],
    ['综合得分：95.5分', { published: { total: '95.5' } }],
    ['年度绩效目标： / 完成全县植树任务。', { goal: '完成全县植树任务。' }],
    [
      '年度绩效目标|1.完成植树； / |2.完成种草。',
      { goal: '1.完成植树；\n2.完成种草。', goals: ['完成植树；', '完成种草。'] },
    ],
    ['总体目标|实施期目标（2031年—2033年）造林|年度目标（2032年）植树', { goal: '植树' }],
    ['总体目标|实施期目标（2031年—2033年）造林|年度目标植树', { goal: '年度目标植树' }],
    [
      '总体目标| / 1|举办培训12期 / 2|培训600人次',
      { goal: '1、举办培训12期\n2、培训600人次', goals: ['举办培训12期', '培训600人次'] },
    ],
    ['年度绩效目标： / 项目负责人|张三', { goal: null }],
    ['年度目标：植树。 / 种草。 / 项目负责人：张三', { goal: '植树。\n种草。', responsible: { name: '张三' } }],
    ['年度目标：植树。 / 种草。 / 三、绩效指标', { goal: '植树。\n种草。' }],
    ['实施单位|某县林场 / 填报：陈某审核：罗某', { department: '某县林场' }],
    ['单位：万元/个 / 实施单位|某县林场', { department: '某县林场' }],
    ['项目名称 Project|绿化|预算单位 Unit|某县林场', { project: '绿化', department: '某县林场' }],
    ['*项目名称|绿化|预算单位 必填|某县林场', { project: '绿化', department: '某县林场' }],
    ['单位负责人|王五|项目负责人|李明', { responsible: { name: '李明', phone: null } }],
    [
      '项目负责人|王五|职务|主任 / 联系人|李明|联系电话|13800000001',
      { responsible: { name: '王五', phone: null } }, // that number is of somebody else
    ],
    [
      '联系人|王五|联系电话|13800000001 / 项目负责人|李明|联系电话|13800000002',
      { responsible: { name: '李明', phone: '13800000002' } },
    ],
  ])('%s', async (head, expected) => {
    expect(await read(head)).toMatchObject(expected);
  });

  it.each([
    ['二〇三二年度项目支出绩效目标表', 2032],
    ['项目支出绩效目标表（2032）', 2032],
    ['项目支出绩效目标表\n2032年度　　　单位：万元', 2032],
    ['项目支出绩效目标表\n2032 年度', 2032],
    ['2032-2034年项目支出绩效目标表', null],
    ['2032年至2034年项目支出绩效目标表', null],
    ['项目支出绩效目标表（2032-2034年）', null],
    ['项目支出绩效目标表（2032年至2034年）', null],
  ])('is of the year of its title: %s', async (title, year) => {
    expect((await read('项目名称|绿化', title)).fiscalYear).toBe(year);
  });

  it.each([
    ['某县林业局2032年绩效目标表', '某县林业局'],
    ['2032年度某县林业局部门整体支出绩效目标表', '某县林业局'],
    ['2032年度部门整体支出绩效目标表', null],
    ['2032年林业局绿化项目支出绩效目标表', null],
    ['某县社会项目支出绩效目标表', null],
  ])('is of the office that its title names, where nothing else does: %s', async (title, department) => {
    const { doubts, ...sheet } = await read('项目名称|绿化', title);
    expect(sheet.department).toBe(department);
    const said = doubts.filter(({ message }) => message.zh.includes('取自标题'));
    expect(said.map(({ message }) => message.zh)).toEqual(
      department === null ? [] : [expect.stringContaining(department)],
    );
  });

  it.each([
    ['2032年追加项目绩效目标表（2033年执行）', '项目名称|绿化', '2032、2033'],
    ['2032年度项目支出绩效目标表', '预算年度|2033', '2032、2033'],
  ])('tells of several years: %s, %s', async (title, head, years) => {
    const { doubts } = await read(head, title);
    expect(doubts.map(({ message }) => message.zh)).toContainEqual(expect.stringContaining(`写有 ${years} 几个年度`));
  });

  it.each([
    ['植树800棵', '800棵'],
    ['植树八百株', '八百株'],
    ['种草5万株，植树850棵', '5万株'],
  ])('has a goal that the table contradicts: %s', async (goal, said) => {
    const { doubts } = await read(`年度目标|${goal}`);
    const found = doubts.filter(({ code }) => code === 'goal-mismatch').map(({ message }) => message.zh);
    expect(found).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    ['实施单位|农业农村局、林业局', '农业农村局、林业局'],
    ['实施单位|某县林场|主管部门|某县林业局', '“主管部门：某县林业局”'],
    ['项目负责人|张三 / 经办人|李四', '“经办人…”'],
    ['联系人|张三|联系电话|13800000000、0000-8123456', '“联系电话…”'],
    ['年度目标|植树 / 实施期目标|三年造林', '“实施期目标：三年造林”'],
    ['项目名称：绿化　内部编码：甲七', '“内部编码：甲七”'],
    // As many as the points of the execution, and no points.
    [
      '项目资金||全年预算数|全年执行数|分值|得分 / |年度资金总额|20|20|10|10 / 县里垫付，另行结算||||||10',
      '“县里垫付，另行结算 | 10”',
    ],
    ['甲栏|1 / 乙栏|2 / 丙栏|3 / 丁栏|4 / 戊栏|5 / 己栏|6', '己栏：6'],
  ])('tells of %s', async (head, said) => {
    const { doubts } = await read(head);
    const found = doubts.filter(({ code }) => code.startsWith('head-')).map(({ message }) => message.zh);
    expect(found).toContainEqual(expect.stringContaining(said));
  });
});
