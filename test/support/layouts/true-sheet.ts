import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromProjectRoot } from '../../../src/common/project-root.js';
import { cellsOf } from '../documents/printed-document.js';

/** What a sheet says, however it is printed. */
export interface TrueSheet {
  readonly kind: 'project' | 'department';
  /** `department`, `project`, `goal`, the amounts in 万元 …; `rate`, `executionScore` and `published` follow from them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly TrueRow[];
}

/** Cells of `sheets.txt` by the names of its columns. */
export type TrueRow = Readonly<Record<RowField, string>>;
export type RowField =
  'level1' | 'level2' | 'name' | 'sign' | 'value' | 'unit' | 'weight' | 'actual' | 'score' | 'previous' | 'long';

export const LAYOUTS_FOLDER = fromProjectRoot('test/fixtures/layouts');
export const EXECUTION_POINTS = '10';

export function trueSheets(): TrueSheet[] {
  const text = readFileSync(path.join(LAYOUTS_FOLDER, 'sheets.txt'), 'utf8');
  return text.split(/^=== /m).slice(1).map(trueSheet);
}

function trueSheet(text: string): TrueSheet {
  const [kind = '', ...lines] = text.trim().split('\n');
  const fields = Object.fromEntries(
    lines.filter((line) => !line.startsWith('|')).map((line) => line.split(': ') as [string, string]),
  );
  const [columns = [], ...cells] = lines.filter((line) => line.startsWith('|')).map(cellsOf);
  const rows = cells.map((row) => Object.fromEntries(columns.map((column, place) => [column, row[place] ?? ''])));
  const rate = (100 * Number(fields.spent)) / Number(fields.total);
  const executionScore = (rate * Number(EXECUTION_POINTS)) / 100;
  const scores = rows.reduce((sum, { score }) => sum + Number(score), 0);
  return {
    kind: kind === 'department' ? 'department' : 'project',
    fields: {
      ...fields,
      rate: decimal(rate),
      executionScore: decimal(executionScore),
      published: decimal(executionScore + scores),
      points: EXECUTION_POINTS,
      totalYuan: decimal(Number(fields.total) * 10_000),
    },
    rows: rows as unknown as TrueRow[],
  };
}

const decimal = (value: number): string => String(Math.round(value * 100) / 100);

export const isQualitative = ({ sign }: TrueRow): boolean => sign === '定性';
