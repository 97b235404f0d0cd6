import { shortened } from './shortened.js';

describe('a name that has to be short', () => {
  it.each([
    ['示例市人民政府办公室', '示例市人民政府办公室'],
    ['局'.repeat(24), '局'.repeat(24)],
    ['局'.repeat(25), `${'局'.repeat(23)}…`],
    ['a'.repeat(48), 'a'.repeat(48)],
    ['a'.repeat(600), `${'a'.repeat(47)}…`],
    [`${'a'.repeat(46)} bcd`, `${'a'.repeat(46)}…`],
    ['😀'.repeat(600), `${'😀'.repeat(23)}…`],
    ['', ''],
  ])('%s', (text, short) => {
    expect(shortened(text)).toBe(short);
  });
});
