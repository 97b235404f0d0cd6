import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromProjectRoot } from '../../../src/common/project-root.js';
import type { ImportDraft } from '../../../src/imports/sheet-draft.js';
import { cellsOf, type PrintedBlock, printedBlocks } from './printed-document.js';

/** One field of a draft by its path, such as `1/indicators/3/weight`. */
export interface ExpectedField {
  readonly path: string;
  readonly value: string | null;
}

export interface CorpusDocument {
  readonly name: string;
  readonly variation: string;
  readonly blocks: readonly PrintedBlock[];
  /** Formats in which it is not rendered: what it shows cannot be said there. */
  readonly not: readonly string[];
  readonly expected: readonly ExpectedField[];
  /** Codes of doubts that must be there. */
  readonly doubts: readonly string[];
}

const FOLDER = fromProjectRoot('test/fixtures/imports');

/** The documents of `test/fixtures/imports`, whose README describes how they are written. */
export function corpus(): CorpusDocument[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => documentOf(path.basename(file, '.txt'), readFileSync(path.join(FOLDER, file), 'utf8')));
}

function documentOf(name: string, text: string): CorpusDocument {
  const [head = '', printed = '', expected = ''] = text.split(/^---.*\n/m);
  const value = (key: string) => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1];
  return {
    name,
    variation: value('variation') ?? name,
    not: value('not')?.split(' ') ?? [],
    doubts: value('doubts')?.split(' ') ?? [],
    blocks: printedBlocks(printed),
    expected: expectedFields(expected.split('\n')),
  };
}

/** `@project` begins a sheet, `key: value` is a field of it, and a table lists its indicators below their fields. */
function expectedFields(lines: readonly string[]): ExpectedField[] {
  const fields: ExpectedField[] = [];
  const counts = new Map<number, number>();
  let [sheet, indicator] = [-1, 0];
  let columns: readonly string[] = [];
  let above: readonly string[] = [];
  for (const line of lines) {
    const [, kind] = /^@(\w+)$/.exec(line) ?? [];
    const [, key, value] = /^([\w/]+): (.*)$/.exec(line) ?? [];
    if (kind) {
      [sheet, indicator, columns] = [sheet + 1, 0, []];
      fields.push({ path: `${sheet}/kind`, value: kind });
    } else if (key) fields.push({ path: `${sheet}/${key}`, value: value === 'null' ? null : (value ?? null) });
    else if (line.startsWith('|') && columns.length === 0) columns = cellsOf(line);
    else if (line.startsWith('|')) {
      above = cellsOf(line).map((cell, column) => (cell === '^' ? (above[column] ?? '') : cell));
      for (const [column, field] of columns.entries()) {
        const isBlank = above[column] === '' && !field.startsWith('level');
        fields.push({
          path: `${sheet}/indicators/${indicator}/${field}`,
          value: isBlank ? null : (above[column] ?? ''),
        });
      }
      indicator += 1;
      counts.set(sheet, indicator);
    }
  }
  const lengths = [...counts].map(([place, count]) => ({ path: `${place}/indicators/length`, value: String(count) }));
  return [...fields, ...lengths];
}

export interface CheckedField extends ExpectedField {
  readonly found: string | null;
  /** Wrong, and nobody is told: no warning or error stands at the field, its row, or its sheet. */
  readonly silent: boolean;
}

/** The fields that were read wrongly. */
export function wrongFields({ sheets, doubts }: ImportDraft, expected: readonly ExpectedField[]): CheckedField[] {
  return expected.flatMap((field) => {
    const steps = field.path.split('/');
    const at = steps.reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
      sheets,
    );
    const found = typeof at === 'string' || typeof at === 'number' ? String(at) : null;
    if (found === field.value) return [];
    const indicator = steps[1] === 'indicators' ? Number(steps[2]) : null;
    const told = doubts.some(
      (doubt) =>
        doubt.severity !== 'info' &&
        (doubt.sheet === null || doubt.sheet === Number(steps[0])) &&
        (doubt.indicator === null || doubt.indicator === indicator),
    );
    return [{ ...field, found, silent: !told }];
  });
}
