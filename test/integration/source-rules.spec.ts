import { readdirSync, readFileSync } from 'node:fs';

/** Sources without their specs, by name. */
function sources(folder: string): Map<string, string> {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
    /(?<!\.spec)\.tsx?$/.test(name),
  );
  return new Map(names.map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')]));
}

const IMPORTED = /import (?:type )?\{([^}]*)\} from '(?:node:)?child_process'/g;
/** These take a program and a list of arguments, which no shell reads. */
const WITHOUT_SHELL = ['ChildProcess', 'execFile', 'execFileSync', 'fork', 'spawn', 'spawnSync'];

/** What would have a shell read what it is given. */
function shells(source: string): string[] {
  const named = [...source.matchAll(IMPORTED)].flatMap(([, names = '']) => names.split(','));
  const strange = named
    .map((name) => name.replace(/^\s*type /, '').trim())
    .filter((name) => !WITHOUT_SHELL.includes(name));
  const whole = /(?:import \*|import \w+|require\(|import\().*child_process/.test(source)
    ? ['all of child_process']
    : [];
  return [...strange, ...whole, ...(/\bshell\s*:/.test(source) ? ['shell:'] : [])];
}

const RAW =
  /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsrcDoc\b|createContextualFragment/;

it('no program is started through a shell', () => {
  const all = [...sources('src')];
  expect(all.filter(([, source]) => source.includes('child_process')).length).toBeGreaterThan(3);
  expect(all.flatMap(([name, source]) => shells(source).map((what) => `${name}: ${what}`))).toEqual([]);
});

it.each([
  [`import { exec } from 'node:child_process';`, ['exec']],
  [`import { execFile, type ChildProcess, execSync } from 'node:child_process';`, ['execSync']],
  [`import * as processes from 'node:child_process';`, ['all of child_process']],
  [`import { spawn } from 'node:child_process';\nspawn('ls', [], { shell: true });`, ['shell:']],
  [`import { execFile } from 'node:child_process';`, []],
])('would be seen in %s', (source, found) => {
  expect(shells(source)).toEqual(found);
});

it('the page puts text into the document as text: no markup is ever taken from a value', () => {
  const all = [...sources('web/src')].filter(([name]) => !name.endsWith('/schema.ts'));
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(([, source]) => RAW.test(source)).map(([name]) => name)).toEqual([]);
});

it.each(['<p dangerouslySetInnerHTML={{ __html: name }} />', 'place.innerHTML = name', 'document.write(name)'])(
  'would be seen in %s',
  (source) => {
    expect(source).toMatch(RAW);
  },
);

/** Calls of `node:crypto` with what they name, and SHA-1 or MD5 by whatever name. */
const hashesNamed = (source: string): string[] => [
  ...[...source.matchAll(/\bcreate(?:Hash|Hmac)\(\s*([^,)]*)/g)].map(([, name = '']) => name.trim()),
  ...[...source.matchAll(/['"`](sha-?1|md5|md4)['"`]/gi)].map(([, name = '']) => name),
];

it('hashes are SHA-256; SHA-1 is that of authenticator apps alone (RFC 6238)', () => {
  expect(hashesNamed(`createHash('md5'); createHmac( other, key); const x = "SHA1";`)).toEqual([
    "'md5'",
    'other',
    'md5',
    'SHA1',
  ]);
  const all = [...sources('src'), ...sources('web/src')];
  const named = all.flatMap(([file, source]) => hashesNamed(source).map((name) => ({ file, name })));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ name }) => name !== "'sha256'")).toEqual([
    { file: 'src/auth/second-factor/totp.ts', name: 'SHA1' },
  ]);
});
