import { HousekeepingJob } from '../../src/jobs/housekeeping.job.js';
import { TestApp } from '../support/test-app.js';

const NIGHT = new Date('2026-11-24T03:30:00+08:00');

describe('what the service writes down by the way', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ MAIL_DAYS: 40, JOB_RUN_DAYS: 50 });
  });
  afterAll(() => app.close());

  const daysAgo = (days: number) => new Date(NIGHT.getTime() - days * 86_400_000);

  async function insertMail(topic: string, finishedAt: Date | null): Promise<void> {
    await app.manager.query(
      `WITH sent AS (
         INSERT INTO mail (id, contact_id, kind, topic, local_date, state, due_at, sent_to, person, created_at, finished_at)
         VALUES (gen_random_uuid(), gen_random_uuid(), 'digest', $1, '2026-10-01', $2, $3, 'zhang@example.org', 'zhang@example.org', $3, $4)
         RETURNING id)
       INSERT INTO mail_attempt (id, mail_id, started_at, reply) SELECT gen_random_uuid(), id, $3, '250 ok' FROM sent`,
      [topic, finishedAt ? 'sent' : 'queued', daysAgo(400), finishedAt],
    );
  }

  it('goes when its days are over: addresses and replies of mails, runs of jobs', async () => {
    await insertMail('old', daysAgo(41));
    await insertMail('young', daysAgo(39));
    await insertMail('waiting', null);
    for (const days of [51, 49]) {
      await app.manager.query(
        `INSERT INTO job_run (job, slot, state, started_at, alive_until, finished_at) VALUES ('backup', $1, 'done', $2, $2, $2)`,
        [String(days), daysAgo(days)],
      );
    }
    expect(await app.get(HousekeepingJob).run(NIGHT)).toMatchObject({ mails: 2, runs: 1 });
    const mails: unknown = await app.manager.query(
      `SELECT topic, sent_to AS "sentTo", person, (SELECT count(*)::int FROM mail_attempt WHERE mail_id = m.id) AS attempts
       FROM mail m ORDER BY topic`,
    );
    const whole = { sentTo: 'zhang@example.org', person: 'zhang@example.org', attempts: 1 };
    expect(mails).toEqual([
      { topic: 'old', sentTo: null, person: null, attempts: 0 },
      { topic: 'waiting', ...whole },
      { topic: 'young', ...whole },
    ]);
    expect(await app.manager.query('SELECT slot FROM job_run')).toEqual([{ slot: '49' }]);
    expect(await app.get(HousekeepingJob).run(NIGHT)).toMatchObject({ mails: 0, runs: 0 });
  });
});
