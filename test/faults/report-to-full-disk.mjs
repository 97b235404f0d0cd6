// `jixiao report` onto a disk that has no room for the file: it says so and ends with 1, leaves no piece of a file and what
// was there before as it was; with room again the same command writes the whole file.
import { Buffer } from 'node:buffer';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withServer } from './with-server.mjs';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const DISK_KB = 1024;
/** Less than the smallest of the files. */
const ROOM_LEFT_KB = 8;
const FORMATS = ['xlsx', 'docx', 'pdf', 'html'];
const EARLIER = 'the report of last year';

const disk = (folder) => path.join(folder, 'small');

function mountSmallDisk(folder) {
  mkdirSync(disk(folder));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_KB}k`, 'tmpfs', disk(folder)]);
}

/** @returns the exit code and what it said */
function report(folder, sheet, format) {
  const out = path.join(disk(folder), `report.${format}`);
  const options = ['--sheet', sheet, '--month', '2026-09', '--format', format, '--out', out];
  const env = { PATH: process.env.PATH, DATA_DIR: folder, LANG: 'en' };
  const child = spawn(process.execPath, [CLI, 'report', ...options], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

async function reporting(server, folder) {
  const [{ id: sheet }] = (await server.request('GET', '/target-sheets')).body.items;
  const filler = path.join(disk(folder), 'filler');
  const earlier = path.join(disk(folder), 'report.pdf');
  writeFileSync(earlier, EARLIER);
  // The earlier report takes a page of 4 KB.
  writeFileSync(filler, Buffer.alloc((DISK_KB - ROOM_LEFT_KB - 4) * 1024));
  let [told, written] = [0, 0];
  for (const format of FORMATS) {
    const { code, said } = await report(folder, sheet, format);
    if (code === 1 && /full|已满/.test(said)) told += 1;
    else console.error(`${format}: ${code} ${said}`);
  }
  const left = readdirSync(disk(folder)).filter((name) => !['filler', 'report.pdf'].includes(name));
  const isKept = readFileSync(earlier, 'utf8') === EARLIER;
  rmSync(filler);
  for (const format of FORMATS) {
    const { code, said } = await report(folder, sheet, format);
    const { size } = statSync(path.join(disk(folder), `report.${format}`));
    if (code === 0 && size > ROOM_LEFT_KB * 1024) written += 1;
    else console.error(`${format}: ${code} ${size} bytes, ${said}`);
  }
  const names = readdirSync(disk(folder)).length;
  console.log(
    `jixiao report onto a full disk: ${told} of ${FORMATS.length} told so, truncated files: ${left.length}, ` +
      `the earlier file ${isKept ? 'kept' : 'LOST'}; with room again: ${written} written whole`,
  );
  const isFine = told === FORMATS.length && written === FORMATS.length;
  return isFine && left.length === 0 && isKept && names === FORMATS.length;
}

export async function reportToFullDisk() {
  if (process.getuid() !== 0) {
    console.log('jixiao report onto a full disk: not tried, since mounting a small disk needs root');
    return true;
  }
  return withServer('jixiao-report-full-', reporting, {
    prepare: mountSmallDisk,
    tidy: (folder) => execFileSync('umount', [disk(folder)]),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await reportToFullDisk()) ? 0 : 1;
