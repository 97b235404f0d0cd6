import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../../web/src/i18n/en.js';
import { zh } from '../../web/src/i18n/zh.js';

const flat = (texts: object, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value as object, `${prefix}${key}.`),
  );
const [chinese, english] = [new Map(flat(zh)), new Map(flat(en))];
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const SOURCES = path.join('web', 'src');
const used = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('i18n'))
  .flatMap((file) =>
    [...readFileSync(path.join(SOURCES, file), 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key!),
  );

describe('the texts of the pages', () => {
  it('are there in both languages, with the same placeholders', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    for (const [key, text] of chinese) expect([key, placeholders(english.get(key))]).toEqual([key, placeholders(text)]);
  });

  it('are English where they are English, but for the name of the other language', () => {
    const wrong = [...english].filter(([key, text]) => key !== 'language' && /[一-鿿]/.test(text));
    expect(wrong).toEqual([]);
  });

  it('exist for every key that a page asks for', () => {
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !chinese.has(key))).toEqual([]);
  });
});
