import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { StoredFilesService } from '../../src/files/stored-files.service.js';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SectionFactory } from '../factories/section.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';
import { ENGLISH, ifMatch, type ProblemDetails, TestApp } from '../support/test-app.js';
import { formWith } from '../support/upload.js';

interface Evidence {
  readonly id: string;
  readonly sha256: string;
  readonly kind: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly duplicates: readonly {
    readonly indicatorId: string;
    readonly indicatorName: string;
    readonly month: string;
  }[];
}

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.text';
const MACROS = {
  '[Content_Types].xml':
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
  'xl/vbaProject.bin': '1',
};
/** A ZIP archive of texts; not compressed, as the first entry of an OpenDocument package must not be. */
const packed = (contents: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, strToU8(text)])), { level: 0 }),
  );
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('evidence', () => {
  let app: TestApp;
  let department: Department;
  let first: string;
  let second: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    await app.manager.query('DELETE FROM stored_file');
    department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new().named('报送信息'), IndicatorFactory.new().named('办理信件')];
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    [first, second] = [indicatorIds[0]!, indicatorIds[1]!];
  });

  const place = (indicatorId: string, month = '2026-10') => `/indicators/${indicatorId}/progress/${month}/evidence`;
  const add = <T = Evidence>(content: Buffer | string, name: string, where = place(first), more: object = {}) => {
    const { payload, headers } = formWith(content, name);
    return app.request<T>('POST', where, { payload, headers: { ...headers, ...ENGLISH, ...more } });
  };
  const list = async (where = place(first)) => (await app.read<{ items: Evidence[] }>(where)).items;
  const files = () => path.join(app.dataFolder, 'files');
  const incoming = () =>
    existsSync(path.join(files(), 'incoming')) ? readdirSync(path.join(files(), 'incoming')) : [];

  it('a file comes back as it was uploaded, always as a download, under its own name', async () => {
    const { status, body } = await add(PDF, '十月 信息.pdf');
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ sha256, fileName: '十月 信息.pdf', mediaType: 'application/pdf', size: PDF.length }),
    ]);
    expect(await list()).toHaveLength(1);
    const { headers, body: content } = await app.request<string>('GET', `/evidence/${body.id}/file`);
    expect(content).toBe(PDF.toString());
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="?? ??.pdf"; filename*=UTF-8''${encodeURIComponent('十月 信息.pdf')}`,
    });
    expect(existsSync(path.join(files(), sha256.slice(0, 2), sha256))).toBe(true);
    expect(incoming()).toEqual([]);
  });

  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\li\\报告.pdf', '报告.pdf'],
    ['evil\u202efdp.pdf', 'evilfdp.pdf'],
    ['a;b=c.pdf', 'a;b=c.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(176)}.pdf`],
  ])('the name %j is kept as %j', async (given, kept) => {
    expect((await add(PDF, given)).body.fileName).toBe(kept);
  });

  const table = [[['指标', '值']]];
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a document of Word', () => renderDocx(table), 'docx'],
    ['a workbook of Excel', () => renderXlsx(table), 'xlsx'],
    ['a text of LibreOffice', () => packed({ mimetype: OPEN_DOCUMENT, 'content.xml': '<x/>' }), 'odt'],
    ['an OFD page, as invoices come (GB/T 33190)', () => packed({ 'OFD.xml': '<x/>', 'Doc_0/a.xml': '<x/>' }), 'ofd'],
    ['a photograph', () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'JPG'],
    ['a text in Chinese', () => Buffer.from('十月共收到来信 12 封。'), 'txt'],
    ['a text in GB 18030', () => Buffer.from('cae4b3f6', 'hex'), 'csv'],
  ])('%s is taken by what it is', async (_, made, extension) => {
    expect(await add(await made(), `证明.${extension}`)).toMatchObject({ status: 201 });
  });

  it.each<[string, () => Buffer | Promise<Buffer>, string, RegExp]>([
    ['any archive', () => packed({ 'a.txt': 'words' }), 'docx', /application\/zip/],
    ['a workbook', () => renderXlsx(table), 'docx', /spreadsheetml/],
    ['a workbook with macros', () => packed(MACROS), 'xlsx', /macroenabled/i],
    ['a PDF behind a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), PDF]), 'pdf', /Windows/],
    ['a PDF behind a script', () => Buffer.concat([Buffer.from('#!/bin/sh\n'), PDF]), 'pdf', /unknown/],
    ['a page with a script before a PDF', () => Buffer.concat([Buffer.from('<script>1</script>'), PDF]), 'pdf', /text/],
    ['an image that is a drawing with scripts', () => Buffer.from('<svg onload="1"/>'), 'png', /text|svg/],
  ])('%s under the name of another kind is refused', async (_, made, extension, said) => {
    const { status, body } = await add<ProblemDetails>(await made(), `a.${extension}`);
    expect([status, body.code]).toEqual([422, 'file-kind']);
    expect(body.title).toMatch(said);
    expect([await app.count('stored_file'), incoming()]).toEqual([0, []]);
  });

  it.each([
    [
      'a Windows program named .pdf',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
      '信息.pdf',
      /Windows program/,
    ],
    [
      'a Linux program named .pdf',
      Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(200)]),
      'a.pdf',
      /Linux program/,
    ],
    ['a PDF named .exe', PDF, 'a.exe', /application\/pdf/],
    ['a PDF named .txt', PDF, 'a.txt', /application\/pdf/],
    ['a text named .pdf', 'just words', 'a.pdf', /text\/plain/],
    ['a script named .txt', '#!/bin/sh\nrm -rf /\n', 'a.txt', /unknown/],
    ['an empty file', '', 'a.txt', /unknown/],
    ['a web page', '<!doctype html><script>1</script>', 'a.html', /text\/plain/],
  ])('%s is refused, with what it is and what is accepted, and nothing is kept', async (_, content, name, said) => {
    const { status, body } = await add<ProblemDetails>(content, name);
    expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, 'file-kind', '/file']);
    expect(body.title).toMatch(said);
    expect(body.title).toMatch(/pdf png .* csv/);
    expect([await app.count('evidence'), await app.count('stored_file'), incoming()]).toEqual([0, 0, []]);
  });

  it('a file larger than allowed is refused before it is read, or where it becomes too large', async () => {
    const announced = await app.request('POST', place(first), {
      payload: formWith(PDF, 'a.pdf').payload,
      headers: { ...formWith(PDF, 'a.pdf').headers, 'content-length': String(3 * 1024 ** 3) },
    });
    const real = await add<ProblemDetails>(Buffer.alloc(21 * 1024 * 1024, 0x41), 'a.txt');
    for (const { status, body } of [announced, real]) expect([status, body.code]).toEqual([413, 'file-too-large']);
    expect([await app.count('stored_file'), incoming()]).toEqual([0, []]);
  });

  it('is a work record, a voucher, or what the indicator demands', async () => {
    await app.manager.query(`UPDATE indicator SET evidence_kind = '原始凭证' WHERE id = $1`, [first]);
    expect((await add('1', '1.txt')).body.kind).toBe('voucher');
    expect((await add('2', '2.txt', `${place(first)}?kind=work-record`)).body.kind).toBe('work-record');
    expect((await add('3', '3.txt', place(second))).body.kind).toBe('work-record');
    expect(await add('4', '4.txt', `${place(first)}?kind=rumour`)).toMatchObject({ status: 400 });
  });

  it('the same file elsewhere is kept once, and told as a duplicate to those who see the other place', async () => {
    const foreign = await SheetFactory.of(await DepartmentFactory.new().insert(app.manager)).insert(app.manager);
    await add(PDF, 'other.pdf', place(foreign.indicatorIds[0]!));
    const { token } = await UserFactory.as('department-head').of(department).insert(app.manager);
    expect((await add(PDF, 'a.pdf', place(first), bearer(token))).body.duplicates).toEqual([]);
    const { body } = await add(PDF, 'b.pdf', place(second), bearer(token));
    expect(body.duplicates).toEqual([expect.objectContaining({ indicatorId: first, indicatorName: '报送信息', month: '2026-10' })]); // prettier-ignore
    expect((await add(PDF, 'c.pdf', place(first, '2026-09'))).body.duplicates).toHaveLength(3);
    expect(await app.count('stored_file')).toBe(1);
  });

  it('the same file in the same month is one piece of evidence, also when five upload it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(PDF, 'a.pdf')));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await list()).toHaveLength(1);
  });

  it('under one Idempotency-Key the same file is one upload, and another of its length is refused, not lost', async () => {
    const key = { 'idempotency-key': 'k1' };
    const [one, other] = ['A'.repeat(100), 'B'.repeat(100)];
    const kept = await add(one, 'a.txt', undefined, key);
    const { payload } = formWith(one, 'a.txt');
    const bytes = payload.toString().replaceAll('jixiao-test-boundary', 'another-boundary-1');
    const headers = { ...key, 'content-type': 'multipart/form-data; boundary=another-boundary-1' };
    const again = await app.request<Evidence>('POST', place(first), { payload: bytes, headers }); // as a browser repeats it
    expect([again.status, again.body.id]).toEqual([201, kept.body.id]);
    for (const [content, name] of [
      [other, 'b.txt'],
      [other, 'a.txt'],
      [one, 'b.txt'],
    ] as const) {
      const answer = await add<ProblemDetails>(content, name, undefined, key);
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency-key-reused']);
    }
    expect((await list()).map(({ fileName }) => fileName)).toEqual(['a.txt']);
  });

  it('can be reused for another indicator without a second upload, but only where one sees it', async () => {
    const { body } = await add(PDF, 'a.pdf');
    const reuse = (where: string, headers = {}) =>
      app.request<Evidence>('POST', `${where}/reused`, { body: { evidenceId: body.id }, headers });
    expect(await reuse(place(second))).toMatchObject({
      status: 201,
      body: { sha256: body.sha256, fileName: 'a.pdf', duplicates: [{ indicatorId: first }] },
    });
    const elsewhere = await DepartmentFactory.new().insert(app.manager);
    const { indicatorIds } = await SheetFactory.of(elsewhere).insert(app.manager);
    const { token } = await UserFactory.as('department-head').of(elsewhere).insert(app.manager);
    expect(await reuse(place(indicatorIds[0]!), bearer(token))).toMatchObject({ status: 404 });
  });

  it('a foreign department’s evidence does not exist, and a reporter changes only that of the own section', async () => {
    const { body } = await add(PDF, 'a.pdf');
    const stranger = UserFactory.as('department-head').of(await DepartmentFactory.new().insert(app.manager));
    const foreign = bearer((await stranger.insert(app.manager)).token);
    for (const [method, route] of [
      ['GET', ''],
      ['GET', '/file'],
      ['DELETE', ''],
    ] as const)
      // prettier-ignore
      expect(await app.request(method, `/evidence/${body.id}${route}`, { headers: foreign })).toMatchObject({ status: 404 });
    const section = await SectionFactory.of(department).insert(app.manager);
    const reporter = UserFactory.as('reporter').of(department).reportingFor(section);
    const headers = bearer((await reporter.insert(app.manager)).token);
    expect(await app.request('GET', `/evidence/${body.id}`, { headers })).toMatchObject({ status: 200 });
    expect(await app.request('DELETE', `/evidence/${body.id}`, { headers })).toMatchObject({ status: 403 });
    expect(await add(PDF, 'a.pdf', place(second), headers)).toMatchObject({ status: 403 });
  });

  it('is needed before a month is submitted where the sheet says so, in the kind that the indicator demands', async () => {
    await app.manager.query('UPDATE target_sheet SET evidence_required = true WHERE department_id = $1', [
      department.id,
    ]);
    await app.manager.query(`UPDATE indicator SET evidence_kind = '原始凭证' WHERE id = $1`, [first]);
    await EntryFactory.of(first, '2026-10').in('draft').insert(app.manager);
    await app.manager.query(`UPDATE progress_entry SET deviation_reason = '略', corrective_measure = '略'`);
    await EntryFactory.of(second, '2026-10').in('draft').notApplicable().insert(app.manager);
    const submit = (indicatorId: string) =>
      app.request('POST', `/indicators/${indicatorId}/progress/2026-10/submit`, {
        headers: { ...ifMatch(1), ...ENGLISH },
      });
    await add('notes', 'notes.txt', `${place(first)}?kind=work-record`);
    const refused = await submit(first);
    expect([refused.status, refused.body.code]).toEqual([422, 'evidence-missing']);
    expect(refused.body.title).toMatch(/an original voucher for “报送信息”, October 2026/);
    await add(PDF, 'voucher.pdf', `${place(first)}?kind=voucher`);
    expect(await submit(first)).toMatchObject({ status: 200 });
    expect(await submit(second)).toMatchObject({ status: 200 }); // nothing to show
  });

  it('of a closed month stays as it is', async () => {
    const { body } = await add(PDF, 'a.pdf');
    await app.request('POST', `/departments/${department.id}/months/2026-10/close`, { headers: ifMatch(0), body: {} });
    expect(await add('more', 'b.txt')).toMatchObject({ status: 409, body: { code: 'month-closed' } });
    const detached = await app.request('DELETE', `/evidence/${body.id}`);
    expect([detached.status, detached.body.code]).toEqual([409, 'month-closed']);
    expect(await list()).toHaveLength(1);
  });

  it.each(['submitted', 'approved'] as const)('of a %s month is settled', async (status) => {
    const { body } = await add(PDF, 'a.pdf');
    await EntryFactory.of(first, '2026-10').in(status).insert(app.manager);
    expect(await add('more', 'b.txt')).toMatchObject({ status: 409, body: { code: 'evidence-settled' } });
    const detached = await app.request('DELETE', `/evidence/${body.id}`);
    expect([detached.status, detached.body.code]).toEqual([409, 'evidence-settled']);
    expect(await list()).toHaveLength(1);
  });

  it('adding and detaching leave their lines in the audit log; nothing is added outside the sheet’s year', async () => {
    const { body } = await add(PDF, 'a.pdf');
    expect(await app.request('DELETE', `/evidence/${body.id}`)).toMatchObject({ status: 204 });
    const lines: { action: string }[] = await app.manager.query(
      'SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY position',
      [body.id],
    );
    expect(lines.map(({ action }) => action)).toEqual(['evidence.added', 'evidence.detached']);
    expect(await add(PDF, 'a.pdf', place(first, '2025-10'))).toMatchObject({ status: 422 });
  });

  it('a file that nothing refers to is deleted after an hour, one that is still evidence somewhere is not', async () => {
    const [gone, kept] = [(await add('gone', 'a.txt')).body, (await add(PDF, 'b.pdf')).body];
    await add(PDF, 'b.pdf', place(second));
    for (const { id } of [gone, kept]) await app.request('DELETE', `/evidence/${id}`);
    const sweep = (hours: number) => app.get(StoredFilesService).sweep(new Date(Date.parse('2026-11-24T02:00Z') + hours * 3_600_000)); // prettier-ignore
    const there = ({ sha256 }: Evidence) => existsSync(path.join(files(), sha256.slice(0, 2), sha256));
    expect([await sweep(0.5), there(gone)]).toEqual([0, true]);
    expect([await sweep(1.1), there(gone), there(kept)]).toEqual([1, false, true]);
    expect((await add('gone', 'a.txt')).body.sha256).toBe(gone.sha256);
    expect(there(gone)).toBe(true);
  });

  it('a file that was lost from the storage is told so, in words', async () => {
    const { body } = await add(PDF, 'a.pdf');
    rmSync(path.join(files(), body.sha256.slice(0, 2), body.sha256));
    const { status, body: problem } = await app.request('GET', `/evidence/${body.id}/file`);
    expect([status, problem.code]).toEqual([500, 'file-missing']);
  });
});
