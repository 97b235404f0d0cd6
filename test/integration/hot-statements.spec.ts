import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { MailRepository } from '../../src/delivery/mail/mail.repository.js';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { RescoringService } from '../../src/scoring/stored/rescoring.service.js';
import { dearest, explained, scansOf, type Statement } from '../support/statement-plans.js';
import { ifMatch, type Method, TestApp } from '../support/test-app.js';

const MONTH = '2026-12';
const DEPARTMENTS = 100;
const id = (kind: number, n: number) =>
  `${String(kind).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Tables of which one reading costs more every month; revisions and sheets are few. */
const GROWING = [
  ...['progress_entry', 'progress_change', 'sheet_score', 'score_snapshot', 'audit_event'],
  ...['mail', 'mail_attempt', 'notification', 'evidence', 'document_import', 'report', 'job_run', 'idempotency_key'],
];

type Work = (app: TestApp) => Promise<unknown>;
const get =
  (route: string): Work =>
  (app) =>
    app.read(route);
const change =
  (method: Method, route: string, body?: object): Work =>
  async (app) => {
    const { status, body: answer } = await app.request(method, route, { body, headers: ifMatch(1) });
    if (status !== 200) throw new Error(`${method} ${route} answered ${status}: ${JSON.stringify(answer)}`);
  };

/** What people and jobs do most, or wait for longest. */
const ACTIONS: Readonly<Record<string, Work>> = {
  'work-list': get(`/work-list?month=${MONTH}`),
  'save-entry': change('PUT', `/indicators/${id(3, 14)}/progress/${MONTH}`, { value: '50' }),
  'approve-entry': change('POST', `/indicators/${id(3, 7)}/progress/${MONTH}/approve`),
  'scores-summary': get(`/scores/summary?asOf=${MONTH}`),
  'heat-map': get(`/scores/heat-map?asOf=${MONTH}`),
  'list-of-sheets': get('/target-sheets?limit=50'),
  'score-of-a-sheet': get(`/target-sheets/${id(2, 1)}/score?asOf=${MONTH}`),
  'months-to-enter': get(`/indicator-months?month=${MONTH}&departmentId=${id(1, 1)}`),
  'history-of-an-entry': get(`/indicators/${id(3, 7)}/progress/2026-06/history`),
  'reminder-digest': (app) => app.runJob('reminder-digest', '2027-01-08T09:00'),
  'mails-to-send': (app) => app.get(MailRepository).claim(app.manager, new Date('2027-01-08'), 20, 'all'),
};

const fileOf = (action: string) => fromProjectRoot('bench/plans', `${action}.sql`);

describe('the dearest statement of what is done most', () => {
  let app: TestApp;
  const statements = new Map<string, Statement[]>();

  beforeAll(async () => {
    app = await TestApp.start();
    const sql = (file: string) =>
      readFileSync(fromProjectRoot('bench', file), 'utf8').replaceAll('$departments', String(DEPARTMENTS));
    const client = new pg.Client((app.manager.dataSource.options as { url: string }).url);
    await client.connect();
    for (const file of ['reference/schema.sql', 'reference/generate.sql', 'product-data.sql'])
      await client.query(sql(file));
    await app.at('2027-01-07T10:00').get(RescoringService).rescore(MONTH, new Date());
    await client.query(sql('history-data.sql'));
    const [draft, waiting] = [id(3, 14), id(3, 7)].map(
      (indicator) => `indicator_id = '${indicator}' AND month = '${MONTH}'`,
    );
    await client.query(`UPDATE progress_entry SET value = 49 WHERE ${draft}`);
    await client.query(`UPDATE progress_entry SET status = 'submitted', submitted_by = 'user' WHERE ${waiting}`);
    // Every row is looked at, so that the statistics, and with them the plans, are the same each time.
    await client.query('SET default_statistics_target = 10000');
    await client.query('VACUUM ANALYZE');
    for (const [action, work] of Object.entries(ACTIONS)) {
      const sent = recording();
      await work(app);
      statements.set(action, await explained(client, sent.stop()));
    }
    await client.end();
  });
  afterAll(() => app.close());

  it.each(Object.keys(ACTIONS))('is the committed one, planned as committed: %s', (action) => {
    const found = dearest(statements.get(action) ?? []);
    if (process.env.REFRESH) writeFileSync(fileOf(action), found);
    expect(found).toBe(readFileSync(fileOf(action), 'utf8'));
  });

  it('reads no growing table from end to end, nor does any other', () => {
    const scans = [...statements].flatMap(([action, sent]) =>
      scansOf(sent, GROWING).map((table) => `${action}: ${table}`),
    );
    expect(scans).toEqual([]);
  });
});

/** What is sent to the database from now on. */
function recording(): { stop(): string[] } {
  const texts: string[] = [];
  const query = jest.spyOn(pg.Client.prototype, 'query');
  return {
    stop() {
      texts.push(
        ...query.mock.calls.map(([text]) =>
          typeof text === 'string' ? text : ((text as { text?: string }).text ?? ''),
        ),
      );
      query.mockRestore();
      return texts;
    },
  };
}
