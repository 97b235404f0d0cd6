import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { statisticsOf } from '../../src/domain/entries/entry-statistics.js';
import { exact, plain } from '../../src/domain/exact.js';
import { AGGREGATIONS, traitsOf } from '../../src/domain/aggregation.js';
import { COMPARATORS, type Grade, RULES } from '../../src/domain/indicator.js';
import { monthOf } from '../../src/domain/calendar/month.js';
import { scoreIndicator } from '../../src/domain/scoring/indicator-score.js';
import { readPolicies } from '../../src/policies/policies.js';
import { ENTRY_STATUSES, type ProgressEntry } from '../../src/progress/entries/progress-entry.entity.js';
import { SheetFactsRepository } from '../../src/scoring/sheet-facts.repository.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { createDataSource } from '../../src/app/database/data-source.js';
import { createTestDatabase } from '../support/test-database.js';

const [policy] = readPolicies().values();
const GRADE_OF: readonly (readonly [Grade, string])[] = [
  ['achieved', '0.95'],
  ['partial', '0.7'],
  ['missed', '0.30'],
];

const month = fc.integer({ min: 1, max: 12 }).map((number) => monthOf(2026, number));
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places));
const indicator = fc
  .tuple(
    fc.constantFrom(...COMPARATORS.filter((one) => one !== 'by')),
    fc.constantFrom(...AGGREGATIONS.filter((one) => traitsOf(one).entered !== 'date')),
    fc.constantFrom(...RULES, null),
    decimal,
  )
  .map(([comparator, aggregation, rule, target]) =>
    comparator === 'qualitative'
      ? IndicatorFactory.qualitative().scoredBy(rule)
      : IndicatorFactory.new()
          .target(comparator, target, '次', comparator === 'range' ? String(Number(target) + 1) : null)
          .reducedBy(aggregation)
          .scoredBy(rule),
  );
const entries = fc.uniqueArray(
  fc.record({
    month,
    numbers: fc.tuple(decimal, decimal),
    grade: fc.constantFrom(...GRADE_OF),
    notApplicable: fc.boolean(),
    status: fc.constantFrom(...ENTRY_STATUSES, 'approved' as const, 'approved' as const),
  }),
  { selector: (entry) => entry.month, maxLength: 12 },
);

const FIELDS = ['actual', 'completion', 'met', 'score', 'max', 'status', 'provisional', 'flags'] as const;
const NUMBERS = ['sum', 'min', 'max', 'numerators', 'denominators', 'coefficient'] as const;

describe('the statistics that SQL makes of the entries of a sheet', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await createDataSource((await createTestDatabase()).url).initialize();
  });
  afterAll(() => dataSource.destroy());

  const insert = (manager: EntityManager, indicatorId: string, rows: ReturnType<typeof entryFactory>[]) =>
    Promise.all(rows.map((row) => row(indicatorId).insert(manager)));

  it('give the same score as those of the domain, whatever was reported', async () => {
    const department = await DepartmentFactory.new().insert(dataSource.manager);
    await fc.assert(
      fc.asyncProperty(indicator, entries, month, async (row, reported, asOf) => {
        const { manager } = dataSource;
        const { sheet, indicatorIds } = await SheetFactory.of(department).indicators(row).insert(manager);
        const all = await insert(
          manager,
          indicatorIds[0]!,
          reported.map((entry) => entryFactory(row, entry)),
        );
        const counted = all.filter((entry) => entry.status === 'approved' && entry.month <= asOf);
        const [facts] = await new SheetFactsRepository().find(manager, [sheet.id], asOf);
        const { indicator: found, statistics } = facts!.indicators[0]!;
        const expected = statisticsOf(counted);

        expect(statistics).toMatchObject({ reported: expected.reported, notApplicable: expected.notApplicable });
        for (const name of NUMBERS) expect([name, numeric(statistics[name])]).toEqual([name, numeric(expected[name])]);
        expect(statistics.grade).toBe(expected.grade);
        const isLatest = found.aggregation === 'latest' && found.comparator !== 'qualitative';
        if (isLatest) expect(numeric(statistics.latest)).toBe(numeric(expected.latest));
        const [fromSql, fromDomain] = [statistics, expected].map((facts) =>
          scoreIndicator(found, facts, asOf, policy!),
        );
        for (const field of FIELDS) expect([field, fromSql![field]]).toEqual([field, fromDomain![field]]);
      }),
      { numRuns: 50 },
    );
  });
});

const numeric = (text: string | null): string | null => (text === null ? null : plain(exact(text)));

function entryFactory(row: IndicatorFactory, entry: { month: string; numbers: [string, string] } & Made) {
  return (indicatorId: string): EntryFactory => {
    const made = EntryFactory.of(indicatorId, entry.month).in(entry.status);
    const { comparator, aggregation } = row.build();
    if (entry.notApplicable) return made.notApplicable();
    if (comparator === 'qualitative') return made.graded(...entry.grade);
    return aggregation === 'ratio' ? made.cases(...entry.numbers) : made.value(entry.numbers[0]);
  };
}

interface Made {
  readonly grade: readonly [Grade, string];
  readonly notApplicable: boolean;
  readonly status: ProgressEntry['status'];
}
