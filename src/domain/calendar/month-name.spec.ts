import { dateName, monthName } from './month-name.js';

describe('what people read', () => {
  it('is a month in words', () => {
    expect(monthName('2026-01')).toEqual({ zh: '2026年1月', en: 'January 2026' });
  });

  it('is a day in words, without a leading zero', () => {
    expect(dateName('2026-11-06')).toEqual({ zh: '2026年11月6日', en: '6 November 2026' });
    expect(dateName('2026-12-31')).toEqual({ zh: '2026年12月31日', en: '31 December 2026' });
  });
});
