import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { strFromU8, unzipSync } from 'fflate';
import { Configuration } from '../../src/config/configuration.js';
import type { Language } from '../../src/domain/domain-error.js';
import { documentOf } from '../../src/reports/forms/document-of.js';
import type { Report } from '../../src/reports/report.entity.js';
import { REPORT_FORMATS, type ReportFormat } from '../../src/reports/writers/formats.js';
import { ReportsService } from '../../src/reports/reports.service.js';
import type { TargetSheet } from '../../src/targets/sheets/target-sheet.entity.js';
import { cellsOf, cellsOfDocx, cellsOfHtml, cellsOfXlsx, charactersOfPdf } from '../support/report-texts.js';
import { TestApp } from '../support/test-app.js';

/** 龘 and 靐 are in GBK, 㐂 is in Extension A; the others must not become formulas, markup or new cells. */
const RARE = '=1+1 龘靐㐂 <b>&"\'@';
const KINDS = ['scoring', 'self-evaluation', 'monitoring'] as const;

/** The sample year as of November 2026, with rare characters in it. */
describe('the files of a report', () => {
  let app: TestApp;
  let sheets: TargetSheet[];
  const issued = new Map<string, Report>();
  beforeAll(async () => {
    app = await TestApp.start();
    await app.loadSampleYear();
    sheets = (await app.read<{ items: TargetSheet[] }>('/target-sheets')).items;
    await app.manager.query(`UPDATE indicator SET name = $1 WHERE ordinal = 0`, [RARE]);
    await app.manager.query(`UPDATE indicator SET raw = E'=cmd|calc\\t2' WHERE ordinal = 1`);
  });
  afterAll(() => app.close());

  const issue = async (kind: string, sheet: TargetSheet): Promise<Report> => {
    const key = `${kind} ${sheet.id}`;
    const known = issued.get(key);
    if (known) return known;
    const body = { kind, sheetId: sheet.id, month: '2026-10' };
    const { id } = (await app.request<{ id: string }>('POST', '/reports', { body })).body;
    const report = await app.get(ReportsService).find(id);
    issued.set(key, report);
    return report;
  };
  const download = async (report: Report, format: ReportFormat, query = ''): Promise<Buffer> => {
    const answer = await app.download(`/reports/${report.id}/file?format=${format}${query}`);
    expect(answer.status).toBe(200);
    return answer.content;
  };
  const printed = (report: Report, language: Language) =>
    documentOf(report, { language, showPersonalData: false, timeZone: new Configuration().TIME_ZONE });
  const sheetOf = (kind: TargetSheet['kind']) => sheets.find((sheet) => sheet.kind === kind)!;

  describe.each(KINDS.flatMap((kind) => (['department', 'project'] as const).map((sheet) => ({ kind, sheet }))))(
    '$kind of a $sheet',
    ({ kind, sheet }) => {
      it.each(['zh', 'en'] as const)('says the same in every format (%s)', async (language) => {
        const report = await issue(kind, sheetOf(sheet));
        const cells = cellsOf(printed(report, language));
        const get = (format: ReportFormat) => download(report, format, `&language=${language}`);
        expect(cells.some((text) => text.includes(RARE))).toBe(true);
        expect(await cellsOfXlsx(await get('xlsx'))).toEqual(cells);
        expect(cellsOfDocx(await get('docx'))).toEqual(cells);
        expect(cellsOfHtml(await get('html'))).toEqual(cells);
        const pdf = await charactersOfPdf(await get('pdf'));
        expect(missing(cells.join('').replace(/\s/g, ''), pdf)).toBe('');
      });

      it.each(REPORT_FORMATS)('is the same %s, byte for byte, however often it is asked for', async (format) => {
        const report = await issue(kind, sheetOf(sheet));
        const first = await download(report, format);
        app.at('2026-12-24T10:00');
        expect(first.equals(await download(report, format))).toBe(true);
      });
    },
  );

  it.each(REPORT_FORMATS)('is the same %s in another process, time zone and language of the system', async (format) => {
    const report = await issue('self-evaluation', sheetOf('project'));
    const document = path.join(app.dataFolder, 'document');
    writeFileSync(document, serialize(printed(report, 'zh')));
    const env = { ...process.env, TZ: 'Australia/Lord_Howe', LANG: 'tr_TR.UTF-8', NODE_OPTIONS: '' };
    const writer = fileURLToPath(new URL('../support/write-report.mjs', import.meta.url));
    const { stdout } = spawnSync(process.execPath, [writer, document, format], { env, maxBuffer: 10_000_000 });
    expect(stdout.equals(await download(report, format))).toBe(true);
  });

  it('a form of a year that is not over carries a watermark on every format; a closed month’s report does not', async () => {
    const draft = await issue('self-evaluation', sheetOf('project'));
    const final = await issue('monitoring', sheetOf('project'));
    expect([draft, final].map((report) => printed(report, 'zh').watermark)).toEqual(['草稿', null]);
    expect((await download(draft, 'html')).toString()).toContain('<div class="watermark"');
    expect(strFromU8(unzipSync(await download(draft, 'docx'))['word/header1.xml']!)).toContain('草稿');
    expect(missing('草稿', await charactersOfPdf(await download(draft, 'pdf')))).toBe('');
    const headers = await Promise.all(
      [draft, final].map(async (report) => headersOfXlsx(await download(report, 'xlsx'))),
    );
    expect(headers).toEqual([expect.arrayContaining([expect.stringContaining('草稿')]), []]);
    expect(await charactersOfPdf(await download(final, 'pdf'))).not.toContain('稿');
  });

  it('names and telephone numbers are masked unless they are asked for, and viewers never get them', async () => {
    const report = await issue('self-evaluation', sheetOf('department'));
    const page = async (query: string, as?: 'viewer') =>
      (await app.download(`/reports/${report.id}/file?format=html${query}`, as)).content.toString();
    expect(await page('')).toContain('138****0000');
    expect(await page('&personalData=shown')).toContain('13800000000');
    const seen = await page('&personalData=shown', 'viewer');
    expect(seen).toContain('张**');
    expect(seen).not.toContain('13800000000');
  });

  it('is a download whose name says what it is', async () => {
    const report = await issue('monitoring', sheetOf('project'));
    const { headers } = await app.download(`/reports/${report.id}/file?format=pdf`);
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' });
    const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(String(headers['content-disposition'])) ?? [];
    expect(decodeURIComponent(name)).toMatch(/^绩效目标执行监控表-2026-10-.*-v1\.pdf$/);
  });
});

/** What stands above every printed page of a workbook. */
const headersOfXlsx = (content: Buffer): string[] =>
  Object.entries(unzipSync(content))
    .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    .flatMap(([, sheet]) => /<oddHeader>(.*?)<\/oddHeader>/.exec(strFromU8(sheet))?.[1] ?? []);

/** Characters of `wanted` that `found` has fewer of; columns are wrapped and read in another order. */
function missing(wanted: string, found: string): string {
  const left = new Map<string, number>();
  for (const character of found) left.set(character, (left.get(character) ?? 0) + 1);
  return [...wanted]
    .filter((character) => {
      const count = left.get(character) ?? 0;
      left.set(character, count - 1);
      return count <= 0;
    })
    .join('');
}
