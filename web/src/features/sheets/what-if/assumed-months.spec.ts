import { COUNT, DEADLINE, LEVEL, NATIONAL, REPLIES } from '../../../../../test/support/judged.js';
import type { Policy, SheetIndicator, TargetSheet } from '../../../api/types.js';
import { scoreIndicator } from '@domain/scoring/indicator-score.js';
import { statisticsOf } from '@domain/entries/entry-statistics.js';
import type { Indicator } from '@domain/indicator.js';
import { monthsReaching } from './assumed-months.js';
import { entriesOf, reachedIn } from './scenario-entries.js';

const known = (indicator: Indicator) => ({ ...indicator, id: 'i' }) as unknown as SheetIndicator;
const POLICY = NATIONAL as unknown as Policy;

describe('what is assumed of a year', () => {
  it.each<[string, Indicator, string]>([
    ['a sum', COUNT, '48'],
    ['a level', LEVEL, '4'],
    ['a mean', { ...COUNT, aggregation: 'average' }, '7.5'],
    ['a share in per cent', REPLIES, '97.5'],
    ['a share in thousandths', { ...REPLIES, comparator: '<=', target: '3', unit: '‰' }, '2.25'],
    ['each month', { ...COUNT, aggregation: 'each-month' }, '3'],
    ['each quarter', { ...COUNT, aggregation: 'each-quarter' }, '3'],
    ['each half-year', { ...COUNT, aggregation: 'each-half-year' }, '3'],
  ])('comes to it by the rules of the service, and back from what was kept: %s', (_, indicator, value) => {
    const months = monthsReaching(known(indicator), value, 2026, POLICY);
    const scored = scoreIndicator(indicator, statisticsOf(months), '2026-12', NATIONAL);
    expect([scored.actual, scored.provisional]).toEqual([value, false]);
    const sheet = { fiscalYear: 2026, indicators: [known(indicator)] } as unknown as TargetSheet;
    expect(reachedIn(sheet, entriesOf(sheet, { i: value }, POLICY))).toEqual({ i: value });
  });

  it.each([
    ['1', '10.00', { i: '1' }],
    ['0', '0.00', {}],
  ])('of a day is whether it is kept: %s', (value, points, kept) => {
    const months = monthsReaching(known(DEADLINE), value, 2026, POLICY);
    expect(scoreIndicator(DEADLINE, statisticsOf(months), '2026-12', NATIONAL).score).toBe(points);
    const sheet = { fiscalYear: 2026, indicators: [known(DEADLINE)] } as unknown as TargetSheet;
    expect(reachedIn(sheet, entriesOf(sheet, { i: value }, POLICY))).toEqual(kept);
  });
});
