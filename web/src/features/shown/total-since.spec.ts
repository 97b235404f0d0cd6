import i18next from 'i18next';
import { totalSince } from './total-since.js';

describe('an entry of the first month that is asked for', () => {
  const t = i18next.getFixedT('zh');

  it.each([
    ['sum', '2026-11', '2026-11', true],
    ['ratio', '2026-11', '2026-11', true],
    ['sum', '2026-11', '2026-12', false],
    ['sum', null, '2026-11', false],
    ['each-month', '2026-11', '2026-11', false],
  ] as const)('%s from %s on says in %s that it is a total: %s', (aggregation, firstMonth, month, is) => {
    expect(totalSince({ aggregation, firstMonth }, month, t) !== null).toBe(is);
  });
});
