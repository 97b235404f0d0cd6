import fc from 'fast-check';
import { comparedName, departmentName, nearName } from './department-name.js';

const wide = (text: string): string =>
  text.replace(/[0-9A-Za-z()]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

describe('names of departments', () => {
  it.each([
    ['219001-某县文化馆', '某县文化馆'],
    ['[219001]某县文化馆', '某县文化馆'],
    ['某县文化馆（219001）', '某县文化馆'],
    [' 某县文化馆 ', '某县文化馆'],
    ['第102团场', '第102团场'],
  ])('%s is called %s', (printed, name) => {
    expect(departmentName(printed)).toBe(name);
  });

  it('compare alike however they are spaced, coded and widened, and near without 本级 and brackets', () => {
    const name = fc.array(fc.constantFrom(...'某县文化馆图书局办公室A'), { minLength: 2, maxLength: 8 });
    const codes = fc.constantFrom('', '219001-', '（219001）', '[219001] ', '２１９００１—');
    const blanks = fc.constantFrom('', ' ', '　', '\n');
    const suffixes = fc.constantFrom('', '本级', '（本级）', '(本级)', '【本级】');
    fc.assert(
      fc.property(name, codes, blanks, suffixes, fc.boolean(), (letters, code, blank, suffix, isWide) => {
        const plain = `某${letters.join('')}`;
        const spaced = `${code}某${letters.join(blank)}`;
        const printed = isWide ? wide(spaced) : spaced;
        expect(comparedName(printed)).toBe(plain.toLowerCase());
        expect(nearName(printed + suffix)).toBe(plain.toLowerCase());
        expect(comparedName(printed + suffix) === comparedName(plain)).toBe(suffix === '');
      }),
      { numRuns: 300 },
    );
  });

  it('leave something to compare, and tell different bodies apart', () => {
    expect(nearName('（本级）')).not.toBe('');
    expect(nearName('某县文化馆（图书馆）')).not.toBe(nearName('某县文化馆'));
  });
});
