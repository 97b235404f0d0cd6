import { createHash } from 'node:crypto';
import { loadImage } from '@napi-rs/canvas';
import { strToU8, zipSync } from 'fflate';
import { StoredFilesService } from '../../src/files/stored-files.service.js';
import { BatchReader } from '../../src/imports/batches/batch-reader.js';
import type { BatchProgress } from '../../src/imports/batches/import-batches.service.js';
import type { DocumentImport } from '../../src/imports/document-import.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { renderCsv } from '../support/documents/render-csv.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { eventually } from '../support/eventually.js';
import { bearer, ENGLISH, ifMatch, TestApp } from '../support/test-app.js';
import { formWithFiles, upload, uploadFiles } from '../support/upload.js';

const printed = (project: string) => [
  '2031年项目支出绩效目标表',
  [
    ['项目名称', project, '<', '<'],
    ['一级指标', '三级指标', '指标值', '分值'],
    ['产出指标', '更换灯具', '≥10盏', '60'],
    ['效益指标', '居民满意度', '≥90%', '30'],
  ],
];
const PDF = renderPdf(printed('路灯改造'));
const CSV = renderCsv(printed('路灯改造'));
const HOUR_MS = 3_600_000;

describe('the document behind an import', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    await app.manager.query('DELETE FROM stored_file');
  });

  const uploaded = async (content: Buffer | string, name: string) =>
    (await upload<DocumentImport>(app, content, name)).body;
  const page = (id: string, number: number | string = 1) => app.download(`/imports/${id}/pages/${number}`);
  const refusal = async (route: string, headers = {}) => {
    const { status, body } = await app.request('GET', route, { headers });
    return [status, body.title];
  };

  it('is kept as it came, and each page can be looked at', async () => {
    const { id } = await uploaded(PDF, '绩效目标.pdf');
    const document = await app.download(`/imports/${id}/document`);
    expect(document.content.equals(PDF)).toBe(true);
    expect(document.headers['content-disposition']).toContain(encodeURIComponent('绩效目标.pdf'));
    const { status, headers, content } = await page(id);
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    const picture = await loadImage(content);
    expect(Math.max(picture.width, picture.height)).toBe(2_000);
  });

  it('says where there is no picture', async () => {
    const [{ id }, { id: csv }] = [await uploaded(PDF, 'a.pdf'), await uploaded(CSV, 'b.csv')];
    expect(await refusal(`/imports/${id}/pages/2`)).toEqual([404, '没有第 2 页，这份文件共 1 页。']);
    for (const number of ['0', '-1', '1.5', 'x', '1e9']) expect((await page(id, number)).status).toBe(404);
    expect(await refusal(`/imports/${csv}/pages/1`, ENGLISH)).toEqual([
      404,
      'There are no pictures of the pages of such a document, only of PDF, PNG and JPEG. Download the document itself.',
    ]);
    expect((await app.download(`/imports/${csv}/document`)).content.equals(CSV)).toBe(true);
  });

  it('of an earlier version is kept when it comes again, also where it was repaired', async () => {
    const { id, draft } = await uploaded(PDF, 'a.pdf');
    const repairs = [{ kind: 'edit-sheets', sheets: [draft.sheets[0]!.id], fields: { project: '路灯' } }];
    expect(await app.request('POST', `/imports/${id}/repairs`, { headers: ifMatch(1), body: { repairs } })).toMatchObject({ status: 200 }); // prettier-ignore
    await app.manager.query('UPDATE document_import SET file_sha256 = NULL');
    expect(await refusal(`/imports/${id}/pages/1`)).toEqual([
      404,
      '这次导入由旧版本完成，没有保存原文件。重新上传同一文件即可保存。',
    ]);
    expect(await refusal(`/imports/${id}/document`)).toMatchObject([404, expect.stringContaining('没有保存原文件')]);
    expect((await uploaded(PDF, 'a.pdf')).draft.sheets[0]).toMatchObject({ project: '路灯' });
    expect((await page(id)).status).toBe(200);
  });

  it('is nobody else’s', async () => {
    const [ours, theirs] = [await DepartmentFactory.new().insert(app.manager), await DepartmentFactory.new().insert(app.manager)]; // prettier-ignore
    const [head, stranger] = await Promise.all(
      [ours, theirs].map((department) => UserFactory.as('department-head').of(department).insert(app.manager)),
    );
    const { payload, headers } = formWithFiles([['a.pdf', PDF]]);
    const { body } = await app.request<DocumentImport>('POST', '/imports', {
      payload,
      headers: { ...headers, ...bearer(head!.token) },
    });
    for (const route of ['document', 'pages/1']) {
      const as = (token: string) => app.request('GET', `/imports/${body.id}/${route}`, { headers: bearer(token) });
      expect((await as(head!.token)).status).toBe(200);
      expect(await as(stranger!.token)).toMatchObject({ status: 404, body: { title: '找不到该内容。' } });
    }
  });

  it('stays when the service starts anew, and when what nobody needs is deleted', async () => {
    const { id } = await uploaded(PDF, 'a.pdf');
    const restarted = await app.beside({ DATA_DIR: app.dataFolder });
    try {
      const { token } = await UserFactory.as('performance-office').insert(app.manager);
      const sweep = (hours: number) => restarted.get(StoredFilesService).sweep(new Date(Date.parse('2026-11-24T02:00Z') + hours * HOUR_MS)); // prettier-ignore
      expect(await sweep(1.1)).toBe(0);
      const { status } = await restarted.request('GET', `/imports/${id}/pages/1`, { headers: bearer(token) });
      expect(status).toBe(200);
      await app.manager.query('DELETE FROM document_import');
      expect(await sweep(1.1)).toBe(1);
    } finally {
      await restarted.close();
    }
  });

  it('of a batch is the one in the zip file', async () => {
    const zip = Buffer.from(zipSync({ '项目/灯.pdf': new Uint8Array(PDF), '说明.txt': strToU8('周一开会。') }));
    const { body } = await uploadFiles<BatchProgress>(app, [['全部.zip', zip]]);
    app.get(BatchReader).startWorker();
    const { items } = await eventually(
      () => app.read<BatchProgress>(`/imports/batches/${body.id}`),
      ({ done, total }) => done === total,
    );
    const id = items.find(({ state }) => state === 'read')!.importId!;
    const { content, headers } = await app.download(`/imports/${id}/document`);
    expect(createHash('sha256').update(content).digest('hex')).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect(headers['content-disposition']).toContain(encodeURIComponent('灯.pdf'));
    expect((await page(id)).status).toBe(200);
    expect(await app.count('stored_file')).toBe(2); // the other one goes at night
  });
});
