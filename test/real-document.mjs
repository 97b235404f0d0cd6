// Compares the import of a real published document, which lies beside the repository, with what is known to stand in it:
// as text, as a web page and, where LibreOffice is installed, as DOCX and PDF.
// Usage: node test/real-document.mjs FOLDER, which holds kashgar-2026-budget.txt and kashgar-2026-expected.json.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAME = 'kashgar-2026';
/** Rows are cut in other places when the text begins lower on the first page. */
const LAYOUTS = 8;
const [folder = '../shared/data'] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(path.join(folder, `${NAME}-expected.json`), 'utf8'));
const text = readFileSync(path.join(folder, `${NAME}-budget.txt`), 'utf8');
// Every doubt that remains, with why it is worth reading.
const doubts = JSON.parse(readFileSync(new URL('./fixtures/real-document-doubts.json', import.meta.url), 'utf8'));
const work = mkdtempSync(path.join(os.tmpdir(), 'jixiao-real-'));
let wrong = 0;
try {
  compareDoubts(compare('text', read([path.join(folder, `${NAME}-budget.txt`)])));
  const page = path.join(work, `${NAME}.html`);
  writeFileSync(page, pageOf(text));
  const files = { html: page };
  if (isInstalled('soffice')) {
    convert([page], 'docx');
    files.docx = page.replace(/html$/, 'docx');
    const pages = Array.from({ length: LAYOUTS }, (_, way) => path.join(work, `${NAME}-${way}.html`));
    for (const [way, file] of pages.entries()) writeFileSync(file, pageOf(text, way * 3));
    convert(pages, 'pdf');
    for (const [way, file] of pages.entries()) files[`pdf ${way + 1}`] = file.replace(/html$/, 'pdf');
  }
  const drafts = [read(Object.values(files))].flat(); // one document is answered without an array around it
  for (const [place, format] of Object.keys(files).entries()) compare(format, drafts[place]);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

/** One start of the program for all of them; a document that cannot be read fails it. */
function read(files) {
  const options = ['--dry-run', '--json'];
  return JSON.parse(execFileSync('node', ['dist/src/cli.js', 'import', ...files, ...options], { maxBuffer: 1e8 }));
}

function compare(format, found) {
  const fields = leaves(expected.sheets, found.sheets, '');
  const failed = fields.filter(({ right }) => !right);
  wrong += failed.length;
  console.log(
    `${format}: ${fields.length - failed.length} of ${fields.length} fields right, ${found.doubts.length} doubts`,
  );
  for (const { where, wanted, given } of failed.slice(0, 20)) console.log(`  ${where}: ${wanted} ≠ ${given}`);
  return found;
}

/** A doubt that is not in the list, or is no longer raised, is as wrong as a field. */
function compareDoubts(found) {
  const keyOf = ({ code, sheet, indicator, source }) => `${code} sheet ${sheet} indicator ${indicator} ${source}`;
  const left = found.doubts.map(keyOf);
  for (const doubt of doubts) {
    const at = left.indexOf(keyOf(doubt));
    if (at >= 0) left.splice(at, 1);
    else report(`not raised: ${keyOf(doubt)}`);
  }
  for (const key of left) report(`not in the list: ${key}`);
}

function report(line) {
  wrong += 1;
  console.log(`  ${line}`);
}

/** Every value that is expected, beside the one that was found. */
function leaves(wanted, given, where) {
  if (wanted === null || typeof wanted !== 'object') {
    return [{ where, wanted, given, right: wanted === given }];
  }
  const length = Array.isArray(wanted)
    ? [
        {
          where: `${where}.length`,
          wanted: wanted.length,
          given: given?.length,
          right: wanted.length === given?.length,
        },
      ]
    : [];
  return [...length, ...Object.keys(wanted).flatMap((key) => leaves(wanted[key], given?.[key], `${where}/${key}`))];
}

/** The document as a page: lines with tabs become rows, blank level cells of indicator tables are merged upwards. */
function pageOf(document, linesBefore = 0) {
  const blocks = document.split(/\n\s*\n/).map((block) => block.split('\n'));
  const body = blocks.map((lines) => (lines.some((line) => line.includes('\t')) ? tableOf(lines) : paragraphs(lines)));
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${'<p>一</p>'.repeat(linesBefore)}${body.join('\n')}</body></html>`;
}

function paragraphs(lines) {
  return lines.map((line) => `<p>${escaped(line.trim())}</p>`).join('');
}

function tableOf(lines) {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const header = rows.findIndex((cells) => cells.includes('三级指标'));
  const merges = (row, column) => header >= 0 && row > header + 1 && column < 2 && rows[row]?.[column] === '';
  const html = rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (merges(row, column)) return '';
      let height = 1;
      while (merges(row + height, column)) height += 1;
      return `<td rowspan="${height}">${escaped(cell)}</td>`;
    }),
  );
  return `<table border="1" cellspacing="0">${html.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`;
}

function escaped(cell) {
  return cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function convert(files, format) {
  const profile = `-env:UserInstallation=file://${path.join(work, 'profile')}`;
  const options = ['--headless', profile, '--infilter=HTML (StarWriter)', '--convert-to', format, '--outdir', work];
  execFileSync('soffice', [...options, ...files], { stdio: 'ignore', timeout: 180_000 });
}

function isInstalled(program) {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
