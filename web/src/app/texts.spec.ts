import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next from 'i18next';
import { inLanguage, type Texts } from '../i18n/texts.js';
import { TEXTS } from './texts.js';

const SOURCES = path.join('web', 'src');

type Said = readonly [zh: string, en: string, one?: string];
const flat = (texts: Texts, prefix = ''): [string, Said][] =>
  Object.entries(texts).flatMap(([name, value]) =>
    Array.isArray(value)
      ? [[prefix + name, value as unknown as Said] as [string, Said]]
      : flat(value as Texts, `${prefix}${name}.`),
  );
const texts = new Map(flat(TEXTS));
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.|schema\.ts$/.test(file))
  .map((file) => ({ file, source: readFileSync(path.join(SOURCES, file), 'utf8') }));

/** The folder whose texts.ts has a group. */
const homes = new Map(
  files
    .filter(({ file }) => path.basename(file) === 'texts.ts')
    .flatMap(({ file, source }) =>
      [...source.matchAll(/^ {2}(\w+): [[{]/gm)].map(([, group]) => [group!, path.dirname(file)] as const),
    ),
);

/** What a file may ask for: whole names, and beginnings of names whose end is chosen as the page runs. */
const asked = files
  .filter(({ file }) => path.basename(file) !== 'texts.ts')
  .flatMap(({ file, source }) => {
    const whole = [...source.matchAll(/'([\w-]+(?:\.[\w-]+)*)'/g)].map(([, name]) => name!).filter((n) => texts.has(n));
    const begun = [...source.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, name]) => name!);
    return [...whole, ...begun.filter((name) => homes.has(name.split('.')[0]!))].map((name) => ({ file, name }));
  });

const ORDER = ['app', 'features', 'components', 'period', 'api'];
const zone = (file: string): number => ORDER.indexOf(file.split(path.sep)[0]!);
const feature = (file: string): string => file.split(path.sep)[1]!;

/** A part says its own texts and those of parts below it, like what it imports. */
function maySay(file: string, home: string): boolean {
  if (zone(file) !== zone(home)) return zone(file) < zone(home);
  return ORDER[zone(file)] !== 'features' || [feature(file), 'shown'].includes(feature(home));
}

describe('the texts of the pages', () => {
  it('have the same placeholders in both languages', () => {
    for (const [name, [zh, ...english]] of texts)
      for (const en of english) expect([name, placeholders(en ?? '')]).toEqual([name, placeholders(zh)]);
  });

  it('are English where they are English, but for the name of the other language', () => {
    expect([...texts].filter(([name, [, ...en]]) => name !== 'language' && /[一-鿿]/.test(en.join()))).toEqual([]);
  });

  it.each([
    ['en', 1, '1 indicator is not handed in'],
    ['en', 2, '2 indicators are not handed in'],
    ['zh', 1, '1 项指标没有提交'],
  ] as const)('count: %s %i', async (lng, count, said) => {
    const spoken = i18next.createInstance();
    await spoken.init({ lng, resources: { [lng]: { translation: inLanguage(TEXTS, lng) } } });
    expect(spoken.t('months.missingLine', { count })).toBe(said);
  });

  it('stand in one folder each', () => {
    expect([...homes.keys()].sort()).toEqual(Object.keys(TEXTS).sort());
    for (const home of homes.values()) expect(existsSync(path.join(SOURCES, home, 'texts.ts'))).toBe(true);
  });

  it('are all asked for', () => {
    const titles = [...texts.keys()].filter((name) => name.endsWith('.title')); // by the navigation
    const said = [...asked.map(({ name }) => name), ...titles];
    expect(
      [...texts.keys()].filter(
        (name) => !said.some((one) => name === one || (one.endsWith('.') && name.startsWith(one))),
      ),
    ).toEqual([]);
  });

  it('are said by their own part of the client and by what stands above it', () => {
    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter(({ file, name }) => !maySay(file, homes.get(name.split('.')[0]!)!))).toEqual([]);
  });
});
