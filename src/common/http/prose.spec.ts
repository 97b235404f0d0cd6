import { readdirSync, readFileSync } from 'node:fs';
import { getMetadataStorage, validateSync } from 'class-validator';
import { fromProjectRoot } from '../project-root.js';
import { IsName, IsProse } from './validators.js';

/** What people must be able to read years later. Reasons of an entry are checked row by row, with its other rules. */
const PROSE = ['reason', 'waiver'];

class Said {
  @IsProse(10) reason: unknown;
}
const said = (reason: unknown): boolean => validateSync(Object.assign(new Said(), { reason })).length === 0;

describe('a reason', () => {
  it.each(['因', ' 外部因素 ', 'late'])('may be “%s”', (text) => {
    expect(said(text)).toBe(true);
  });

  it.each(['', ' ', '　', '\u200b', '\u2060\ufeff', '\n\t', '\u0000', 'x'.repeat(11), 5, null])('is not %j', (text) => {
    expect(said(text)).toBe(false);
  });

  it('says something in every request that has one', async () => {
    const files = readdirSync(fromProjectRoot('src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.dto.ts'))
      .map((file) => `src/${file}`);
    const checks = getMetadataStorage().getTargetValidationMetadatas.bind(getMetadataStorage());
    const fields = files.flatMap((file) =>
      [...readFileSync(fromProjectRoot(file), 'utf8').matchAll(/export class (\w+)/g)].map(([, name]) => ({
        file,
        name,
      })),
    );
    const found: string[] = [];
    const unchecked: string[] = [];
    for (const { file, name } of fields) {
      const module = (await import(fromProjectRoot(file))) as Record<string, object>;
      const dto = module[name ?? ''] as new () => object;
      const all = checks(dto, '', true, false);
      for (const field of PROSE) {
        const own = all.filter(({ propertyName }) => propertyName === field);
        if (own.length === 0) continue;
        found.push(`${name}.${field}`);
        if (!own.some((check) => check.name === 'isProse')) unchecked.push(`${name}.${field}`);
      }
    }
    expect(found.length).toBeGreaterThan(12);
    expect(unchecked).toEqual([]);
  });
});

describe('a name', () => {
  class Named {
    @IsName(10) name: unknown;
  }
  const isName = (name: unknown): boolean => validateSync(Object.assign(new Named(), { name })).length === 0;

  it('is one line: a mail that names somebody says nothing that they have made up', () => {
    expect(['王新', '综合 股', 'Ångström'].filter(isName)).toHaveLength(3);
    // Look like 王新, or like nothing.
    const hidden = ['\u200b', '\u202e', '\u2060', '\ufe0f', '\u3164', '\u034f', '\u2800'];
    expect(hidden.flatMap((sign) => [`王${sign}新`, sign]).filter(isName)).toEqual([]);
    expect(['王\r\nBcc: x', '王\n新', '王\t新', '\u0000王', ' '].filter(isName)).toEqual([]);
  });
});
