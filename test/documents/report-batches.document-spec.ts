import { EventEmitter, once } from 'node:events';
import { readdirSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { EntryFactory } from '../factories/entry.factory.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { IncomingFiles } from '../../src/files/incoming-files.js';
import { StoredFilesService } from '../../src/files/stored-files.service.js';
import { HousekeepingJob } from '../../src/jobs/housekeeping.job.js';
import { IssuingService } from '../../src/reports/issuing.service.js';
import { ReportBatchWorker } from '../../src/reports/batches/report-batch-worker.js';
import { ReportBatchesRepository } from '../../src/reports/batches/report-batches.repository.js';
import type { ReportBatchProgress } from '../../src/reports/batches/report-batches.service.js';
import { EventSource } from '../support/event-source.js';
import { eventually } from '../support/eventually.js';
import { bearer, ENGLISH, ifMatch, TestApp } from '../support/test-app.js';

const PATIENCE_MS = 60_000;
const OCTOBER = { month: '2026-10', formats: ['xlsx', 'pdf'] };

const post = (app: TestApp, body: object = OCTOBER, options: object = {}) =>
  app.request<ReportBatchProgress & { title: string; code: string }>('POST', '/reports/batches', { body, ...options });
const find = (app: TestApp, id: string) => app.read<ReportBatchProgress>(`/reports/batches/${id}`);
const finished = (app: TestApp, id: string) =>
  eventually(
    () => find(app, id),
    ({ state }) => state === 'done' || state === 'failed',
    PATIENCE_MS,
  );
const archive = async (app: TestApp, id: string) =>
  unzipSync((await app.download(`/reports/batches/${id}/file`)).content);
const owing = (app: TestApp) => OfficeFactory.owing('2026-10').insert(app.manager);
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('a batch of reports', () => {
  let app: TestApp;
  let address: string;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    address = await app.listen();
    app.get(ReportBatchWorker).startWorker();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    app.at('2026-11-24T10:00');
  });

  const make = async (body: object = OCTOBER, options: object = {}) => {
    const { status, body: batch } = await post(app, body, options);
    expect(status).toBe(202);
    return finished(app, batch.id);
  };

  it('issues the reports of everything that its caller sees and packs their files', async () => {
    const offices: Office[] = [await owing(app), await owing(app)];
    const batch = await make();
    expect(batch).toMatchObject({ state: 'done', total: 2, done: 2, notIssued: 0, error: null });
    expect(batch.keptUntil).toBe('2026-12-01T02:00:00.000Z');
    const { headers } = await app.download(`/reports/batches/${batch.id}/file`);
    expect(headers['content-type']).toBe('application/zip');
    expect(headers['content-length']).toBe(String(batch.size));
    expect(Object.keys(await archive(app, batch.id)).sort()).toEqual(
      offices
        .flatMap(({ department }) =>
          ['pdf', 'xlsx'].map((format) => `绩效评分月报-2026-10-${department.name}-v1.${format}`),
        )
        .sort(),
    );
    expect(await app.count('report')).toBe(4); // with those of the sheets
  });

  it('says by name what it leaves out, on the page and in the archive', async () => {
    const { indicatorId, department } = await owing(app);
    await make();
    await EntryFactory.of(indicatorId, '2026-10').in('submitted').insert(app.manager);
    const place = `/indicators/${indicatorId}/progress/2026-10/approve`;
    expect((await app.request('POST', place, { headers: ifMatch(1) })).status).toBe(200);
    const batch = await make();
    expect(batch).toMatchObject({ state: 'done', notIssued: 1, problems: [{ name: department.name }] });
    expect(strFromU8((await archive(app, batch.id))['未出具.txt']!)).toMatch(
      new RegExp(`^${department.name}: .*须说明原因`),
    );
    const renewed = await make({ ...OCTOBER, reason: '补报 10 月' });
    expect(Object.keys(await archive(app, renewed.id))[0]).toContain('-v2.');
  });

  it('of chosen departments holds theirs alone, in the chosen language', async () => {
    const [first] = [await owing(app), await owing(app)];
    const batch = await make({
      ...{ kind: 'monitoring', month: '2026-10', formats: ['html'], language: 'en' },
      departmentIds: [first.department.id],
    });
    expect(Object.keys(await archive(app, batch.id))).toEqual([
      expect.stringMatching(/^monitoring-2026-10-.*-v1\.html$/),
    ]);
  });

  it('is refused in words where there is nothing to issue', async () => {
    const { department: bare } = { department: await DepartmentFactory.new().insert(app.manager) };
    expect((await post(app)).body.code).toBe('nothing-to-report');
    const { department } = await owing(app);
    const asked = { ...OCTOBER, departmentIds: [department.id, bare.id] };
    const refused = await post(app, asked, { headers: ENGLISH });
    expect([refused.status, refused.body.code]).toEqual([422, 'departments-without-sheets']);
    expect(refused.body.title).toContain(bare.name);
    expect((await post(app, { ...OCTOBER, month: '2026-12' })).body.code).toBe('month-not-begun');
    expect(await app.count('report_batch')).toBe(0);
  });

  it('belongs to who may see the same; to others it does not exist', async () => {
    const [own, other] = [await owing(app), await owing(app)];
    const [head, stranger] = await Promise.all(
      [own, other].map(async ({ department }) =>
        bearer((await UserFactory.as('department-head').of(department).insert(app.manager)).token),
      ),
    );
    const { body } = await post(app, OCTOBER, { as: null, headers: head });
    expect((await finished(app, body.id)).total).toBe(1);
    for (const [method, route] of [
      ['GET', ''],
      ['GET', '/file'],
      ['POST', '/cancellation'],
      ['DELETE', ''],
    ] as const) {
      const { status } = await app.request(method, `/reports/batches/${body.id}${route}`, {
        ...{ as: null, headers: stranger },
      });
      expect(status).toBe(404);
    }
    const foreign = { ...OCTOBER, departmentIds: [other.department.id] };
    expect((await post(app, foreign, { as: null, headers: head })).status).toBe(404);
    const listed = async (headers: object) =>
      (await app.request<{ items: unknown[] }>('GET', '/reports/batches', { as: null, headers } as object)).body.items;
    expect([(await listed(head!)).length, (await listed(stranger!)).length]).toEqual([1, 0]);
  });

  it('tells whoever asked for it how far it is', async () => {
    for (let count = 0; count < 3; count += 1) await owing(app);
    const source = await EventSource.open(address, await app.tokenOf('performance-office'));
    try {
      const { id } = await make();
      let told = { id: '', state: '', done: 0, total: 0 };
      while (told.state !== 'done') told = (await source.next('work-progress')) as typeof told;
      expect(told).toMatchObject({ id, kind: 'reports', done: 3, total: 3 });
    } finally {
      source.close();
    }
  });

  it('can be cancelled: no further report, no file, and what was issued is whole', async () => {
    for (let count = 0; count < 30; count += 1) await owing(app);
    const before = filesIn(app.dataFolder);
    const { body } = await post(app);
    await eventually(
      () => find(app, body.id),
      ({ done }) => done > 0,
      PATIENCE_MS,
    );
    const whole = await app.request<{ code: string }>('DELETE', `/reports/batches/${body.id}`);
    expect([whole.status, whole.body.code]).toEqual([409, 'batch-not-finished']);
    const cancel = () => app.request<ReportBatchProgress>('POST', `/reports/batches/${body.id}/cancellation`);
    expect(await cancel()).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    const { finishedAt } = (await cancel()).body; // pressed twice
    expect(finishedAt).toBe((await find(app, body.id)).finishedAt);
    await eventually(
      () => Promise.resolve(filesIn(app.dataFolder)),
      (files) => files.length === before.length,
      PATIENCE_MS,
    );
    const issued = await app.count('report');
    expect(issued).toBeLessThan(60);
    expect(issued % 2).toBe(0); // each department's with that of its sheet, or neither
    const listed = () => app.read<{ items: ReportBatchProgress[] }>('/reports/batches');
    expect((await listed()).items).toMatchObject([{ id: body.id, state: 'cancelled', size: null, keptUntil: null }]);
    // What was being made while somebody cancelled was issued, and is counted, too.
    await eventually(
      () => find(app, body.id),
      ({ done }) => done === issued / 2,
      PATIENCE_MS,
    );
    expect((await app.request('GET', `/reports/batches/${body.id}/file`)).status).toBe(409);
    expect((await app.request('DELETE', `/reports/batches/${body.id}`)).status).toBe(204); // now it goes
    expect((await listed()).items).toEqual([]);
    await make(); // takes up what was issued
    expect(await app.count('report')).toBe(60);
  });

  it('that finished before it was cancelled keeps its archive', async () => {
    await owing(app);
    const { id } = await make();
    const { body } = await app.request<ReportBatchProgress>('POST', `/reports/batches/${id}/cancellation`);
    expect(body.state).toBe('done');
    expect(Object.keys(await archive(app, id))).toHaveLength(2);
  });

  it('of two people at once are both made, and a report that both need is issued once', async () => {
    for (let count = 0; count < 4; count += 1) await owing(app);
    const answers = await Promise.all([post(app), post(app, OCTOBER, { as: 'reviewer' })]);
    const ids = answers.map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(2);
    const batches = await Promise.all(ids.map((id) => finished(app, id)));
    expect(batches.map(({ state, notIssued }) => [state, notIssued])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    expect(await app.count('report')).toBe(8);
  });

  it('fails in words where the storage is full, and leaves nothing behind', async () => {
    await owing(app);
    const before = filesIn(app.dataFolder);
    const incoming = app.get(IncomingFiles);
    const receive = incoming.receive.bind(incoming);
    incoming.receive = async (stream, megabytes) => {
      const file = await receive(stream, megabytes);
      await incoming.discard(file);
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    const batch = await make();
    incoming.receive = receive;
    expect(batch).toMatchObject({ state: 'failed', size: null });
    expect(batch.error?.zh).toContain('存储空间已满');
    expect((await app.request('GET', `/reports/batches/${batch.id}/file`)).body.code).toBe('archive-not-ready');
    expect(filesIn(app.dataFolder)).toEqual(before);
  });

  it('is kept for seven days, and in no backup', async () => {
    const before = filesIn(app.dataFolder);
    await owing(app);
    const { id } = await make();
    const sweep = async (at: string) => {
      await app.get(HousekeepingJob).run(new Date(at));
      const files = filesIn(app.dataFolder).filter((name) => !before.includes(name));
      return [await app.count('report_batch'), files.length];
    };
    expect(await sweep('2026-11-30T19:30:00Z')).toEqual([1, 1]);
    await app.manager.query(`UPDATE stored_file SET uploaded_at = '2026-11-24T02:00:00Z'`);
    expect(await sweep('2026-12-01T19:30:00Z')).toEqual([0, 0]);
    expect((await app.request('GET', `/reports/batches/${id}`)).status).toBe(404);
  });

  it('whose archive a restored backup lacks says what to do', async () => {
    await owing(app);
    const { id } = await make();
    const files = app.get(StoredFilesService);
    const open = files.open.bind(files);
    files.open = () => Promise.reject(Object.assign(new Error(), { code: 'file-missing' }));
    const { status, body } = await app.request('GET', `/reports/batches/${id}/file`);
    files.open = open;
    expect([status, body.code]).toEqual([404, 'archive-not-kept']);
  });
});

describe('batches of reports that wait', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    app.at('2026-11-24T10:00');
    app.withoutRateLimits();
    await owing(app);
  });

  const of = (formats: readonly string[]) => ({ month: '2026-10', formats });

  it('are three of one person; the same asked for again is the one there is', async () => {
    await app.tokenOf('performance-office');
    const [first, again] = await Promise.all([post(app), post(app, { ...OCTOBER, formats: ['pdf', 'xlsx'] })]);
    expect(again.body.id).toBe(first.body.id);
    const three = await Promise.all([of(['html']), of(['docx']), of(['pdf'])].map((body) => post(app, body)));
    expect(three.map(({ status }) => status).sort()).toEqual([202, 202, 429]);
    expect((await post(app, of(['pdf']), { as: 'reviewer' })).status).toBe(202);
  });

  it('take turns between people', async () => {
    await post(app, of(['pdf']));
    await post(app, of(['html']));
    app.at('2026-11-24T10:01');
    const { body } = await post(app, of(['pdf']), { as: 'reviewer' });
    const [batches, now] = [app.get(ReportBatchesRepository), new Date('2026-11-24T02:02:00Z')];
    const claim = () => batches.claim(now, new Date('2026-11-24T02:03:30Z'));
    await claim();
    expect((await claim())?.id).toBe(body.id);
    expect((await claim())?.formats).toEqual(['html']);
    expect(await claim()).toBeNull();
  });

  it('are made by the next service where one was killed, and given up where it always is', async () => {
    const { body: killed } = await post(app, of(['html']));
    const { body: cursed } = await post(app, of(['pdf']));
    await app.manager.query(
      `UPDATE report_batch SET state = 'working', due_at = '2026-11-24T01:59:00Z', done = 1,
       attempts = CASE WHEN id = $1 THEN 1 ELSE 3 END`,
      [killed.id],
    );
    const restarted = await app.beside({ DATA_DIR: app.dataFolder });
    restarted.get(ReportBatchWorker).startWorker();
    const ended = await Promise.all([finished(app, killed.id), finished(app, cursed.id)]);
    await restarted.close();
    expect(ended.map(({ state }) => state)).toEqual(['done', 'failed']);
    expect(ended[1].error?.zh).toContain('已放弃');
    expect(Object.keys(await archive(app, killed.id))).toHaveLength(1);
  });

  it('are given back at once by a service that stops in the middle', async () => {
    const stopping = await app.beside({ DATA_DIR: app.dataFolder });
    const issuing = stopping.get(IssuingService);
    const issue = issuing.issue.bind(issuing);
    const held = new EventEmitter();
    const [begun, mayGoOn] = [once(held, 'begun'), once(held, 'go on')];
    issuing.issue = async (...what) => {
      held.emit('begun');
      await mayGoOn;
      return issue(...what);
    };
    await owing(app);
    const before = filesIn(app.dataFolder);
    const { body } = await post(app, of(['html']));
    stopping.get(ReportBatchWorker).startWorker();
    await begun;
    const closed = stopping.close();
    held.emit('go on');
    await closed;
    const [row]: unknown[] = await app.manager.query('SELECT state, attempts, done FROM report_batch WHERE id = $1', [
      body.id,
    ]);
    expect(row).toEqual({ state: 'waiting', attempts: 0, done: 0 });
    expect(filesIn(app.dataFolder)).toEqual(before);
  });
});
