import fc from 'fast-check';
import { type Actor, EVERYTHING } from '../../src/common/access/actor.js';
import { owesMonth } from '../../src/domain/entries/due.js';
import { AGGREGATIONS } from '../../src/domain/aggregation.js';
import { monthOf } from '../../src/domain/calendar/month.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { chasedMonths } from '../../src/progress/work-list/owed-months.js';
import type { ApprovedContent } from '../../src/progress/entries/progress-entry.entity.js';
import { ENTRY_STATUSES, ProgressEntry } from '../../src/progress/entries/progress-entry.entity.js';
import { WorkListService } from '../../src/progress/work-list/work-list.service.js';
import { OpenEntries } from '../../src/reminders/rules/open-entries.js';
import { OwedEntriesRepository } from '../../src/reminders/rules/owed-entries.repository.js';
import { ReportFactsRepository } from '../../src/reports/content/report-facts.repository.js';
import { IndicatorRevision } from '../../src/targets/revisions/indicator-revision.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TestApp } from '../support/test-app.js';

/** `OWED_MONTHS=1000 npm test -- owed-months` for the full count. */
const RUNS = Number(process.env.OWED_MONTHS ?? 12);
const OFFICE: Actor = {
  userId: 'office',
  name: 'office',
  role: 'performance-office',
  scope: EVERYTHING,
  sections: null,
  onBehalfOf: null,
};
const MONTHS = chasedMonths('2026-12');

const month = fc.integer({ min: 1, max: 12 });
const someMonth = fc.option(
  month.map((number) => monthOf(2026, number)),
  { freq: 3 },
);
const [firstMonth, endMonth] = [someMonth, someMonth];
const day = month.map((number) => `${monthOf(2026, number)}-15`);
/** What an indicator goes by from a month of the year on. */
const terms = (from: fc.Arbitrary<number>) => fc.record({ from, day, endMonth });
const row = fc.record({
  aggregation: fc.constantFrom(...AGGREGATIONS),
  dueMonth: fc.option(month),
  firstMonth,
  first: terms(fc.constant(1)),
  // Not always in the order of their months: a later revision may reach further back.
  later: fc.array(terms(fc.integer({ min: 1, max: 12 })), { maxLength: 3 }),
  entries: fc.uniqueArray(
    fc.record({ month, status: fc.constantFrom(...ENTRY_STATUSES), completes: fc.boolean(), reopened: fc.boolean() }),
    { selector: (entry) => entry.month, maxLength: 12 },
  ),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const inForce = ({ first, later }: Row, number: number) => later.findLast(({ from }) => from <= number) ?? first;

/** Read off the design, without SQL: whether the month of the row lacks an entry that is in one of these states. */
function lacks(one: Row, number: number, states: readonly string[]): boolean {
  const { endMonth: end, day: target } = inForce(one, number);
  const by = one.aggregation === 'completed-on';
  const comparator = by ? ('by' as const) : ('>=' as const);
  const { aggregation, dueMonth, firstMonth } = one;
  const month = monthOf(2026, number);
  const isOwed = owesMonth(
    { comparator, target: by ? target : '60', aggregation, dueMonth, firstMonth, endMonth: end },
    month,
  );
  const entry = one.entries.find((some) => some.month === number);
  const isReopened = entry !== undefined && isReopen(entry) && (end === null || month <= end);
  const isAnswered = one.entries.some(
    (some) => states.includes(some.status) && (some.month === number || (by && some.completes)),
  );
  return (isOwed || isReopened) && !isAnswered;
}

const isReopen = ({ status, reopened }: Row['entries'][number]): boolean => status !== 'approved' && reopened;

describe('what is owed', () => {
  let app: TestApp;
  let department: Department;
  beforeAll(async () => {
    app = (await TestApp.start()).at('2027-01-08T09:00');
  });
  afterAll(() => app.close());

  async function insert(rows: readonly Row[]): Promise<string> {
    await app.clear();
    department = await DepartmentFactory.new().insert(app.manager);
    const made = rows.map(({ aggregation, dueMonth, firstMonth, first }) => {
      const some = aggregation === 'completed-on' ? IndicatorFactory.by(first.day) : IndicatorFactory.new();
      const held = some.reducedBy(aggregation).takenUpIn(firstMonth).endingWith(first.endMonth);
      return dueMonth === null ? held : held.dueIn(dueMonth);
    });
    const { sheet, indicatorIds } = await SheetFactory.of(department)
      .indicators(...made)
      .insert(app.manager);
    for (const [place, { aggregation, later, entries }] of rows.entries()) {
      const [indicatorId, by] = [indicatorIds[place]!, aggregation === 'completed-on'];
      const revisions = later.map((held, index) => ({
        indicatorId,
        sheetId: sheet.id,
        number: index + 1,
        effectiveMonth: monthOf(2026, held.from),
        comparator: by ? ('by' as const) : ('>=' as const),
        target: by ? null : '60',
        targetDate: by ? held.day : null,
        raw: '60',
        weight: '1',
        endMonth: held.endMonth,
      }));
      if (revisions.length > 0) await app.manager.insert(IndicatorRevision, revisions);
      for (const entry of entries) {
        const said = EntryFactory.of(indicatorId, monthOf(2026, entry.month)).in(entry.status);
        const filled = by ? (entry.completes ? said.completedOn('2026-01-05') : said.notApplicable()) : said;
        const { id } = await filled.insert(app.manager);
        const lastApproved = { value: '5' } as ApprovedContent;
        if (isReopen(entry)) await app.manager.update(ProgressEntry, id, { lastApproved });
      }
    }
    return sheet.id;
  }

  it('is the same in SQL and in the domain, for every kind of indicator in every month', async () => {
    const kinds = fc.array(
      fc.record({
        aggregation: fc.constantFrom(...AGGREGATIONS, null),
        dueMonth: fc.option(month),
        day,
        firstMonth,
        endMonth,
      }),
      {
        minLength: 20,
        maxLength: 20,
      },
    );
    await fc.assert(
      fc.asyncProperty(kinds, async (all) => {
        const cases = all.flatMap((kind) => MONTHS.map((asked) => ({ ...kind, asked })));
        const targets = cases.map(({ aggregation, day: target }) => (aggregation === 'completed-on' ? target : null));
        const rows: { owes: boolean }[] = await app.manager.query(
          `SELECT owes_month(target_date, aggregation, due_month, first_month, end_month, month) AS owes
           FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY
             AS x (target_date, aggregation, due_month, first_month, end_month, month, place) ORDER BY place`,
          [
            targets,
            cases.map(({ aggregation }) => aggregation),
            cases.map(({ dueMonth }) => dueMonth),
            cases.map(({ firstMonth: first }) => first),
            cases.map(({ endMonth: end }) => end),
            cases.map(({ asked }) => asked),
          ],
        );
        const expected = cases.map(({ asked, ...kind }, place) => {
          const target = targets[place] ?? '60';
          return owesMonth({ ...kind, comparator: targets[place] ? 'by' : '>=', target }, asked);
        });
        expect(rows.map(({ owes }) => owes)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same on the work list, in reminders and in reports, whatever was revised, reopened or completed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const sheetId = await insert(rows);
        const count = (states: readonly string[]) =>
          MONTHS.map((name, index) => ({ name, owed: rows.filter((one) => lacks(one, index + 1, states)).length }))
            .filter(({ owed }) => owed > 0)
            .map(({ name, owed }) => [name, owed]);
        const counted = (lines: readonly { month: string; indicators: readonly string[] }[]) =>
          lines.map((line) => [line.month, line.indicators.length]).sort();

        const expected = count(['submitted', 'approved']);
        const { owed } = await app.get(WorkListService).of(OFFICE, '2026-12');
        expect(owed.map((line) => [line.month, line.owed]).sort()).toEqual(expected);
        const asked = [app.manager, MONTHS, [department.id]] as const;
        expect(counted(await app.get(OwedEntriesRepository).find(...asked, null))).toEqual(expected);
        expect(counted(await app.get(OpenEntries).owed(...asked, '2027-01-08'))).toEqual(expected);
        const subject = { departmentId: department.id, sheetId, kind: 'scoring', month: '2026-12' } as const;
        const overdue = await app.get(ReportFactsRepository).overdue(app.manager, subject, MONTHS);
        expect(counted(overdue)).toEqual(count(['approved']));
      }),
      { numRuns: RUNS },
    );
  });
});
