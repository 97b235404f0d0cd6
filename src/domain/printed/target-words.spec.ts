import { parseTargetValue, readTargetValue } from './target-value.js';

describe('a target that leaves open what it asks for is a question', () => {
  it.each([
    ...[
      '待定',
      '待上级下达后确定',
      '另行通知',
      '见附件',
      '详见附件2',
      '（见附件）',
      '同上',
      '同左',
      '"',
      '〃',
      '暂无',
      'N/A',
      '不适用',
    ],
    ...[
      '据实结算',
      '视情况而定',
      '以合同为准',
      '根据实际需要',
      '□',
      '√',
      '%',
      '……',
      '3次以下人员',
      '3次以上人员',
      '9场…',
    ],
  ])('%s', (raw) => {
    expect(readTargetValue(raw, 2031)).toEqual({ value: null, question: { code: 'target-unparsed', suggestions: [] } });
  });

  it.each([
    '零容忍',
    '零距离服务',
    '按计划完成',
    '与上年持平',
    '提前完成',
    '名列前茅',
    '空前',
    '万无一失',
    '安全第一',
    '多方满意',
    '不定期',
    '成套',
  ])('but %s is a text', (raw) => {
    expect(parseTargetValue(raw)?.comparator).toBe('qualitative');
  });
});

describe('what a number leaves open is a question, with what it most likely means', () => {
  it.each([
    ['≥2次/周', 'period-unsupported', '≥104次'],
    ['每天3人次', 'period-unsupported', '≥1095人次'],
    ['≥1次/工作日', 'period-unsupported', undefined],
    ['60余次', 'number-approximate', '≥60次'],
    ['30多人', 'number-approximate', '≥30人'],
    ['约60次', 'number-approximate', '=60次'],
    ['60次左右', 'number-approximate', '≥60次'],
    ['三次', 'target-unparsed', '=3次'],
    ['三十五公里以上', 'target-unparsed', '35公里以上'],
    ['零', 'target-unparsed', '≤0', '=0'],
    ['30来次', 'number-approximate', '≥30次'],
    ['不少于十二场', 'target-unparsed', '≥12场'],
    ['百分之九十', 'target-unparsed', '=90%'],
    ['百分之九十以上', 'target-unparsed', '90%以上'],
    ['千分之五', 'target-unparsed', '=5‰'],
    ['百分百', 'target-unparsed', '=100%'],
    ['九成以上', 'target-unparsed', '90%以上'],
    ['九成五', 'target-unparsed', '=95%'],
    ['三分之二以上', 'target-unparsed', '66.67%以上'],
    ['½', 'target-unparsed', '=50%'],
    ['3/4', 'target-unparsed', '=75%'],
    ['半数以上', 'target-unparsed', '50%以上'],
    ['过半', 'target-unparsed', '>50%'],
    ['壹拾万元', 'target-unparsed', '=10万元'],
    ['叁仟元整', 'target-unparsed', '=3000元'],
    ['三点五公里', 'target-unparsed', '=3.5公里'],
    ['三至五次', 'target-unparsed', '3-5次'],
    ['两倍以上', 'target-unparsed', '2倍以上'],
    ['半天', 'target-unparsed', '=0.5天'],
    ['前三名', 'target-unparsed', '≤3名'],
    ['新增五家', 'target-unparsed', '=5家'],
    ['第一', 'target-unparsed', '≤1名'],
    ['全市排名第一', 'target-unparsed', '≤1名'],
    ['多次', 'number-approximate', undefined],
    ['全年', 'target-unparsed', undefined],
    ['按月', 'target-unparsed', '≥1次/月'],
    ['每季度', 'target-unparsed', '≥1次/季度'],
    ['8-座', 'target-unparsed', '=8座'],
    ['≥8/座', 'target-unparsed', '≥8座'],
    ['8·座', 'target-unparsed', '=8座'],
    ['每月一次', 'target-unparsed', '=1次/月'],
    ['每季度约3次', 'number-approximate', '=3次/季度'],
    ['两三次', 'number-approximate', undefined],
    ['数十场', 'number-approximate', undefined],
    ['百余人次', 'number-approximate', undefined],
    ['零增长', 'target-unparsed', '≤0', '=0'],
    ['零事故、零伤亡', 'target-unparsed', '≤0'],
    ['≥9场（含线上）', 'target-unparsed', '≥9场'],
    ['①≥9场', 'target-unparsed', '≥9场'],
    ['1个半小时', 'target-unparsed', '=1.5小时'],
    ['≤2天半', 'target-unparsed', '≤2.5天'],
    ['9*3场', 'target-unparsed', undefined],
    ['9+3场', 'target-unparsed', undefined],
    ['4K', 'target-unparsed', undefined],
    ['一月两次', 'target-unparsed', '=2次/月'],
    ['一周一次', 'period-unsupported', undefined],
    ['1200+次', 'target-unparsed', '≥1200次'],
    ['95%+', 'target-unparsed', '≥95%'],
    ['95%≥', 'target-unparsed', '≥95%'],
    ['100%完成', 'target-unparsed', '=100%'],
    ['3A级', 'target-unparsed', undefined],
    ['#N/A', 'target-unparsed', undefined],
    ['≥#REF!次', 'target-unparsed', undefined],
  ])('%s: %s, %s', (raw, code, ...suggested) => {
    const { value, question } = readTargetValue(raw, 2031);
    expect(value).toBeNull();
    const suggestions = suggested.filter((one) => one !== undefined);
    expect(question).toEqual({ code, suggestions });
    // What is suggested is read as it stands.
    for (const suggestion of suggestions) expect(parseTargetValue(suggestion)).not.toBeNull();
  });

  it.each(['一流', '一致好评', '十分满意', '统一'])('but words such as %s are words', (raw) => {
    expect(parseTargetValue(raw)?.comparator).toBe('qualitative');
  });
});
