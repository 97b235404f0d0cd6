import fc from 'fast-check';
import { monthOf } from '../../src/domain/calendar/month.js';
import type { ApprovedContent, EntryStatus } from '../../src/progress/entries/progress-entry.entity.js';
import { IndicatorRevision } from '../../src/targets/revisions/indicator-revision.entity.js';
import { RescoringService } from '../../src/scoring/stored/rescoring.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { type Held, type Said, slowScore } from '../support/slow-score.js';
import { TestApp } from '../support/test-app.js';

/** `REVISED_SCORES=500 npm test -- revised-scores` for the full count. */
const RUNS = Number(process.env.REVISED_SCORES ?? 12);

const decimal = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: 2 }))
    .map(([n, places]) => (n / 10 ** places).toFixed(2));
const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, date]) => `${monthOf(2026, month)}-${String(date).padStart(2, '0')}`);
const COMPARATORS = ['>=', '>', '=', '<=', '<', 'range'] as const;
const AGGREGATIONS = [
  'sum',
  'latest',
  'average',
  'max',
  'min',
  'ratio',
  'each-month',
  'each-quarter',
  'each-half-year',
] as const;

const held = (from: fc.Arbitrary<number>, isDay: boolean): fc.Arbitrary<Held> =>
  fc
    .record({
      from,
      comparator: isDay ? fc.constant('by' as const) : fc.constantFrom(...COMPARATORS),
      target: isDay ? day : fc.oneof(decimal(2000), fc.constant('0')),
      weight: decimal(900),
      rule: fc.constantFrom('proportional' as const, 'direct' as const, 'graded' as const, null),
      endMonth: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4 }),
    })
    .map((one) => ({ ...one, upper: one.comparator === 'range' ? String(Number(one.target) + 3) : null }));
const history = (isDay: boolean): fc.Arbitrary<Held[]> =>
  fc
    .tuple(held(fc.constant(1), isDay), fc.array(held(fc.integer({ min: 2, max: 12 }), isDay), { maxLength: 4 }))
    .map(([first, later]) => [first, ...later.sort((a, b) => a.from - b.from)]);
const said = (what: fc.Arbitrary<Said>): fc.Arbitrary<Said[]> =>
  fc.array(fc.oneof({ weight: 6, arbitrary: what }, { weight: 2, arbitrary: fc.constantFrom('n/a' as const, null) }), {
    minLength: 12,
    maxLength: 12,
  });
const sequence = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      aggregation: fc.constant('completed-on' as const),
      firstMonth: fc.constant(null),
      held: history(true),
      said: said(day.map((completedOn) => ({ completedOn }))),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.constantFrom(...AGGREGATIONS).chain((aggregation) =>
      fc.record({
        aggregation: fc.constant(aggregation),
        firstMonth: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 }),
        held: history(false),
        said: said(
          aggregation === 'ratio'
            ? fc.tuple(decimal(900), decimal(900)).map(([numerator, denominator]) => ({ numerator, denominator }))
            : decimal(900).map((value) => ({ value })),
        ),
      }),
    ),
  },
);
/** How each month's entry stands: approved, or reopened since; then it counts with what was approved (`said`). */
const standing = fc.array(
  fc.constantFrom<EntryStatus[]>('approved', 'approved', 'approved', 'draft', 'submitted', 'returned'),
  {
    minLength: 12,
    maxLength: 12,
  },
);
/** What is asked for from a month on says nothing of the months before. */
const asked = sequence.map((one) => ({
  ...one,
  said: one.said.map((what, place) => (place + 1 < (one.firstMonth ?? 1) ? null : what)),
}));
type Sequence = typeof sequence extends fc.Arbitrary<infer T> ? T : never;

function entryOf(indicatorId: string, month: number, what: Exclude<Said, null>): EntryFactory {
  const entry = EntryFactory.of(indicatorId, monthOf(2026, month));
  if (what === 'n/a') return entry.notApplicable();
  if ('value' in what) return entry.value(what.value);
  return 'numerator' in what ? entry.cases(what.numerator, what.denominator) : entry.completedOn(what.completedOn);
}

/** What a reopened entry says since, and nothing may count: other numbers, or nothing any more. */
const now = (what: Exclude<Said, null>): Partial<ApprovedContent> => {
  if (what === 'n/a') return { notApplicable: false };
  if ('value' in what) return { value: '77777' };
  return 'numerator' in what ? { numerator: null, denominator: null } : { completedOn: '2026-12-31' };
};

describe('a revised indicator', () => {
  let app: TestApp;
  let rescoring: RescoringService;
  beforeAll(async () => {
    app = await TestApp.start();
    rescoring = app.get(RescoringService);
  });
  afterAll(() => app.close());

  async function insert(
    { aggregation, firstMonth, held: [first, ...later], said: months }: Sequence,
    states: readonly EntryStatus[],
  ): Promise<string> {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { comparator, target, upper } = first!;
    const numeric = IndicatorFactory.new().target(comparator, target, '次', upper).reducedBy(aggregation);
    const made = comparator === 'by' ? IndicatorFactory.by(target) : numeric;
    const begun = made.takenUpIn(firstMonth === null ? null : monthOf(2026, firstMonth));
    const row = begun.scoredBy(first!.rule).weighing(first!.weight);
    const { sheet, indicatorIds } = await SheetFactory.of(department).indicators(row).insert(app.manager);
    const [indicatorId] = indicatorIds as [string];
    const columns = (one: Held, number: number) => ({
      indicatorId,
      sheetId: sheet.id,
      number,
      effectiveMonth: monthOf(2026, one.from),
      comparator: one.comparator,
      target: one.comparator === 'by' ? null : one.target,
      targetDate: one.comparator === 'by' ? one.target : null,
      targetUpper: one.upper,
      raw: one.target,
      weight: one.weight,
      rule: one.rule,
      endMonth: one.endMonth === null ? null : monthOf(2026, one.endMonth),
    });
    await app.manager.insert(IndicatorRevision, [first!, ...later].map(columns));
    for (const [place, what] of months.entries()) {
      if (what === null) continue;
      const state = states[place] ?? 'approved';
      const said = entryOf(indicatorId, place + 1, what);
      await (state === 'approved' ? said : said.reopened(state, now(what))).insert(app.manager);
    }
    return sheet.id;
  }

  it('scores in every month what was in force then, as a slow reading of the rules has it', async () => {
    await fc.assert(
      fc.asyncProperty(asked, standing, async (any, states) => {
        await app.clear();
        await insert(any, states);
        for (let month = 1; month <= 12; month += 1) {
          const asOf = monthOf(2026, month);
          await rescoring.rescore(asOf, new Date());
          const [stored]: { score: string | null }[] = await app.manager.query(
            `SELECT indicators -> 0 ->> 'score' AS score FROM sheet_score WHERE as_of = $1`,
            [asOf],
          );
          expect([asOf, stored?.score]).toEqual([asOf, slowScore(any, month)]);
          expect([asOf, (await rescoring.verify(asOf)).differing]).toEqual([asOf, []]);
        }
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});
