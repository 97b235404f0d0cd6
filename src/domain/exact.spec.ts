import { Exact, exact, fixed, isDecimal, larger, plain, roundedDown, roundedUp, smaller, sum } from './exact.js';

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

describe('arithmetic of fractions', () => {
  const third = Exact.of(1n, 3n);
  const sixth = Exact.of(1n, 6n);
  const quarter = Exact.of(1n, 4n);

  it.each([
    [third, third, '2', '3'],
    [sixth, third, '3', '6'],
    [third, sixth, '3', '6'],
    [third, quarter, '7', '12'],
    [quarter, third, '7', '12'],
  ])('%# keeps the shortest denominator that it can', (a, b, n, d) => {
    const total = a.add(b);
    expect([String(total.n), String(total.d)]).toEqual([n, d]);
    expect(total.sub(b).equals(a)).toBe(true);
  });

  it('has the sign above the line', () => {
    const negative = Exact.of(1n, -3n);
    expect([negative.n, negative.d]).toEqual([-1n, 3n]);
    expect(negative.lt(0)).toBe(true);
    expect(Exact.of(-1n, -3n).equals(third)).toBe(true);
  });

  it('knows no division by zero', () => {
    expect(() => Exact.of(1n, 0n)).toThrow('division by zero');
    expect(() => third.div(0)).toThrow(RangeError);
  });

  it('compares what has different denominators', () => {
    expect([third.gt(quarter), third.lt(quarter), third.equals(Exact.of(2n, 6n)), third.gte(third)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(larger(third, quarter)).toBe(third);
    expect(smaller(third, quarter)).toBe(quarter);
  });

  it('becomes a number for drawing', () => {
    expect(Number(third)).toBe(1 / 3);
    expect(Number(exact('-2.5'))).toBe(-2.5);
  });

  it.each([
    ['2.345', 2, '2.34', '2.35'],
    ['-2.345', 2, '-2.35', '-2.34'],
    ['2.34', 2, '2.34', '2.34'],
    ['-2.34', 2, '-2.34', '-2.34'],
    ['0', 2, '0', '0'],
  ])('rounds %s to %i places down to %s and up to %s', (text, places, down, up) => {
    expect([plain(roundedDown(exact(text), places)), plain(roundedUp(exact(text), places))]).toEqual([down, up]);
  });

  it.each([
    [Exact.of(1n, 10n), '0.1'],
    [Exact.of(1n, 1000n), '0.001'],
    [Exact.of(-1n, 3n), '-0.3333'],
    [Exact.of(0n, 7n), '0'],
    [Exact.of(1000n), '1000'],
  ])('%# prints four significant digits', (number, text) => {
    expect(plain(number, 4)).toBe(text);
  });

  it('says what is no decimal, shortened', () => {
    expect(() => exact(`x${'1'.repeat(60)}`)).toThrow(`not a decimal: x${'1'.repeat(39)}`);
    expect(() => exact(`x${'1'.repeat(60)}`)).not.toThrow('1'.repeat(40));
  });

  it('rounds 100 places too', () => {
    expect(fixed(third, 100)).toBe(`0.${'3'.repeat(100)}`);
  });
});
