import fc from 'fast-check';
import { readDate } from './read-date.js';
import { readGrade } from './read-grade.js';
import { readNumber } from './read-number.js';
import type { Reading } from './unreadable.js';

/** The value, or in brackets why there is none. */
const said = (reading: Reading): string | null => ('value' in reading ? reading.value : `[${reading.unreadable}]`);

describe('a number in a cell', () => {
  it.each([
    ['12', '12'],
    ['-3.5', '-3.5'],
    ['+5', '5'],
    [' 7 ', '7'],
    ['', null],
    ['　', null],
    ['1,234', '1234'],
    ['12,345,678.90', '12345678.90'],
    ['1，234', '1234'],
    ['1 234', '1234'],
    ['１２．５', '12.5'],
    ['－３', '-3'],
    ['−3', '-3'],
    ['００', '0'],
    ['007', '7'],
    ['-0', '0'],
    ['00.50', '0.50'],
    ['-03', '-3'],
    ['1,5', '[comma]'],
    ['2,75', '[comma]'],
    ['1,2345', '[comma]'],
    ['0,234', '[comma]'],
    ['1,23,456', '[comma]'],
    ['12 5', '[number]'],
    ['24①', '[number]'],
    ['½', '[number]'],
    ['(5)', '[number]'],
    ['约30', '[number]'],
    ['👍', '[number]'],
    ['=SUM(A1:A3)', '[formula]'],
    ['＝1+1', '[formula]'],
    ['#N/A', '[error-value]'],
    ['#REF!', '[error-value]'],
    ['#DIV/0!', '[error-value]'],
    ['2026-09-30', '[date-for-number]'],
    ['2026/9/30', '[date-for-number]'],
    ['9月30日', '[date-for-number]'],
    ['1E+05', '[exponent]'],
    ['0.30000000000000004', '[too-long]'],
    ['1234567890123456', '[too-long]'],
  ])('%s is %s', (text, value) => {
    expect(said(readNumber(text, null))).toBe(value);
  });

  it.each([
    ['98.5%', '%', '98.5'],
    ['98.5 ％', '%', '98.5'],
    ['98.5', '%', '98.5'],
    ['3‰', '‰', '3'],
    ['3%', '‰', '[percent]'],
    ['4篇', '篇', '4'],
    ['1,234 万元', '万元', '1234'],
    ['3万', '元', '[number]'],
    ['篇', '篇', '[number]'],
    ['4次', '篇', '[number]'],
    ['98.5%', '件', '[percent]'],
    ['98.5%', null, '[percent]'],
  ])('%s where the unit is %s is %s', (text, unit, value) => {
    expect(said(readNumber(text, unit))).toBe(value);
  });

  it('is the same written plainly, grouped, and in full-width digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, part) => {
          const plain = `${whole}.${String(part).padStart(2, '0')}`;
          const grouped = `${whole.toLocaleString('en-US')}.${String(part).padStart(2, '0')}`;
          const wide = grouped.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
          expect([grouped, wide].map((text) => said(readNumber(text, null)))).toEqual([plain, plain]);
        },
      ),
    );
  });

  it('is read from no text without saying why, and says it in both languages', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readNumber(text, '%');
        if ('value' in reading) expect(reading.value ?? '').toMatch(/^(-?\d{1,15}(\.\d{1,6})?)?$/);
        else expect([reading.message.zh, reading.message.en].every((message) => message.length > 5)).toBe(true);
      }),
    );
  });
});

describe('a date in a cell', () => {
  it.each([
    ['2026-09-30', '2026-09-30'],
    ['2026/9/30', '2026-09-30'],
    ['2026.9.3', '2026-09-03'],
    ['2026年9月30日', '2026-09-30'],
    ['20260930', '2026-09-30'],
    ['9月30日', '2026-09-30'],
    ['９月３日', '2026-09-03'],
    ['2024-02-29', '2024-02-29'],
    ['', null],
    ['2026-02-29', '[no-such-day]'],
    ['9月31日', '[no-such-day]'],
    ['2026-13-01', '[no-such-day]'],
    ['9/30', '[date]'],
    ['9月底', '[date]'],
    ['46295', '[date]'],
    ['=TODAY()', '[formula]'],
  ])('%s is %s', (text, value) => {
    expect(said(readDate(text, 2026))).toBe(value);
  });
});

describe('a grade in a cell', () => {
  it.each([
    ['达成', 'achieved'],
    ['部分达成', 'partial'],
    ['未达成', 'missed'],
    ['Partial', 'partial'],
    ['达成年度指标', 'achieved'],
    ['部分达成年度指标并具有一定效果', 'partial'],
    ['未达成年度指标且效果较差', 'missed'],
    ['', null],
    ['完成50%', '[grade]'],
    ['良好', '[grade]'],
    ['#N/A', '[error-value]'],
  ])('%s is %s', (text, value) => {
    expect(said(readGrade(text))).toBe(value);
  });
});
