import { convertedValue } from './unit-conversion.js';

describe('a number of one unit in another', () => {
  it.each([
    ['25000', '人次', '万人次', '2.5'],
    ['2', '天', '小时', '48'],
    ['1.5', '亿元', '万元', '15000'],
    ['88200', '元', '万元', '8.82'],
    ['3', '公里', '米', '3000'],
    ['7', '批次', '批', '7'],
    ['4', '次', '次', '4'],
    ['3', '工作日', '天', null],
    ['2', '个月', '天', null],
    ['5', '次', '人', null],
  ])('%s %s in %s is %s', (value, from, to, expected) => {
    expect(convertedValue(value, from, to)).toBe(expected);
  });

  it('comes back as it was', () => {
    for (const [from, to] of [
      ['元', '亿元'],
      ['分钟', '天'],
      ['册', '万册'],
    ] as const) {
      expect(convertedValue(convertedValue('36000000', from, to) ?? '', to, from)).toBe('36000000');
    }
  });
});
