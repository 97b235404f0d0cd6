import type { Cell, Row } from './report-document.js';

type Span = Pick<Cell, 'across' | 'down'>;

export const label = (text: string, span: Span = {}): Cell => ({ text, kind: 'label', ...span });
export const text = (content: string | null | undefined, span: Span = {}): Cell => ({
  text: content ?? '',
  kind: 'text',
  ...span,
});
export const number = (decimal: string | null | undefined, span: Span = {}): Cell => ({
  text: decimal ?? '—',
  kind: 'number',
  ...span,
});
export const mark = (word: string | null | undefined, span: Span = {}): Cell => ({
  text: word ?? '',
  kind: 'mark',
  ...span,
});

/** Groups of rows that share the words before them, such as 一级指标 and 二级指标: each word is printed once, merged downwards. */
export interface Grouped {
  readonly groups: readonly string[];
  readonly cells: Row;
}

export function withMergedGroups(rows: readonly Grouped[]): Row[] {
  return rows.map(({ groups, cells }, place) => {
    const own = groups.flatMap((word, depth) => {
      const path = groups.slice(0, depth + 1);
      if (sharesPath(rows[place - 1], path)) return [];
      let down = 1;
      while (sharesPath(rows[place + down], path)) down += 1;
      return [mark(word, down > 1 ? { down } : {})];
    });
    return [...own, ...cells];
  });
}

const sharesPath = (row: Grouped | undefined, path: readonly string[]): boolean =>
  row !== undefined && path.every((word, depth) => row.groups[depth] === word);
