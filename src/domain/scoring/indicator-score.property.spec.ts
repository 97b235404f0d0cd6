import fc from 'fast-check';
import Fraction from 'fraction.js';
import { readPolicies } from '../../policies/policies.js';
import { statisticsOf } from '../entries/entry-statistics.js';
import { AGGREGATIONS, traitsOf } from '../aggregation.js';
import { type Indicator, type MonthlyEntry, RULES } from '../indicator.js';
import { monthOf } from '../calendar/month.js';
import { scoreIndicator } from './indicator-score.js';
import { scoreSheet } from './sheet-score.js';

const policies = [...readPolicies().values()];
const asOf = '2026-12';

const decimal = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 999 }))
    .map(([whole, thousandths]) => `${whole}.${String(thousandths).padStart(3, '0')}`);

const policy = fc.constantFrom(...policies);
const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    name: fc.constant('指标'),
    comparator: fc.constantFrom(
      '>=' as const,
      '>' as const,
      '=' as const,
      '<' as const,
      '<=' as const,
      'range' as const,
    ),
    target: decimal(200),
    width: decimal(50),
    unit: fc.constant('次'),
    rule: fc.constantFrom(...RULES, null),
    weight: decimal(30),
    aggregation: fc.constantFrom(...AGGREGATIONS.filter((one) => traitsOf(one).entered !== 'date')),
  })
  .map(({ width, ...rest }) => ({
    ...rest,
    targetUpper: rest.comparator === 'range' ? new Fraction(rest.target).add(width).toString() : null,
  }));

const month = fc.integer({ min: 1, max: 12 }).map((number) => monthOf(2026, number));
const entry: fc.Arbitrary<MonthlyEntry> = fc
  .tuple(month, decimal(300), decimal(300), fc.boolean())
  .map(([at, value, denominator, notApplicable]) =>
    notApplicable ? { month: at, notApplicable } : { month: at, value, numerator: value, denominator },
  );
const entries = fc.uniqueArray(entry, { selector: ({ month: at }) => at, maxLength: 12 });

const points = (text: string | null): Fraction => new Fraction(text ?? '0');

describe('the score of an indicator', () => {
  it('is never below 0 and never above the weight', () => {
    fc.assert(
      fc.property(indicator, entries, policy, (target, months, rules) => {
        const { score, max } = scoreIndicator(target, statisticsOf(months), asOf, rules);
        expect(points(score).gte(0)).toBe(true);
        // A weight with 3 decimals may round up by half a hundredth.
        expect(points(score).sub(points(max)).lte('0.005')).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(indicator, entries, policy, (target, months, rules) => {
        const forwards = scoreIndicator(target, statisticsOf(months), asOf, rules);
        const backwards = scoreIndicator(target, statisticsOf([...months].reverse()), asOf, rules);
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  // Deductions for over-fulfilment are meant to make more count for less: only the flagging policy is monotone.
  const flagging = policies.find(({ deviation }) => deviation.action === 'flag')!;
  it.each([
    ['>=', 1],
    ['>', 1],
    ['<=', -1],
    ['<', -1],
  ] as const)('never falls when the actual value of a %s target gets better', (comparator, direction) => {
    fc.assert(
      fc.property(indicator, decimal(300), decimal(300), (any, one, other) => {
        const target: Indicator = { ...any, comparator, targetUpper: null, aggregation: 'sum' };
        const scores = [one, other]
          .sort((a, b) => direction * new Fraction(a).compare(b))
          .map((value) => scoreIndicator(target, statisticsOf([{ month: '2026-05', value }]), asOf, flagging).score);
        expect(points(scores[1]!).gte(points(scores[0]!))).toBe(true);
      }),
    );
  });

  it('is the weight times the factor less the deduction, rounded: the explanation can be recomputed', () => {
    fc.assert(
      fc.property(indicator, entries, policy, (target, months, rules) => {
        const { score, status, explanation } = scoreIndicator(target, statisticsOf(months), asOf, rules);
        fc.pre(status === 'scored');
        const earned = points(explanation.weight)
          .mul(explanation.factor ?? '0')
          .sub(explanation.deducted);
        const difference = (earned.lt(0) ? new Fraction(0) : earned).sub(score ?? '0').abs();
        expect(difference.lte('0.0050000001')).toBe(true);
        expect(
          points(explanation.weight)
            .sub(score ?? '0')
            .equals(explanation.lost ?? '0'),
        ).toBe(true);
      }),
    );
  });
});

describe('the score of a sheet', () => {
  it('is the sum of its printed parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(indicator, entries), { maxLength: 6 }),
        decimal(120),
        policy,
        (rows, spent, rules) => {
          const indicators = rows.map(([target, months]) => ({ indicator: target, statistics: statisticsOf(months) }));
          const sheet = { indicators, execution: { spent, budget: '100' }, executionWeight: null };
          const score = scoreSheet(sheet, asOf, rules);
          const parts = [...score.indicators.map((part) => part.score), score.execution.score];
          const total = parts.reduce((all, part) => all.add(part ?? '0'), new Fraction(0));
          expect(total.equals(score.raw)).toBe(true);
        },
      ),
    );
  });
});
