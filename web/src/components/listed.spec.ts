import i18next from 'i18next';
import { listed, listedUpTo } from './listed.js';

const NAMES = ['甲', '乙', '丙'];

describe('names in a row', () => {
  it.each([
    ['zh', '甲、乙、丙', '甲、乙 …', '甲'],
    ['en', '甲, 乙 and 丙', '甲, 乙, …', '甲'],
  ])('%s', async (language, all, first, alone) => {
    await i18next.init({ lng: language });
    expect(listed(NAMES)).toBe(all);
    expect(listedUpTo(NAMES, 2)).toBe(first);
    expect(listedUpTo(NAMES, 3)).toBe(all);
    expect(listed(['甲'])).toBe(alone);
    expect(listed([])).toBe('');
  });
});
