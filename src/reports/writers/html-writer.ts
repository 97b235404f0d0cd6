import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { fromProjectRoot } from '../../common/project-root.js';
import type { ReportDocument } from '../model/report-document.js';

const page = Handlebars.compile(readFileSync(fromProjectRoot('templates/reports/report.html.hbs'), 'utf8'), {
  strict: true,
});

/** The report as one HTML page that needs nothing from elsewhere, and prints on A4. */
export function writeHtml(document: ReportDocument): Promise<Buffer> {
  const { language, parts, issuedAt } = document;
  const context = {
    ...document,
    locale: language === 'zh' ? 'zh-CN' : 'en',
    issuedAt: issuedAt.toISOString(),
    hasHeadings: parts.length > 1,
    parts: parts.map(({ name, columns, bands }) => ({ name, bands, widths: percentages(columns) })),
  };
  return Promise.resolve(Buffer.from(page(context)));
}

function percentages(shares: readonly number[]): string[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => ((share / total) * 100).toFixed(2));
}
