import { fixed, exact } from '../../src/domain/exact.js';
import { importDocument } from '../../src/imports/import-document.js';
import type { SheetDraft } from '../../src/imports/sheet-draft.js';
import type { ReportedSheet } from '../../src/reports/content/report-content.js';
import { scoredRows } from '../../src/reports/forms/scored-rows.js';
import type { Report } from '../../src/reports/report.entity.js';
import type { TargetSheet } from '../../src/targets/sheets/target-sheet.entity.js';
import { TestApp } from '../support/test-app.js';

/** The sample year, its self-evaluation forms filled in by us and read as if somebody had published them. */
describe('a self-evaluation form that is imported again', () => {
  let app: TestApp;
  let reports: Report[];
  beforeAll(async () => {
    app = await TestApp.start();
    await app.loadSampleYear();
    const { items } = await app.read<{ items: TargetSheet[] }>('/target-sheets');
    reports = [];
    for (const { id: sheetId } of items) {
      const body = { kind: 'self-evaluation', sheetId, month: '2026-10' };
      reports.push((await app.request<Report>('POST', '/reports', { body })).body);
    }
  });
  afterAll(() => app.close());

  it.each(['xlsx', 'docx', 'html', 'pdf'])(
    'gives the same indicators, weights, actual values and scores (%s)',
    async (format) => {
      expect(reports.map(({ content }) => content.sheets[0]?.kind).sort()).toEqual([
        'department',
        'project',
        'project',
      ]);
      for (const { id, content } of reports) {
        const file = await app.download(`/reports/${id}/file?format=${format}&language=zh`);
        const { sheets } = await importDocument(file.content, `form.${format}`);
        const expected = content.sheets.map(filledIn);
        expect(sheets.map(read)).toEqual(format === 'pdf' ? expected.map(withoutGaps) : expected);
      }
    },
  );
});

const read = ({ kind, fiscalYear, department, project, indicators, published }: SheetDraft) => ({
  ...{ kind, fiscalYear, department, project },
  indicators: indicators.map(({ name, comparator, target, targetUpper, weight, actual, publishedScore }) => ({
    ...{ name, comparator, target, targetUpper, weight: number(weight) },
    ...{ actual: number(actual), score: number(publishedScore) },
  })),
  total: number(published.total),
  executionScore: number(published.executionScore),
});

const filledIn = (sheet: ReportedSheet) => ({
  ...{ kind: sheet.kind, fiscalYear: sheet.fiscalYear, department: sheet.department, project: sheet.project },
  indicators: scoredRows(sheet).map(({ indicator, score }) => ({
    ...{ name: indicator.name, comparator: indicator.comparator, targetUpper: indicator.targetUpper },
    target: indicator.comparator === 'qualitative' ? indicator.targetText : indicator.target,
    ...{ weight: number(score.max), actual: number(score.actual, 4), score: number(score.score) },
  })),
  total: number(sheet.score.raw),
  executionScore: number(sheet.score.execution.score),
});

/** On a page, a blank between Chinese and digits is as wide as the gap that office programs put there by themselves. */
const withoutGaps = (sheet: ReturnType<typeof filledIn>) => ({
  ...sheet,
  project: sheet.project?.replaceAll(' ', '') ?? null,
});

/** A form prints 58 where the score says 58.00. */
const number = (decimal: string | null, places = 4) => (decimal === null ? null : fixed(exact(decimal), places));
