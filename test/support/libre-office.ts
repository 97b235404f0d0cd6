import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LONGEST_MS = 120_000;

const library = (name: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${name}.dtd">\n${content}`;

/** Opens a workbook in LibreOffice, fills cells of its first sheet as a person would, and saves it as XLSX. */
export async function filledByLibreOffice(
  workbook: Buffer,
  cells: Readonly<Record<string, string | number>>,
): Promise<Buffer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-office-'));
  const file = (name: string) => path.join(folder, name);
  const standard = file('profile/user/basic/Standard');
  writeFileSync(file('in.xlsx'), workbook);
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(file('profile')).href}`;
    // The first start lays out the profile, over anything that lies there already.
    await run('soffice', ['--headless', '--norestore', profile, '--terminate_after_init'], { timeout: LONGEST_MS });
    writeFileSync(path.join(standard, 'script.xlb'), library('library', LIBRARY));
    writeFileSync(path.join(standard, 'Filling.xba'), library('module', macro(cells)));
    const [source, target] = [file('in.xlsx'), file('out.xlsx')].map((name) => pathToFileURL(name).href);
    const call = `macro:///Standard.Filling.Fill("${source}","${target}")`;
    await run('soffice', ['--headless', '--norestore', '--nologo', profile, call], { timeout: LONGEST_MS });
    return readFileSync(file('out.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Documents as LibreOffice saves them in another format, such as `doc` or `xls:MS Excel 2003 XML`. */
export async function savedByLibreOffice(
  documents: readonly Buffer[],
  from: 'docx' | 'xlsx',
  format: string,
): Promise<Buffer[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-office-'));
  const file = (name: string) => path.join(folder, name);
  const names = documents.map((_, place) => `document-${place}`);
  for (const [place, name] of names.entries()) writeFileSync(file(`${name}.${from}`), documents[place] ?? '');
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(file('profile')).href}`;
    const options = ['--headless', '--norestore', profile, '--convert-to', format, '--outdir', file('out')];
    await run('soffice', [...options, ...names.map((name) => file(`${name}.${from}`))], { timeout: LONGEST_MS });
    return names.map((name) => readFileSync(file(`out/${name}.${format.split(':')[0] ?? ''}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LIBRARY = `<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="Filling"/>
</library:library>`;

function macro(cells: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(cells).map(([address, value]) =>
    typeof value === 'number'
      ? `sheet.getCellRangeByName("${address}").Value = ${value}`
      : `sheet.getCellRangeByName("${address}").${value.startsWith('=') ? 'Formula' : 'String'} = "${value}"`,
  );
  const code = `Sub Fill(source As String, target As String)
Dim opened(0) As New com.sun.star.beans.PropertyValue
opened(0).Name = "Hidden"
opened(0).Value = True
book = StarDesktop.loadComponentFromURL(source, "_blank", 0, opened())
sheet = book.Sheets.getByIndex(0)
${lines.join('\n')}
Dim saved(0) As New com.sun.star.beans.PropertyValue
saved(0).Name = "FilterName"
saved(0).Value = "Calc MS Excel 2007 XML"
book.storeToURL(target, saved())
book.close(True)
StarDesktop.terminate()
End Sub`;
  const escaped = code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Filling" script:language="StarBasic">${escaped}</script:module>`;
}
