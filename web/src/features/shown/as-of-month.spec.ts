import { indicatorOf } from '../../../../test/support/entry/sample-rows.js';
import { asOfMonth } from './as-of-month.js';

const revised = indicatorOf('一', {
  target: '20',
  targets: [
    { from: '2026-01', comparator: '>=', target: '12', weight: '5' },
    { from: '2026-07', comparator: '>=', target: '20', weight: '4' },
  ] as never,
});

describe('an indicator as it was in a month', () => {
  it.each([
    ['2026-06', '12', '5'],
    ['2026-07', '20', '4'],
    ['2026-12', '20', '4'],
  ])('has in %s the target and weight of then', (month, target, weight) => {
    expect(asOfMonth(revised, month)).toMatchObject({ name: '一', target, weight });
  });

  it('is as it is where it was never revised', () => {
    const plain = indicatorOf('二');
    expect(asOfMonth(plain, '2026-06')).toBe(plain);
  });
});
