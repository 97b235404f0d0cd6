import { monthsBetween } from '../../src/domain/calendar/month.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import type { ProgressEntry } from '../../src/progress/entries/progress-entry.entity.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { instantOf } from '../../src/domain/calendar/working-days.js';
import { RescoringService } from '../../src/scoring/stored/rescoring.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TestApp } from '../support/test-app.js';

/** The clock of the machine stands in another year than the moment that a job is run for. */
const ELSEWHERE = '2028-06-15T10:00';

describe('the nightly rescoring at the turn of the year', () => {
  let app: TestApp;
  let department: Department;
  let entryOf2025: ProgressEntry;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    department = await DepartmentFactory.new().insert(app.manager);
    for (const year of [2025, 2026, 2027]) {
      const { indicatorIds } = await SheetFactory.of(department).inYear(year).insert(app.manager);
      const entry = await EntryFactory.of(indicatorIds[0]!, `${year}-01`).insert(app.manager);
      if (year === 2025) entryOf2025 = entry;
    }
    app.at(ELSEWHERE);
  });

  const moment = (local: string) => instantOf(local, 'Asia/Shanghai');
  const run = (local: string) => app.get(JobsService).run('rescoring', moment(local));
  const stored = async () => {
    const rows: { month: string }[] = await app.manager.query('SELECT as_of AS month FROM sheet_score ORDER BY as_of');
    return rows.map(({ month }) => month);
  };
  const december = (state: 'closed' | 'reopened', openUntil: string | null = null) =>
    app.manager.query(
      `INSERT INTO month_decision (department_id, month, version, state, reason, open_until, actor, decided_at)
       SELECT $1, '2026-12', 1 + count(*), $2, 'test', $3, 'test', '2027-01-06' FROM month_decision`,
      [department.id, state, openUntil],
    );

  it.each([
    ['2026-12-31T02:30', ['2026-11', '2027-01']],
    ['2027-01-01T02:30', ['2026-12', '2027-01']],
    ['2027-01-08T02:30', ['2026-12', '2027-01']],
    ['2027-01-31T23:59', ['2026-12', '2027-01']],
    ['2027-02-01T00:00', ['2027-01']],
    ['2027-03-01T02:30', ['2027-02']],
  ])('at %s scores are computed and checked as of %j', async (at, months) => {
    expect(await app.get(JobsService).preview('rescoring', moment(at))).toEqual(
      months.map((month) => ({ month, scored: 0, differing: 0 })),
    );
    expect(await run(at)).toEqual({ months: months.join(' '), sheets: months.length, differing: 0 });
    // The months before are scored, too, and not checked anew: the heat map shows them.
    const yearsOf = months.flatMap((month) => monthsBetween(`${month.slice(0, 4)}-01`, month));
    expect(await stored()).toEqual(yearsOf);
  });

  it('the old year ends with its December, and goes on while that is reopened', async () => {
    await december('closed');
    expect(await app.get(RescoringService).months(moment('2027-01-08T02:30'))).toEqual(['2027-01']);
    await december('reopened', '2027-02-10');
    for (const [day, months] of [
      ['2027-01-08', ['2026-12', '2027-01']],
      ['2027-02-10', ['2026-12', '2027-01']],
      ['2027-02-11', ['2027-01']],
    ] as const)
      expect(await app.get(RescoringService).months(moment(`${day}T02:30`))).toEqual(months);
  });

  it.each([
    ['submitted', null, true],
    ['returned', null, true],
    ['draft', { value: '5' }, true], // reopened
    ['draft', null, false],
    ['approved', null, false],
  ] as const)('an old year in which an entry is %s (last approved %j) is covered: %s', async (status, was, isOpen) => {
    await app.manager.query('UPDATE progress_entry SET status = $2, last_approved = $3 WHERE id = $1', [
      entryOf2025.id,
      status,
      was,
    ]);
    const months = await app.get(RescoringService).months(moment('2027-03-01T02:30'));
    expect(months).toEqual([...(isOpen ? ['2025-12'] : []), '2027-02']);
  });

  it('a score of the old year that was altered is named, and mended by the run for a day of January', async () => {
    await run('2027-01-08T02:30');
    await app.manager.query(`UPDATE sheet_score SET raw = raw + 1 WHERE as_of = '2026-12'`);
    app.at('2028-06-16T10:00');
    expect(await app.get(JobsService).preview('rescoring', moment('2027-01-09T02:30'))).toEqual([
      { month: '2026-12', scored: 1, differing: 1 },
      { month: '2027-01', scored: 1, differing: 0 },
    ]);
    expect(await run('2027-01-09T02:30')).toMatchObject({ sheets: 2, differing: 0 });
  });
});
