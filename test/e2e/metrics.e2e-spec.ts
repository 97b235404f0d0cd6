import { MetricsServer } from '../../src/metrics/metrics-server.js';
import { TestApp } from '../support/test-app.js';

describe('figures for Prometheus', () => {
  let app: TestApp;
  let address: string;
  beforeAll(async () => {
    app = await TestApp.start({ METRICS_PORT: 0 });
    address = `http://127.0.0.1:${await app.get(MetricsServer).listen()}`;
  });
  afterAll(() => app.close());

  const page = async () => (await fetch(`${address}/metrics`)).text();

  it('count each request by its route, never by what stands in its path', async () => {
    await app.request('GET', '/target-sheets/01936000-0000-7000-8000-000000000002');
    const text = await page();
    expect(text).toMatch(
      /jixiao_http_request_seconds_count\{method="GET",route="\/api\/v1\/target-sheets\/:id",status="404"\} 1/,
    );
    expect(text).not.toContain('01936000');
  });

  it('tell the last run of each job, mails by state, and how long the oldest has waited', async () => {
    await app.manager.query(
      `INSERT INTO job_run (job, slot, state, started_at, alive_until, finished_at) VALUES
       ('rescoring', '2026-11-22T02:30', 'done', now(), now(), '2026-11-22T00:00:00Z'),
       ('rescoring', '2026-11-23T02:30', 'failed', now(), now(), now())`,
    );
    await app.manager.query(
      `INSERT INTO mail (id, contact_id, kind, topic, local_date, state, due_at, created_at)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'digest', 'a', '2026-11-24', 'queued', '2026-11-24T01:59:00Z', now())`,
    );
    const lines = (await page()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'jixiao_database_up 1',
        'jixiao_job_last_run{job="rescoring",state="failed"} 1',
        `jixiao_job_last_done_timestamp_seconds{job="rescoring"} ${Date.parse('2026-11-22T00:00:00Z') / 1000}`,
        'jixiao_mails{state="queued"} 1',
        'jixiao_mail_queue_age_seconds 60',
      ]),
    );
  });

  it('are on no port that the page has, and the other port has nothing but them', async () => {
    expect((await app.request('GET', '/metrics')).status).toBe(404);
    expect((await fetch(`${address}/api/v1/departments`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('at an address that is none are told so', async () => {
    const other = await app.beside({ METRICS_PORT: 0, METRICS_HOST: 'nohost.invalid' });
    await expect(other.get(MetricsServer).listen()).rejects.toMatchObject({ code: 'port-refused' });
    await other.close();
  });

  it('are nowhere unless a port is set', async () => {
    const other = await app.beside();
    expect(await other.get(MetricsServer).listen()).toBeUndefined();
    await other.close();
  });
});
