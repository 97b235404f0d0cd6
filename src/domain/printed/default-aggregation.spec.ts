import { defaultAggregation, isAggregationOpen } from './default-aggregation.js';
import { parseTargetValue } from './target-value.js';

describe('how months add up where the document does not say', () => {
  it.each([
    ['召开会议次数', '≥40次', 'sum'],
    ['培训人次', '≥300人次', 'sum'],
    ['运转经费', '≤88.20万元', 'sum'],
    ['编发简报', '≥5篇/月', 'each-month'],
    ['来信办结率', '=100%', 'ratio'],
    ['服务对象满意度', '≥90%', 'ratio'],
    ['故障处理时间', '≤12小时', 'max'],
    ['证照办理时间', '≤9天', 'max'],
    ['单次参训人数', '≥20人', 'min'],
    ['维护网站数量', '≥2个', 'latest'],
    ['保障线路', '≥9条', 'latest'],
    ['整理档案年限', '≥7年', 'latest'],
    ['办结时间', '30个工作日内', 'max'],
    ['工期', '≤6周', 'max'],
    ['差错率', '≤0.5‰', 'ratio'],
    ['人均公用面积', '≤9%', 'average'],
    ['例会', '1次/季度', 'each-quarter'],
    ['检查', '2次/半年', 'each-half-year'],
    ['验收时间', '2031年11月底前', 'completed-on'],
    ['补助标准', '≤120元/人', 'max'],
    ['数字化单页成本', '≤0.35元', 'max'],
    ['单位造价', '≤3000元', 'max'],
    ['每生补助', '≥500元', 'min'],
    ['单位公用支出', '≤30万元', 'sum'],
    ['平均等候时长', '≥3分', 'average'],
    ['增强服务能力', '增强', null],
  ])('%s %s: %s', (name, raw, expected) => {
    const { unit, per, comparator } = parseTargetValue(raw)!;
    expect(defaultAggregation({ name, unit, per, comparator })).toBe(expected);
  });

  it.each([
    ['受益户数', '≥40户', true],
    ['评价得分', '≥90分', true],
    ['完成数', '≥9', true],
    ['维护网站数量', '≥2个', true],
    ['单次参训人数', '≥20人', false],
    ['召开会议次数', '≥40次', false],
    ['受益人数', '≥40人/月', false],
    ['增强服务能力', '增强', false],
  ])('%s %s: whether neither name nor unit says it is %s', (name, raw, open) => {
    const { unit, per, comparator } = parseTargetValue(raw)!;
    expect(isAggregationOpen({ name, unit, per, comparator })).toBe(open);
  });
});
