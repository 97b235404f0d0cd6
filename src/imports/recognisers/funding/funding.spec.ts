import { importDocument } from '../../import-document.js';

const TABLE = '一级指标\t二级指标\t三级指标\t指标值\t权重\n产出\t数量\t植树\t≥300棵\t90\n';

/** A sheet with these lines of money, split at `/`; cells at blanks, `_` is a blank cell. */
async function read(money: string) {
  const lines = money.split(' / ').map((line) =>
    line
      .split(' ')
      .map((cell) => (cell === '_' ? '' : cell))
      .join('\t'),
  );
  const text = `2032年度项目支出绩效自评表\n项目名称\t绿化\n实施单位\t某县林场\n${lines.join('\n')}\n${TABLE}`;
  const { sheets, doubts } = await importDocument(Buffer.from(text), 'file.txt');
  const [sheet] = sheets;
  if (!sheet) throw new Error('no sheet');
  const told = doubts.filter(({ code }) => code === 'funding-mismatch').map(({ message }) => message.zh);
  return { ...sheet, told, codes: doubts.filter(({ code }) => code !== 'aggregation-assumed').map(({ code }) => code) };
}

describe('the money of a sheet', () => {
  it('is read by the heads of its columns, whatever their order', async () => {
    const columns = ['年初预算数 50', '全年预算数 60', '全年执行数 45', '执行率 75%', '分值 10', '得分 7.5'];
    for (const order of [columns, [...columns].reverse()]) {
      const [heads, figures] = [0, 1].map((part) => order.map((column) => column.split(' ')[part]).join(' '));
      const { funding, published, executionWeight } = await read(`项目资金 _ ${heads} / _ 年度资金总额 ${figures}`);
      expect(funding).toMatchObject({ total: '60', spent: '45' });
      expect(published).toMatchObject({ executionRate: '75', executionScore: '7.5' });
      expect(executionWeight).toBe('10');
    }
  });

  it('keeps what was carried over apart from what was granted', async () => {
    const { funding, codes } = await read(
      '资金（万元） _ 全年预算数 全年执行数 / _ 年度资金总额 61 50 / _ 其中：当年财政拨款 50 40 / _ 上年结转资金 1 1 / _ 其他资金 10 9',
    );
    expect(funding).toMatchObject({ total: '61', fiscal: '50', carriedOver: '1', other: '10', spent: '50' });
    expect(codes).not.toContain('funding-mismatch');
  });

  it.each([['资金来源 总计 财政 自筹 / 预算（万元） 90 60 30'], ['资金构成 财政 自筹 合计 / 金额（万元） 60 30 90']])(
    'written across is read by the heads above it: %s',
    async (money) => {
      expect((await read(money)).funding).toMatchObject({ total: '90', fiscal: '60', other: '30' });
    },
  );

  it('of a list of sources is their sum', async () => {
    const { funding } = await read(
      '年度预算 资金来源 _ 资金总额 / _ 财政资金 上级安排 3.50 / _ _ 上年结转 0.33 / _ 其他资金 其他 0.10',
    );
    expect(funding).toMatchObject({ total: '3.93', fiscal: '3.50', carriedOver: '0.33', other: '0.10' });
    expect(funding.sources.map(({ name }) => name)).toEqual(['上级安排', '上年结转', '其他']);
  });

  it.each([
    ['年度资金总额 20 其中：财政拨款 15 其他资金 5', { total: '20', fiscal: '15', other: '5' }],
    [
      '实施期资金总额： 90 年度资金总额： 20 / 其中：财政拨款 80 其中：财政拨款 15 / 其他资金 10 其他资金 5',
      { total: '20', fiscal: '15', other: '5' },
    ],
    ['预算资金（万元） _ 年初预算数 全年预算数 / _ 总额 15 20 / _ 其中：财政拨款 10 15', { total: '20', fiscal: '15' }],
    ['项目资金 预算数 调整预算数 执行数 / 总额 15 20 19 / 其中：财政拨款 10 15 14', { total: '20', fiscal: '15' }],
    ['项目资金总额：20万元 / 财政拨款：15万元', { total: '20', fiscal: '15' }],
    [
      '预算资金 全年预算数 全年执行数 / 总额 20 19 / 其中：财政拨款 15 14 / 其他资金 5 5',
      { total: '20', fiscal: '15', other: '5' },
    ],
    ['全年预算数 20 全年执行数 19', { total: '20', spent: '19' }],
    ['预算数 执行数 执行率 / 20 19 95%', { total: '20', spent: '19' }],
    ['金额单位：元 / 年度资金总额 200000', { total: '20' }],
    ['年度资金总额（亿元） 1.5 / 其中：财政拨款 1.5', { total: '15000', fiscal: '15000' }],
    ['年度资金总额 200000元 / 其中：财政拨款 15万元 / 其他资金 5', { total: '20', fiscal: '15', other: '5' }],
    ['年度资金总额 30万', { total: '30' }],
    ['年度资金总额 叁拾万元整', { total: '30' }],
    ['年度资金总额 1,030万元整', { total: '1030' }],
    ['任务 金额（万元） / 植树 360 / 合计 360 / 年度资金总额 2566', { total: '2566' }],
    ['年度资金总额 20 / 预算执行率 0.985', { total: '20' }],
    ['金额单位：千元 / 年度资金总额 4500', { total: '450' }],
    ['单位：十万元 / 年度资金总额 45', { total: '450' }],
    ['计量单位：仟元 / 年度资金总额 45', { total: '4.5' }],
    ['年度资金总额 1200千元', { total: '120' }],
    ['资金总额：45万元，其中财政拨款40万元、自筹5万元。', { total: '45', fiscal: '40', other: '5' }],
    [
      '资金来源 预算数 执行数 执行率 / 财政拨款 40万元 36万元 90% / 其他资金 5万元 5万元 100% / 合计 45万元 41万元 91.1%',
      { total: '45', fiscal: '40', other: '5', spent: '41' },
    ],
    ['年度资金总额 45 / 结余 9', { carriedOver: null }],
    ['年度资金总额 680000 元', { total: '68' }],
    ['项目资金 180000 （元） 其中：财政 180000', { total: '18', fiscal: '18' }],
    ['（金额：人民币元） / 年度资金总额 180000.00', { total: '18' }],
    ['资金（万元） 60', { total: '60' }],
    ['年度资金总额 450000 元 其中财政资金 450000', { total: '45', fiscal: '45' }],
    [
      '_ 年初预算数 1-6月执行数 / 年度资金总额 45 20 / 其中：财政拨款 40 18',
      { total: '45', fiscal: '40', spent: null },
    ],
    ['任务名称 预算金额 / 植树 120 / 种草 200 / 金额合计 320', { total: '320' }],
  ])('%s', async (money, expected) => {
    expect((await read(money)).funding).toMatchObject(expected);
  });

  it.each([
    [
      '任务名称 全年预算数 全年执行数 执行率 / 造林 65 38 58.46% / 护林 35 30 85.71%',
      { total: '100', spent: '68' },
      ['资金总额，按各行合计 100', '全年执行数，按各行合计 68'],
    ],
    ['任务名称 全年预算数 全年执行数 / 造林 65 38', { total: '65', spent: '38' }, ['按各行合计 65']],
    ['年度资金总额 _ / 财政拨款 50 / 其他资金 5', { total: '55', fiscal: '50' }, ['按各行合计 55']],
    [
      '_ 年初预算数 全年预算数 全年执行数 / 年度资金总额 40 45 44 / 其中：财政拨款 40 _ 39 / 其他资金 _ 5 5',
      { total: '45', fiscal: '40', other: '5' },
      ['“财政拨款”没有全年预算数'],
    ],
    ['年度资金总额 45 / 财政拨款 50 / 其他资金 -5', { total: '45', other: '-5' }, ['负数（-5']],
  ])('is doubted where the sheet does not print it so: %s', async (money, expected, said) => {
    const { funding, told, published } = await read(money);
    expect(funding).toMatchObject(expected);
    expect(told).toEqual(said.map((text) => expect.stringContaining(text) as string));
    // Of one task of several.
    if (money.includes('护林')) expect(published.executionRate).toBeNull();
  });

  it('prints the points for execution beside its label', async () => {
    expect((await read('预算执行情况（8分） _ 预算数 执行数 / _ 总额 20 19')).executionWeight).toBe('8');
  });

  it.each([
    '年度资金总额 100 / 财政拨款 60 / 银行贷款 40',
    '年度资金总额 100 / 财政拨款 60 / 社会资本 20 / 自筹资金 20',
    '年度资金总额 20 / 财政拨款 20 / 其中：中央 12 / 省级 8',
  ])('adds up with the sources that it names: %s', async (money) => {
    expect((await read(money)).codes).not.toContain('funding-mismatch');
  });

  it.each([
    ['金额（万元） 90 60 30', 'head-ignored'],
    ['年度资金总额 -5', 'funding-mismatch'],
    ['年度资金总额 1860000', 'funding-mismatch'],
    ['年度资金总额 90 / 上年资产 37', 'head-ignored'],
    ['年度资金总额 45 / 财政拨款 45左右', 'head-ignored'],
    ['年度资金总额 45.00（调整后50）', 'head-ignored'],
    ['年度资金总额 45 / 财政拨款 100%', 'head-ignored'],
  ])('is a doubt, and no guess: %s', async (money, code) => {
    expect((await read(money)).codes).toContain(code);
  });

  it.each([
    ['a label with several figures that no head explains', '年度资金总额 50 60 45', 'head-incomplete'],
    ['what some months have spent', '资金 _ 年初预算数 1-6月执行数 / _ 总额 20 9', 'column-ignored'],
    ['a figure under a head that is not known', '资金 _ 全年预算数 全年执行数 核减 / _ 总额 20 19 1', 'column-ignored'],
    ['no money at all', '备注 无', 'head-incomplete'],
  ])('is a doubt where there is %s', async (_, money, code) => {
    expect((await read(money)).codes).toContain(code);
  });
});
