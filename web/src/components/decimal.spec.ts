import { decimal } from './decimal.js';

describe('a number for people', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1314.4', '1,314.4'],
    ['-1234567', '−1,234,567'],
    ['12345678901234567.1234', '12,345,678,901,234,567.1234'],
    ['0.00005', '0.0001'],
    ['12.340', '12.34'],
  ])('%s is shown as %s', (text, shown) => {
    expect(decimal(text)).toBe(shown);
  });

  it('has at most as many decimals as are asked for, rounded half up', () => {
    expect(decimal('2.345', 2)).toBe('2.35');
    expect(decimal('999.995', 2)).toBe('1,000');
  });
});
