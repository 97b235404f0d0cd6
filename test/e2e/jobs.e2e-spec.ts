import { Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { JobTicker } from '../../src/jobs/job-ticker.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import { ENGLISH, TestApp } from '../support/test-app.js';

interface Run {
  readonly result: Readonly<Record<string, number>> | null;
  readonly preview?: readonly object[];
}
interface Report {
  readonly id: string;
  readonly departmentId: string | null;
  readonly sheetId: string | null;
  readonly month: string;
  readonly version: number;
  readonly hash: string;
}

/** October 2026 is due on 6 November and closes three working days later, on the 11th. */
describe('daily jobs', () => {
  let app: TestApp;
  let office: Office;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });

  const post = (name: string, body: object) =>
    app.request<Run>('POST', `/jobs/${name}/runs`, { body, as: 'system-administrator' });
  /** Those of the department; its sheets and the whole installation have theirs. */
  const reports = async () =>
    (await app.read<{ items: Report[] }>('/reports')).items.filter(
      ({ departmentId, sheetId }) => departmentId !== null && sheetId === null,
    );
  const written = async () => [
    await app.count('job_run'),
    await app.count('notification'),
    await app.count('mail'),
    await app.count('report'),
  ];

  it('are not kept waiting by a run of the future, from when the clock was wrong', async () => {
    await app.manager.query(
      `INSERT INTO job_run (job, slot, state, started_at, alive_until)
       VALUES ('reminder-digest', '2027-11-06T09:00', 'running', '2027-11-06T01:00Z', '2027-11-06T01:01Z')`,
    );
    expect(await app.runJob('reminder-digest', '2026-11-06T09:00')).toMatchObject({ mails: 1 });
  });

  it('doubt a clock that stands before what they have done, or long after', async () => {
    const [error, warn] = (['error', 'warn'] as const).map((level) =>
      jest.spyOn(Logger.prototype, level).mockImplementation(() => undefined),
    );
    await app.runJob('reminder-digest', '2027-11-06T09:00');
    const ticker = app.get(JobTicker);
    for (const time of ['2026-11-06T09:00', '2027-11-07T09:00', '2028-11-06T09:00']) {
      app.at(time);
      await ticker.start();
    }
    await app.get(SchedulerRegistry).getCronJob('jobs').stop();
    const said = [error, warn].map((spy) =>
      spy?.mock.calls.map(([{ message, ...rest }]) => String(message ?? JSON.stringify(rest))),
    );
    jest.restoreAllMocks();
    expect(said).toEqual([[expect.stringContaining('stands before')], [expect.stringContaining('may be ahead')]]);
  });

  it('tick only once the start is over', async () => {
    const ticks = app.get(SchedulerRegistry).getCronJob('jobs');
    expect(ticks.isActive).toBe(false);
    await app.get(JobTicker).start();
    expect(ticks.isActive).toBe(true);
    await ticks.stop();
  });

  it('a slot that several processes claim at once is run by one of them', async () => {
    app.at('2026-11-09T09:00');
    const runs = await Promise.all(Array.from({ length: 10 }, () => post('reminder-digest', {})));
    expect(runs.filter(({ status }) => status === 200).map(({ body }) => body.result)).toEqual([{ mails: 1 }]);
    const refused = runs.filter(({ status }) => status !== 200);
    expect(refused.map(({ body }) => body)).toEqual(
      refused.map(() => expect.objectContaining({ code: 'job-run-taken' }) as unknown),
    );
    expect(await written()).toEqual([1, 1, 1, 0]);
  });

  it('mails wait until the day’s digests are planned, after whatever outage, and while that is under way', async () => {
    const jobs = app.at('2026-11-09T09:00').get(JobsService);
    expect(await jobs.mayMail()).toBe(false);
    await jobs.runDue();
    expect(await jobs.mayMail()).toBe(true);
    expect(await app.at('2026-11-10T00:09').get(JobsService).mayMail()).toBe(true);
    app.at('2027-02-10T12:00'); // a clock that jumped, or a machine that slept
    expect(await jobs.mayMail()).toBe(false);
    await app.manager.query(
      `INSERT INTO job_run (job, slot, state, started_at, alive_until)
       VALUES ('reminder-digest', '2027-02-10T00:10', 'running', now(), '2027-02-10T04:00:30Z')`,
    );
    expect(await jobs.mayMail()).toBe(false);
    expect(await app.at('2027-02-10T12:01').get(JobsService).mayMail()).toBe(true); // it died; the next tick takes over
  });

  it('runs in different slots at the same moment still tell everybody once', async () => {
    const jobs = app.at('2026-11-09T09:00').get(JobsService);
    const runs = [0, 1, 2, 3].map((minute) => jobs.run('reminder-digest', new Date(`2026-11-09T01:0${minute}:00Z`)));
    const mails = (await Promise.all(runs)).map((result) => Number(result?.mails ?? 0));
    expect(mails.reduce((total, count) => total + count, 0)).toBe(1);
    expect(await app.count('mail')).toBe(1);
  });

  it('whoever leaves open whether to try does not run in earnest', async () => {
    expect((await post('reminder-digest', { dryRun: null })).status).toBe(400);
  });

  it('a dry run shows who would be told what, and changes nothing', async () => {
    const body = { at: '2026-11-11T01:00:00Z', dryRun: true };
    const digest = await app.request('POST', '/jobs/reminder-digest/runs', { body, as: 'system-administrator' });
    expect(digest.body).toMatchObject({
      dryRun: true,
      preview: [
        {
          contactName: '填报人',
          subject: '2026-10',
          stage: '+3',
          reason: { zh: '2026年10月 尚欠 1 项，已于 2026年11月6日 到期。' },
        },
        { contactName: '负责人', subject: '2026-10', stage: '+3' },
      ],
    });
    const report = await app.request('POST', '/jobs/scoring-report/runs', { body, as: 'system-administrator' });
    expect(report.body).toMatchObject({
      preview: [
        { departmentId: office.department.id, month: '2026-10' },
        { departmentId: null, month: '2026-10' },
      ],
    });
    expect(await written()).toEqual([0, 0, 0, 0]);
  });

  it('after three days down the start makes up for them with one digest to each', async () => {
    await app.runJob('reminder-digest', '2026-11-06T09:00');
    await app.at('2026-11-11T10:00').get(JobsService).runDue();
    expect(await app.count('mail')).toBe(1 + 2 + 2); // the due date; then reporter and head; then the report to both readers
    const before = await written();
    await app.get(JobsService).runDue(); // as after one more restart
    expect(await written()).toEqual(before);
  });

  it('a start before the time of the tick makes up for the tick of the day before', async () => {
    await app.at('2026-11-10T00:09').get(JobsService).runDue();
    const { items } = await app.read<{ items: { name: string; runs: { slot: string; state: string }[] }[] }>(
      '/jobs',
      'system-administrator',
    );
    expect(items.map(({ name, runs }) => [name, runs[0]?.slot, runs[0]?.state])).toEqual([
      ['reminder-digest', '2026-11-09T00:10', 'done'],
      ['scoring-report', '2026-11-09T09:30', 'done'],
      ['housekeeping', '2026-11-09T03:30', 'done'],
      ['rescoring', '2026-11-09T02:30', 'done'],
      ['backup', '2026-11-09T01:30', 'done'],
      ['audit', '2026-11-09T03:00', 'done'],
      ['condition', '2026-11-09T08:50', 'done'],
    ]);
  });

  it('a run that failed says so in the history, and its slot can be run again', async () => {
    await app.manager.query('ALTER TABLE notification ADD CONSTRAINT broken CHECK (false)');
    app.at('2026-11-09T09:00');
    expect((await post('reminder-digest', {})).status).toBe(500);
    await app.manager.query('ALTER TABLE notification DROP CONSTRAINT broken');
    expect(await written()).toEqual([1, 0, 0, 0]);
    expect(await app.manager.query('SELECT state FROM job_run')).toEqual([{ state: 'failed' }]);
    expect((await post('reminder-digest', {})).body.result).toEqual({ mails: 1 });
  });

  it('the slot of a process that died in its run is taken over after a minute without a sign of life, not before', async () => {
    const dead = `INSERT INTO job_run (job, slot, state, started_at, alive_until)
      VALUES ('reminder-digest', '2026-11-09T00:10', 'running', '2026-11-09T01:00:00Z', '2026-11-09T01:10:00Z')`;
    await app.manager.query(dead);
    await app.at('2026-11-09T09:10').get(JobsService).runDue();
    expect(await app.manager.query("SELECT 1 FROM mail WHERE kind = 'digest'")).toEqual([]);
    await app.at('2026-11-09T09:11').get(JobsService).runDue();
    expect(await app.manager.query("SELECT 1 AS sent FROM mail WHERE kind = 'digest'")).toEqual([{ sent: 1 }]);
  });

  it('the scoring report is issued once, when its month has closed, and its readers are told', async () => {
    await app.runJob('scoring-report', '2026-11-10T09:30');
    expect((await reports()).map(({ month }) => month)).toEqual(['2026-09']);
    expect(await app.runJob('scoring-report', '2026-11-11T09:30')).toEqual({ reports: 2 }); // the department's, and that of all
    expect(await app.runJob('scoring-report', '2026-11-11T09:31')).toEqual({ reports: 0 });
    expect(await app.runJob('scoring-report', '2026-11-12T09:30')).toEqual({ reports: 0 });
    expect((await reports()).map(({ month, version }) => [month, version])).toEqual([
      ['2026-10', 1],
      ['2026-09', 1],
    ]);
    const readers: unknown = await app.manager.query(
      `SELECT c.duty FROM notification n JOIN contact c ON c.id = n.contact_id
       WHERE n.reason->>'month' = '2026-10' ORDER BY c.duty`,
    );
    expect(readers).toEqual([{ duty: 'head' }, { duty: 'office' }]);
  });

  it('each of two reports on one day reaches its readers', async () => {
    await app.runJob('scoring-report', '2026-09-10T09:30'); // August closes on 10 September
    await app.runJob('scoring-report', '2026-11-11T09:30'); // down for two months: September and October are due
    expect((await reports()).map(({ month }) => month)).toEqual(['2026-10', '2026-09', '2026-08']);
    const rows: { subject: string }[] = await app.manager.query(
      "SELECT subject FROM notification WHERE rule = 'report-issued'",
    );
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(3);
  });

  it('a report that somebody issued ahead of time does not keep the job from issuing the months before it', async () => {
    await app.runJob('scoring-report', '2026-11-11T09:30');
    const body = { departmentId: office.department.id, month: '2026-12' };
    await app.request('POST', '/reports', { body }); // may as well be refused: the month has not begun
    await app.runJob('scoring-report', '2026-12-10T09:30'); // November has closed
    expect((await reports()).map(({ month }) => month)).toContain('2026-11');
  });

  it('the report of December is issued even when the service was down until February', async () => {
    await app.runJob('scoring-report', '2026-12-10T09:30');
    await app.runJob('scoring-report', '2027-02-22T09:30');
    expect((await reports()).map(({ month }) => month)).toContain('2026-12');
  });

  it.each([
    ['an unknown job', 'tidy-up', {}, 404],
    ['a moment that is none', 'reminder-digest', { at: 'tomorrow' }, 400],
    ['a day that does not exist', 'reminder-digest', { at: '2026-02-30T09:00:00Z' }, 400],
    ['a moment before all calendars', 'reminder-digest', { at: '0000-01-01T00:00:00Z' }, 400],
    ['a week instead of a moment', 'reminder-digest', { at: '2026-W46' }, 400],
    ['an unknown key', 'reminder-digest', { dryrun: true }, 400],
    ['a moment that has not come', 'reminder-digest', { at: '2026-12-07T00:10:00+08:00' }, 422],
    ['a moment that is gone', 'backup', { at: '2026-11-09T09:00:00+08:00' }, 422],
    ['this very moment, by name', 'reminder-digest', { at: '2026-11-24T10:00:00+08:00', dryRun: false }, 422],
    ['a century that has not come', 'housekeeping', { at: '2199-01-01T03:30:00+08:00', dryRun: false }, 422],
  ])('%s is refused and nothing runs', async (_, name, body, status) => {
    app.at('2026-11-24T10:00');
    const refused = await app.request('POST', `/jobs/${name}/runs`, {
      body,
      headers: ENGLISH,
      as: 'system-administrator',
    });
    expect(refused.status).toBe(status);
    expect(await written()).toEqual([0, 0, 0, 0]);
  });

  it('may look ahead and back without doing anything', async () => {
    app.at('2026-11-24T10:00');
    expect((await post('reminder-digest', { at: '2026-12-07T09:00:00+08:00', dryRun: true })).status).toBe(200);
    const past = await post('reminder-digest', { at: '2026-11-09T09:00:00+08:00', dryRun: true });
    expect([past.status, past.body.preview?.length]).toEqual([200, 1]);
    expect(await written()).toEqual([0, 0, 0, 0]);
  });
});

describe('the jobs in the sample year', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.loadSampleYear();
  });
  afterAll(() => app.close());

  it('remind, on 9 November, exactly the people whose sections owe something, once each', async () => {
    const run = await app.runJob('reminder-digest', '2026-11-09T09:00');
    const rows: { name: string }[] = await app.manager.query(
      'SELECT c.name FROM mail m JOIN contact c ON c.id = m.contact_id',
    );
    // October is missing, a draft or returned in five sections; 信息股 (钱样张) owes August, of which head and office know.
    const expected = ['冯练习', '刘试用', '孙模拟', '张示范', '李样例', '赵范例', '郑假设', '钱样张'];
    expect(rows.map(({ name }) => name).sort()).toEqual(expected.sort());
    expect(run).toEqual({ mails: expected.length });
    expect(await app.runJob('reminder-digest', '2026-11-09T09:05')).toEqual({ mails: 0 });
  });

  it('load only into an empty installation', async () => {
    const before = await app.count('progress_entry');
    await app.loadSampleYear();
    expect([await app.count('progress_entry'), await app.count('department')]).toEqual([before, 1]);
  });

  it('load also before the year is over: what has not happened yet is left out', async () => {
    const early = await TestApp.start();
    try {
      await early.at('2026-05-10T09:00').loadSampleYear();
      expect(await early.count('target_sheet')).toBe(3);
    } finally {
      await early.close();
    }
  });
});
