import { exact, fixed, isDecimal, plain, smaller, sum } from './exact.js';

describe('isDecimal', () => {
  it.each(['0', '5', '-5', '12.5', '0.000001', '999999999999999', '007', '-0', '1314.40'])('takes %j', (text) => {
    expect(isDecimal(text)).toBe(true);
  });

  it.each(['', ' ', '5 ', '+5', '.5', '5.', '1e3', '1,314.40', '１２', 'NaN', 'Infinity', '0x1', '0.1234567', '--5'])(
    'refuses %j',
    (text) => {
      expect(isDecimal(text)).toBe(false);
    },
  );

  it('refuses 16 digits before the point, and a line break after the number', () => {
    expect([isDecimal('1234567890123456'), isDecimal('5\n')]).toEqual([false, false]);
  });
});

describe('exact', () => {
  it('keeps what a float would lose', () => {
    expect(exact('0.1').add(exact('0.2')).equals(exact('0.3'))).toBe(true);
    expect(plain(exact('999999999999999.999999'))).toBe('999999999999999.999999');
    expect(exact('2').div(3).mul(3).equals(2)).toBe(true);
  });

  it.each(['', '1/3', '1e3', "0.'3'", 'x'])('throws for %j, which is none of our own numbers', (text) => {
    expect(() => exact(text)).toThrow(RangeError);
  });
});

describe('fixed', () => {
  it.each([
    ['2/3', 2, '0.67'],
    ['1/3', 2, '0.33'],
    ['0.005', 2, '0.01'],
    ['0.00499999', 2, '0.00'],
    ['1.005', 2, '1.01'], // a float would print 1.00
    ['2.675', 2, '2.68'],
    ['-0.005', 2, '-0.01'],
    ['-0.004', 2, '0.00'],
    ['99.995', 2, '100.00'],
    ['5', 2, '5.00'],
    ['0.5', 0, '1'],
    ['0.4', 0, '0'],
    ['-1.5', 0, '-2'],
  ])('prints %s with %i decimals as %s, half away from zero', (text, places, printed) => {
    const [numerator = '', denominator = '1'] = text.split('/');
    expect(fixed(exact(numerator).div(exact(denominator)), places)).toBe(printed);
  });
});

describe('plain', () => {
  it.each([
    ['5.00', '5'],
    ['0.10', '0.1'],
    ['100', '100'],
    ['-2.50', '-2.5'],
    ['0', '0'],
    ['-0', '0'],
  ])('prints %s as %s', (text, printed) => {
    expect(plain(exact(text))).toBe(printed);
  });

  it.each([
    ['2', 3, 6, '0.666667'],
    ['1', 300, 3, '0.00333'],
    ['200', 3, 4, '66.67'],
    ['1234567', 1, 3, '1234567'], // digits before the point are never cut
  ])('prints %s ÷ %i with %i significant digits as %s', (numerator, denominator, digits, printed) => {
    expect(plain(exact(numerator).div(denominator), digits)).toBe(printed);
  });
});

it('sum and smaller are exact', () => {
  expect(plain(sum(['0.1', '0.2', '0.7'].map(exact)))).toBe('1');
  expect(plain(sum([]))).toBe('0');
  expect(plain(smaller(exact('0.30'), exact('0.299999')))).toBe('0.299999');
});
