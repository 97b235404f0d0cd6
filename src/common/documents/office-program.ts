import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { executables } from '../executable.js';
import { damagedDocument, tooMuchTime } from './errors.js';

const run = promisify(execFile);

const NAMES = ['soffice', 'libreoffice'];
/** Where installers put it that do not put it on the path. */
const FOLDERS = ['/opt/libreoffice/program', '/Applications/LibreOffice.app/Contents/MacOS'];
/** Less than what reading a document may take as a whole. */
const MOST_MS = 50_000;

/** The path of LibreOffice; null where it is not installed. */
export const officeProgram = (): string | null => executables(NAMES, FOLDERS)[0] ?? null;

/**
 * The same document in a format that we read. To be called in the process that reads documents, which ends this program, too.
 * @param from ending by which the program knows the format, such as `doc`
 * @throws DomainError `document-unreadable`, `document-too-large` where it takes too long
 */
export async function convertedByOffice(
  program: string,
  bytes: Uint8Array,
  from: string,
  to: 'docx' | 'xlsx',
): Promise<Buffer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jixiao-office-'));
  try {
    const profile = path.join(folder, 'profile');
    await mkdir(path.join(profile, 'user'), { recursive: true });
    await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), CAUTIOUS);
    const document = path.join(folder, `document.${from}`);
    await writeFile(document, bytes);
    const options = ['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=file://${profile}`];
    await run(program, [...options, '--convert-to', to, '--outdir', path.join(folder, 'out'), document], {
      timeout: MOST_MS,
      killSignal: 'SIGKILL',
      env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder },
    });
    return await readFile(path.join(folder, 'out', `document.${to}`));
  } catch (error) {
    if ((error as { killed?: boolean }).killed) throw tooMuchTime(MOST_MS / 1000);
    // It says nothing about what it could not open: it just writes no file.
    throw damagedDocument();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The document is a stranger's: no macros, nothing active, nothing fetched from where it points to. */
const CAUTIOUS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${[
  ['DisableMacrosExecution', 'true'],
  ['MacroSecurityLevel', '3'],
  ['DisableActiveContent', 'true'],
  ['BlockUntrustedRefererLinks', 'true'],
  ['DisableOLEAutomation', 'true'],
]
  .map(
    ([name, value]) =>
      `<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;
