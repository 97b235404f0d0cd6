import { existsSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { StoredFilesService } from '../../src/files/stored-files.service.js';
import { BatchReader } from '../../src/imports/batches/batch-reader.js';
import { ImportBatchesRepository } from '../../src/imports/batches/import-batches.repository.js';
import type { BatchProgress } from '../../src/imports/batches/import-batches.service.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { renderCsv } from '../support/documents/render-csv.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';
import { eventually } from '../support/eventually.js';
import { bearer, type ProblemDetails, TestApp } from '../support/test-app.js';
import { type Files, formWithFiles, upload, uploadFiles } from '../support/upload.js';

/** A document of its own for each number. */
const printed = (number: number) => [
  `2031年项目支出绩效目标表`,
  [
    ['项目名称', `第${number}号路灯改造`, '<', '<'],
    ['一级指标', '三级指标', '指标值', '分值'],
    ['产出指标', '更换灯具', `≥${number + 10}盏`, '60'],
    ['效益指标', '居民满意度', '≥90%', '30'],
  ],
];
const csv = (number: number) => renderCsv(printed(number));
const RUBBISH: Files = [
  ['坏.docx', Buffer.from('PK\u0003\u0004 and nothing more')],
  ['压缩.rar', Buffer.from('Rar!\u001a\u0007\u0001\u0000')],
  ['会议通知.txt', '周一上午九点在三楼会议室开会。'],
];
const PATIENCE_MS = 60_000;

describe('many documents in one upload', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(() => app.clear());

  const progress = (id: string) => app.read<BatchProgress>(`/imports/batches/${id}`);
  const finished = (id: string) =>
    eventually(
      () => progress(id),
      ({ done, total }) => done === total,
      PATIENCE_MS,
    );
  const read = async (files: Files) => {
    const { status, body } = await uploadFiles<BatchProgress>(app, files);
    expect(status).toBe(202);
    app.get(BatchReader).startWorker();
    return finished(body.id);
  };

  it('take turns with another upload, so that a small one does not wait for a large one', async () => {
    const files = (upload: string, count: number): Files =>
      Array.from({ length: count }, (_, index) => [`${upload}${index + 1}.csv`, `${upload}${index}`]);
    await uploadFiles(app, files('大', 4));
    await uploadFiles(app, files('小', 2));
    const [batches, now] = [app.get(ImportBatchesRepository), new Date('2026-11-24T02:00:01Z')];
    const taken: (string | undefined)[] = [];
    while (taken.length < 6) taken.push((await batches.claim(now, new Date('2026-11-24T02:02:00Z')))?.name);
    expect(taken).toEqual(['大1.csv', '小1.csv', '大2.csv', '小2.csv', '大3.csv', '大4.csv']);
  });

  it('are five uploads of one person at a time, whoever else uploads', async () => {
    const two: Files = [1, 2].map((number) => [`${number}.csv`, csv(number)]);
    expect((await uploadFiles(app, two)).status).toBe(202);
    const uploads = await Promise.all(Array.from({ length: 6 }, () => uploadFiles<ProblemDetails>(app, two)));
    const refused = uploads.filter(({ status }) => status !== 202);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([429, 'too-many-batches']));
    const { token } = await UserFactory.as('performance-office').insert(app.manager);
    const { payload, headers } = formWithFiles(two);
    const asked = { payload, headers: { ...headers, ...bearer(token) } };
    expect((await app.request('POST', '/imports', asked)).status).toBe(202);
    await app.manager.query('UPDATE import_batch_item SET finished_at = now()');
    expect((await uploadFiles(app, two)).status).toBe(202);
  });

  it(
    'are read one after the other; what is rubbish says so by itself',
    async () => {
      const good = await Promise.all(
        Array.from(
          { length: 9 },
          async (_, number) =>
            [`${number}.xlsx`, number === 0 ? csv(number) : await renderXlsx(printed(number))] as const,
        ),
      );
      const batch = await read([...good.slice(0, 4), ...RUBBISH, ...good.slice(4)]);
      expect([batch.total, batch.done, batch.failed]).toEqual([12, 12, 3]);
      expect(batch.items.map(({ state }) => state)).toEqual([
        ...Array<string>(4).fill('read'),
        ...Array<string>(3).fill('failed'),
        ...Array<string>(5).fill('read'),
      ]);
      expect(batch.items.slice(4, 7).map(({ name, error }) => [name, error?.code])).toEqual([
        ['坏.docx', 'document-unreadable'],
        ['压缩.rar', 'format-unsupported'],
        ['会议通知.txt', 'no-sheets'],
      ]);
      for (const { error } of batch.items.slice(4, 7)) {
        expect(error?.message.zh).toMatch(/[一-鿿]/);
        expect(error?.message.en).toMatch(/^[A-Z]/);
      }
      expect(batch.items[0]).toMatchObject({ position: 1, summary: { sheets: 1, indicators: 2 } });
      const { draft } = await app.read<{ draft: { sheets: { project: string }[] } }>(
        `/imports/${batch.items[11]?.importId ?? ''}`,
      );
      expect(draft.sheets[0]?.project).toBe('第8号路灯改造');
      expect(await app.count('document_import')).toBe(9);
    },
    PATIENCE_MS,
  );

  it(
    'are those of zip files, one level deep, under the names that people gave them',
    async () => {
      const inner = zipSync({ '二.csv': csv(2), '深.zip': zipSync({ '三.csv': csv(3) }) });
      const gbk = Buffer.from(zipSync({ 'aaaa.csv': csv(4) }));
      for (let at = gbk.indexOf('aaaa'); at >= 0; at = gbk.indexOf('aaaa', at + 1))
        gbk.set([0xcf, 0xee, 0xc4, 0xbf], at); // 项目
      const archive = Buffer.from(
        zipSync({ '一.csv': csv(1), '内.zip': inner, '旧.zip': gbk, '空.txt': strToU8(' ') }),
      );
      const batch = await read([['各部门.zip', archive]]);
      expect(batch.items.map(({ name, state, error }) => [name, error?.code ?? state])).toEqual([
        ['一.csv', 'read'],
        ['内.zip/二.csv', 'read'],
        ['内.zip/深.zip', 'format-unsupported'],
        ['旧.zip/项目.csv', 'read'],
        ['空.txt', 'document-empty'],
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'know what was brought in before, and each other',
    async () => {
      await upload(app, csv(1), '先前.csv');
      const batch = await read([
        ['又一次.csv', csv(1)],
        ['新.csv', csv(2)],
        ['同.csv', csv(2)],
      ]);
      expect(batch.items.map(({ state }) => state)).toEqual(['known', 'read', 'known']);
      expect(batch.items[1]?.importId).toBe(batch.items[2]?.importId);
    },
    PATIENCE_MS,
  );

  it(
    'are listed newest first, page by page, with how many are in each state and a sentence for each',
    async () => {
      const older = await read([['一.csv', csv(1)], ...RUBBISH.slice(2)]);
      await app.request('POST', `/imports/${older.items[0]?.importId ?? ''}/adopt`, {
        body: { sheetDecisions: [{ sheet: 0, department: '某县路灯所', fiscalYear: 2031 }] },
      });
      const newer = await read([
        ['又.csv', csv(1)],
        ['二.csv', csv(2)],
      ]);
      const page = (query: string) =>
        app.read<{ items: BatchProgress[]; nextCursor: string | null }>(`/imports/batches?${query}`);
      const first = await page('limit=1');
      expect(first.items).toMatchObject([
        {
          id: newer.id,
          total: 2,
          done: 2,
          failed: 0,
          states: { waiting: 0, reading: 0, read: 1, known: 1, failed: 0 },
        },
      ]);
      expect(first.items[0]).not.toHaveProperty('items');
      const second = await page(`limit=1&cursor=${first.nextCursor ?? ''}`);
      expect(second).toMatchObject({ items: [{ id: older.id, states: { read: 1, failed: 1 } }], nextCursor: null });
      const words = ({ items }: BatchProgress) => items.map(({ message }) => message);
      expect(words(newer)[0]).toEqual({ zh: '以前已导入过，已采用。', en: 'Brought in before; adopted.' });
      expect(words(newer)[1]).toEqual({
        zh: expect.stringMatching(/^已读取，尚未采用：1 张指标表，2 项指标，\d 处疑点待答。$/) as string,
        en: expect.stringMatching(/^Read, not adopted yet: 1 sheets, 2 indicators, \d open doubts\.$/) as string,
      });
      expect(words(older)[1]?.zh).toMatch(/^失败：没有识别到绩效目标表。/);
    },
    PATIENCE_MS,
  );

  it(
    'are all read where one of them has a name that no database can keep',
    async () => {
      const zip = Buffer.from(zipSync({ '一\u0000.csv': csv(1), '二.csv': csv(2) }));
      const { items } = await read([['一.zip', zip]]);
      expect(items.map(({ name, state }) => [name, state])).toEqual([
        ['一.csv', 'read'],
        ['二.csv', 'read'],
      ]);
    },
    PATIENCE_MS,
  );

  it('are no batch where there is one, also in a zip file', async () => {
    const zip = Buffer.from(zipSync({ '一.csv': csv(1) }));
    expect(await upload(app, zip, '一.zip')).toMatchObject({ status: 201, body: { fileName: '一.csv' } });
    const broken = await upload<ProblemDetails>(app, zip.subarray(0, 60), '一.zip');
    expect([broken.status, broken.body.code]).toEqual([422, 'document-unreadable']);
  });

  it('count once against the limit of uploads', async () => {
    const files = Array.from({ length: 40 }, (_, number) => [`${number}.csv`, csv(number)] as const);
    expect((await uploadFiles(app, files)).status).toBe(202);
    expect((await upload(app, csv(1), '一.csv')).status).toBeLessThan(300);
  });

  it('sent twice under one key are one batch', async () => {
    const { payload, headers } = formWithFiles([
      ['一.csv', csv(1)],
      ['二.csv', csv(2)],
    ]);
    const sent = { payload, headers: { ...headers, 'idempotency-key': 'batch-1' } };
    const [first, second] = [
      await app.request<BatchProgress>('POST', '/imports', sent),
      await app.request<BatchProgress>('POST', '/imports', sent),
    ];
    expect([second.status, second.body.id]).toEqual([202, first.body.id]);
  });

  it(
    'belong to the department of whoever sent them, and do not exist for others',
    async () => {
      const [ours, theirs] = [await DepartmentFactory.new().insert(app.manager), await DepartmentFactory.new().insert(app.manager)]; // prettier-ignore
      const [head, stranger] = await Promise.all(
        [ours, theirs].map((department) => UserFactory.as('department-head').of(department).insert(app.manager)),
      );
      const { payload, headers } = formWithFiles([
        ['一.csv', csv(1)],
        ['二.csv', csv(2)],
      ]);
      const sent = { as: null, payload, headers: { ...headers, ...bearer(head!.token) } };
      const { body } = await app.request<BatchProgress>('POST', '/imports', sent);
      app.get(BatchReader).startWorker();
      const { items } = await finished(body.id);
      const asked = async (token: string, route: string) =>
        (await app.request('GET', route, { as: null, headers: bearer(token) })).status;
      expect(await asked(head!.token, `/imports/${items[0]?.importId ?? ''}`)).toBe(200);
      expect(await asked(stranger!.token, `/imports/${items[0]?.importId ?? ''}`)).toBe(404);
      expect(await asked(stranger!.token, `/imports/batches/${body.id}`)).toBe(404);
      const listed = async (token: string) =>
        (await app.request<{ items: object[] }>('GET', '/imports/batches', { as: null, headers: bearer(token) })).body;
      expect([await listed(head!.token), await listed(stranger!.token)]).toMatchObject([
        { items: [{ id: body.id }] },
        { items: [] },
      ]);
    },
    PATIENCE_MS,
  );
});

describe('a batch that a service left behind', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  it('is read by the next one, also the document at which it was killed; bytes that could not be read go', async () => {
    const files: Files = [11, 12, 13].map((number) => [`${number}.csv`, csv(number)]);
    const { body } = await uploadFiles<BatchProgress>(app, files);
    const rows: { sha256: string }[] = await app.manager.query('SELECT sha256 FROM import_batch_item');
    const there = () =>
      rows.filter(({ sha256 }) => existsSync(path.join(app.dataFolder, 'files', sha256.slice(0, 2), sha256))).length;
    const [ended, held] = ['2026-11-24T01:59:00Z', '2026-11-24T02:01:00Z'].map((at) => new Date(at));
    const take = (position: number, until: Date | undefined, attempts: number) =>
      app.manager.query(
        `UPDATE import_batch_item SET state = 'reading', attempts = $4, due_at = $3 WHERE batch_id = $1 AND position = $2`,
        [body.id, position, until, attempts],
      );
    await take(1, ended, 1); // by a process that is gone
    await take(2, held, 1); // by one that may be at it
    await take(3, ended, 3); // whatever reads it dies
    const states = async () => {
      const { items } = await app.read<BatchProgress>(`/imports/batches/${body.id}`);
      return items.map(({ state }) => state);
    };
    const restarted = await app.beside({ DATA_DIR: app.dataFolder });
    restarted.get(BatchReader).startWorker();
    await eventually(states, ([first, , third]) => first !== 'reading' && third !== 'reading', PATIENCE_MS);
    expect(await states()).toEqual(['read', 'reading', 'failed']);
    expect(there()).toBe(3);
    await app.get(StoredFilesService).sweep(new Date('2026-11-24T03:30:00Z'));
    expect(there()).toBe(2);
    restarted.at('2026-11-24T10:02');
    await eventually(states, ([, second]) => second === 'read', PATIENCE_MS);
    await restarted.close();
  }, 600_000);
});
