import { chineseNumber } from './chinese-number.js';

describe('a number in words', () => {
  it.each([
    ['三', '3'],
    ['两', '2'],
    ['十', '10'],
    ['十二', '12'],
    ['二十', '20'],
    ['一百零五', '105'],
    ['三千二百', '3200'],
    ['两万', '20000'],
    ['一亿零三', '100000003'],
    ['零', '0'],
    ['壹佰贰拾叁', '123'],
    ['三三', null],
    ['一流', null],
    ['', null],
  ])('%s is %s', (words, number) => {
    expect(chineseNumber(words)).toBe(number);
  });
});
