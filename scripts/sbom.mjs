// What the program consists of, as CycloneDX (JSON), from the lockfile. Fails when a package of it is missing there or a part
// of the document is. `npm run --silent sbom > FILE`; `--check` prints one line instead.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const written = execFileSync(
  'npm',
  ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
  { encoding: 'utf8', maxBuffer: 64 * 2 ** 20, shell: process.platform === 'win32' },
);
const sbom = JSON.parse(written);
const { component } = sbom.metadata;
component.name = name; // npm takes the folder's

const listed = new Set(sbom.components.map(({ purl }) => purl));
const references = [component, ...sbom.components].map((part) => part['bom-ref']);
const wanted = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, entry]) => purlOf(entry.name ?? place.replace(/^.*node_modules\//, ''), entry.version));
const problems = [
  ...wanted.filter((purl) => !listed.has(purl)).map((purl) => `${purl} is missing`),
  ...sbom.components
    .filter(({ type, hashes, purl }) => !type || !purl || !hashes?.length)
    .map((part) => `${part['bom-ref']} has no type, address or hash`),
  ...sbom.dependencies
    .flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn])
    .filter((reference) => !references.includes(reference))
    .map((reference) => `${reference} is needed by something, and not described`),
  ...(sbom.bomFormat === 'CycloneDX' && sbom.serialNumber && component.version === version
    ? []
    : ['it is no CycloneDX of this version']),
  ...(new Set(references).size === references.length ? [] : ['a reference means two components']),
];
for (const problem of problems) console.error(problem);
const summary = `sbom: CycloneDX ${sbom.specVersion}, ${sbom.components.length} components, ${problems.length} problems`;
console.log(process.argv.includes('--check') ? summary : JSON.stringify(sbom, null, 2));
process.exitCode = problems.length ? 1 : 0;

function purlOf(packageName, packageVersion) {
  return `pkg:npm/${packageName.replace('@', '%40')}@${packageVersion}`;
}
