import fc from 'fast-check';
import { AGGREGATIONS, traitsOf } from '../../src/domain/aggregation.js';
import { COMPARATORS, RULES } from '../../src/domain/indicator.js';
import { monthOf } from '../../src/domain/calendar/month.js';
import { RescoringService } from '../../src/scoring/stored/rescoring.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TestApp } from '../support/test-app.js';

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places));
const weight = fc.integer({ min: 0, max: 900 }).map((cents) => (cents / 100).toFixed(2));
const indicator = fc
  .record({
    comparator: fc.constantFrom(...COMPARATORS.filter((one) => one !== 'by')),
    aggregation: fc.constantFrom(...AGGREGATIONS.filter((one) => traitsOf(one).entered !== 'date')),
    rule: fc.constantFrom(...RULES, null),
    target: decimal,
    weight,
    dueMonth: fc.constantFrom(null, null, null, 12),
  })
  .map(({ comparator, aggregation, rule, target, weight: points, dueMonth }) => {
    const upper = comparator === 'range' ? String(Number(target) + 1) : null;
    const numeric = IndicatorFactory.new().target(comparator, target, '次', upper).reducedBy(aggregation);
    const made = comparator === 'qualitative' ? IndicatorFactory.qualitative() : numeric;
    const rated = made.scoredBy(rule).weighing(points);
    return dueMonth === null ? rated : rated.dueIn(dueMonth);
  });
const months = fc.array(fc.option(fc.tuple(decimal, decimal, fc.boolean())), { minLength: 10, maxLength: 10 });
const sheet = fc.record({
  rows: fc.array(fc.tuple(indicator, months), { minLength: 1, maxLength: 8 }),
  policy: fc.constantFrom('national-2020', 'local-strict'),
});

describe('full rescoring', () => {
  let app: TestApp;
  let rescoring: RescoringService;
  beforeAll(async () => {
    app = await TestApp.start();
    rescoring = app.get(RescoringService);
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  type Sheet = typeof sheet extends fc.Arbitrary<infer T> ? T : never;

  async function insert({ rows, policy }: Sheet): Promise<string> {
    const department = await DepartmentFactory.new().insert(app.manager);
    const made = SheetFactory.of(department).under(policy);
    const { sheet: stored, indicatorIds } = await made.indicators(...rows.map(([row]) => row)).insert(app.manager);
    for (const [place, [row, reported]] of rows.entries()) {
      const { comparator, aggregation } = row.build();
      for (const [index, said] of reported.entries()) {
        if (said === null) continue;
        const [first, second, applies] = said;
        const entry = EntryFactory.of(indicatorIds[place]!, monthOf(2026, index + 1));
        const filled =
          comparator === 'qualitative'
            ? entry.graded('achieved', '0.8567')
            : aggregation === 'ratio'
              ? entry.cases(first, second)
              : entry.value(first);
        await (applies || index % 2 ? filled : entry.notApplicable()).insert(app.manager);
      }
    }
    return stored.id;
  }

  const scored = (): Promise<{ raw: string; at: Date }[]> =>
    app.manager.query('SELECT raw::text, scored_at AS at FROM sheet_score ORDER BY sheet_id');

  it('stores what plain SQL makes of the same entries, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, async (any) => {
        await app.clear();
        await insert(any);
        await rescoring.rescore('2026-10', new Date());
        const { indicators, differing } = await rescoring.verify('2026-10');
        expect([indicators, differing]).toEqual([any.rows.length, []]);
      }),
      { numRuns: 30 },
    );
  });

  const COUNT: Sheet['rows'][number] = [IndicatorFactory.new(), [['5', '1', true]]];

  it('takes the targets and weights that are in force as of the month', async () => {
    const sheetId = await insert({ policy: 'national-2020', rows: [COUNT] });
    await app.manager.query(
      `INSERT INTO indicator_revision (indicator_id, number, sheet_id, effective_month, comparator, target, raw, weight)
       SELECT id, 1, sheet_id, '2026-06', '>=', 10, '≥10', 80 FROM indicator WHERE sheet_id = $1`,
      [sheetId],
    );
    for (const month of ['2026-05', '2026-10']) {
      await rescoring.rescore(month, new Date());
      expect((await rescoring.verify(month)).differing).toEqual([]);
    }
    // 90 × 5 ÷ 60 before the revision, 80 × 5 ÷ 10 after it.
    expect((await scored()).map(({ raw }) => raw).sort()).toEqual(['40.00', '7.50']);
  });

  it('and the check names every score that is not so', async () => {
    const sheetId = await insert({ policy: 'national-2020', rows: [COUNT] });
    await rescoring.rescore('2026-10', new Date());
    await app.manager.query(
      `UPDATE sheet_score SET raw = raw + 0.01, indicators = jsonb_set(indicators, '{0,score}', '"7.51"')`,
    );
    expect((await rescoring.verify('2026-10')).differing).toEqual([
      { sheetId, indicatorId: expect.any(String) as string, stored: '7.51', expected: '7.50' },
      { sheetId, indicatorId: null, stored: '7.51', expected: '7.50' },
    ]);
  });

  it('goes on where a killed run stopped, and a second run finds nothing to do', async () => {
    for (let count = 0; count < 3; count += 1) await insert({ policy: 'national-2020', rows: [COUNT] });
    const due = new Date('2026-11-24T00:00:00Z');
    app.at('2026-11-24T10:00');
    expect(await rescoring.rescore('2026-10', due)).toBe(3);
    await app.manager.query(`UPDATE sheet_score SET scored_at = '2026-11-01', raw = 99
      WHERE sheet_id = (SELECT min(sheet_id::text)::uuid FROM sheet_score)`);
    expect(await rescoring.rescore('2026-10', due)).toBe(1);
    expect((await scored()).map(({ raw }) => raw)).toEqual(['7.50', '7.50', '7.50']);
    expect(await rescoring.rescore('2026-10', due)).toBe(0);
  });
});
