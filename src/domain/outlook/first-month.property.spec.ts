import fc from 'fast-check';
import { COUNT, POLICIES, REPLIES } from '../../../test/support/judged.js';
import { type Month, monthOf } from '../calendar/month.js';
import { statisticsOf } from '../entries/entry-statistics.js';
import { exact, plain, sum } from '../exact.js';
import { type Indicator, type MonthlyEntry, RULES } from '../indicator.js';
import type { Policy } from '../policy.js';
import { printed } from '../scoring/indicator-score.js';
import { judge } from '../scoring/judgement.js';
import { outlookOf } from './outlook.js';
import { judgePace } from './pace.js';

/** `FIRST_MONTHS=20000 npm test -- first-month` for the full count. */
const RUNS = Number(process.env.FIRST_MONTHS ?? 300);

const number = (max: number) => fc.integer({ min: 0, max }).map(String);
const months = <T>(what: fc.Arbitrary<T>) => fc.array(what, { minLength: 12, maxLength: 12 });
const rule = fc.constantFrom(...RULES, null);
const counts = fc
  .record({
    comparator: fc.constantFrom('>=', '<=', '=', '>', '<'),
    target: number(900),
    rule,
    said: months(number(90)),
  })
  .map(({ said, ...terms }) => ({
    indicator: { ...COUNT, ...terms },
    entries: said.map((value, place): MonthlyEntry => ({ month: monthOf(2026, place + 1), value })),
  }));
const cases = fc
  .record({
    target: number(100),
    rule,
    said: months(fc.tuple(number(90), fc.integer({ min: 1, max: 90 }).map(String))),
  })
  .map(({ said, ...terms }) => ({
    indicator: { ...REPLIES, ...terms },
    entries: said.map(([numerator, denominator], place) => ({
      ...{ month: monthOf(2026, place + 1), denominator },
      numerator: Number(numerator) > Number(denominator) ? denominator : numerator,
    })),
  }));

const total = (entries: readonly MonthlyEntry[], field: 'value' | 'numerator' | 'denominator'): string | null =>
  entries.every((entry) => entry[field] == null)
    ? null
    : plain(sum(entries.map((entry) => exact(entry[field] ?? '0'))));

/** What was reported month by month, as it is told by who begins in `first`. */
function takenUp(entries: readonly MonthlyEntry[], first: Month): MonthlyEntry[] {
  const before = entries.filter(({ month }) => month <= first);
  const all = { value: total(before, 'value'), numerator: total(before, 'numerator') };
  const told = { month: first, ...all, denominator: total(before, 'denominator') };
  return [told, ...entries.filter(({ month }) => month > first)];
}

/** All that is said of it, but for its weakest and best month, which the first entry does not tell. */
function told(indicator: Indicator, entries: readonly MonthlyEntry[], asOf: Month, policy: Policy) {
  const known = entries.filter(({ month }) => month <= asOf);
  const judgement = judge({ indicator, statistics: statisticsOf(known) }, asOf, policy);
  const { explanation, ...score } = printed(judgement, policy);
  const { toDate, pace, ...judged } = judgePace(judgement, policy);
  const { forecast, breach, ...outlook } = outlookOf(judgement, { entries: known }, policy);
  return {
    ...{ score, lost: explanation.lost, notDue: explanation.notDue, judged, outlook },
    ...{ toDate: toDate && plain(toDate.target.target), pace: pace && plain(pace) },
    forecast: forecast && { ...forecast, path: forecast.path.map(({ month, value }) => [month, value]) },
    breach: breach?.passed ? 'passed' : breach,
  };
}

describe('what is taken up in the middle of its year', () => {
  it('stands in every month from then on as if it had been entered since January, where months add up', () => {
    fc.assert(
      fc.property(
        fc.oneof(counts, cases),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom(...POLICIES.values()),
        ({ indicator, entries }, begin, policy) => {
          const firstMonth = monthOf(2026, begin);
          const late = takenUp(entries, firstMonth);
          for (let month = begin; month <= 12; month += 1) {
            const asOf = monthOf(2026, month);
            expect([asOf, told({ ...indicator, firstMonth }, late, asOf, policy)]).toEqual([
              asOf,
              told(indicator, entries, asOf, policy),
            ]);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it.each(['2026-10', '2026-11', '2026-12'])(
    'asks no month for an equal part while the first, of the year so far, lacks: %s',
    (asOf) => {
      const policy = [...POLICIES.values()][0]!;
      const after = asOf === '2026-12' ? [{ month: '2026-12', value: '5' }] : [];
      for (const comparator of ['>=', '<='] as const) {
        const indicator: Indicator = { ...COUNT, comparator, target: '536', firstMonth: '2026-11' };
        const outlook = outlookOf(
          judge({ indicator, statistics: statisticsOf(after) }, asOf, policy),
          { entries: after },
          policy,
        );
        expect([outlook.openMonths > 0, outlook.neededPerMonth, outlook.allowedPerMonth]).toEqual([true, null, null]);
      }
    },
  );

  it('asks the months after it for equal parts', () => {
    const policy = [...POLICIES.values()][0]!;
    const indicator: Indicator = { ...COUNT, comparator: '<=', target: '536', firstMonth: '2026-11' };
    const entries = [{ month: '2026-11', value: '480' }];
    const judgement = judge({ indicator, statistics: statisticsOf(entries) }, '2026-11', policy);
    expect(outlookOf(judgement, { entries }, policy).allowedPerMonth).toBe('56');
  });

  it('is not due before', () => {
    const indicator: Indicator = { ...COUNT, firstMonth: '2026-11' };
    const judgement = judge({ indicator, statistics: statisticsOf([]) }, '2026-10', [...POLICIES.values()][0]!);
    expect(judgement.missing).toBe(0);
    expect(printed(judgement, [...POLICIES.values()][0]!).explanation.notes).toEqual(['not-due', 'taken-up']);
  });
});
