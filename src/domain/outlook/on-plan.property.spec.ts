import fc from 'fast-check';
import { POLICIES } from '../../../test/support/judged.js';
import {
  type OnPlan,
  someExecutionWeight,
  someOnPlan,
  someSpending,
  someWindow,
} from '../../../test/support/on-plan.js';
import { scoredSheet, type ScoredSheet } from '../../scoring/scored-sheet.js';
import { statisticsOf } from '../entries/entry-statistics.js';
import { exact, plain, sum } from '../exact.js';
import { type Month, monthsBetween } from '../calendar/month.js';
import type { Policy } from '../policy.js';
import type { Window } from '../calendar/window.js';

/** All of them: `OUTLOOK_RUNS=5000 npm test -- on-plan`. */
const RUNS = Number(process.env.OUTLOOK_RUNS ?? 200);

interface Sheet {
  readonly window: Window;
  readonly indicators: readonly OnPlan[];
  readonly spending: { readonly budget: string; readonly spent: readonly string[] } | null;
  readonly executionWeight: string;
  readonly policy: Policy;
}

const sheet: fc.Arbitrary<Sheet> = someWindow.chain((window) =>
  fc.record({
    window: fc.constant(window),
    indicators: fc.array(someOnPlan(window), { maxLength: 8 }),
    spending: someSpending(window),
    executionWeight: someExecutionWeight,
    policy: fc.constantFrom(...POLICIES.values()),
  }),
);

function scoredAsOf({ window, indicators, spending, executionWeight, policy }: Sheet, asOf: Month): ScoredSheet {
  const place = monthsBetween(window.first, asOf).length - 1;
  const facts = {
    sheetId: 's',
    fiscalYear: 2026,
    policy: policy.name,
    window,
    execution: { spent: spending?.spent[place] ?? null, budget: spending?.budget ?? null },
    executionWeight,
    indicators: indicators.map(({ indicator, entries }, index) => {
      const known = entries.filter(({ month }) => month <= asOf);
      return { indicator: { ...indicator, id: `i${index}` }, entries: known, statistics: statisticsOf(known) };
    }),
  };
  return scoredSheet(facts, asOf, policy);
}

/** Every month of every sheet. */
function always(check: (score: ScoredSheet, asOf: Month, of: Sheet) => void): void {
  fc.assert(
    fc.property(sheet, (one) => {
      for (const asOf of monthsBetween(one.window.first, one.window.last)) check(scoredAsOf(one, asOf), asOf, one);
    }),
    { numRuns: RUNS },
  );
}

const total = (numbers: readonly (string | undefined | null)[]): string =>
  plain(sum(numbers.map((text) => exact(text ?? '0'))));
const EXCELLENT_OR_NOTHING = [null, 'excellent'];

describe('a sheet that runs as planned', () => {
  it('is 优 by its pace and by its forecast in every month, and can still reach all', () => {
    always(({ pace, outlook }) => {
      for (const one of [pace, outlook.expected, outlook.high, outlook.possible.high]) {
        expect(EXCELLENT_OR_NOTHING).toContain(one.rating);
        expect([null, '100.00']).toContain(one.normalised);
      }
      expect(outlook.lostForGood).toBe('0');
      expect(outlook.low.raw).toBe(outlook.expected.raw);
      expect(total([outlook.low.raw, outlook.open])).toBe(total([outlook.high.raw]));
    });
  });

  it('has lost nothing, and nothing in it is behind, at risk or past a ceiling', () => {
    always(({ indicators }) => {
      for (const { pace, outlook, explanation, score, max } of indicators) {
        expect(['green', 'grey']).toContain(pace.light);
        expect({ atRisk: outlook.atRisk, breach: outlook.breach }).toEqual({ atRisk: false, breach: null });
        expect({ lost: explanation.lost ?? '0', forGood: outlook.lostForGood }).toEqual({ lost: '0', forGood: '0' });
        if (score !== null) expect(total([score, outlook.winnable])).toBe(total([max]));
      }
    });
  });

  it('ends with a pace and a forecast that are the score', () => {
    always(({ raw, max, normalised, rating, pace, outlook }, asOf, { window }) => {
      if (asOf !== window.last) return;
      for (const one of [pace, outlook.expected, outlook.low, outlook.high, outlook.possible.low]) {
        expect(one).toMatchObject({ raw, max, normalised, rating });
      }
    });
  });
});
