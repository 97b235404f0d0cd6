import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import type { Language } from '../domain/domain-error.js';

/** Chinese unless the terminal is set to English. */
export const LANGUAGE: Language = (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('en') ? 'en' : 'zh';

/** The text in the language of the terminal. */
export function say(zh: string, en: string): string {
  return LANGUAGE === 'zh' ? zh : en;
}

/** Results go to standard output: JSON alone, or what a person reads. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Without a line break, when whoever reads has taken it: many pieces do not pile up in the memory. */
export function whenPrinted(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => {
      resolve();
    });
  });
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Words about the work go to standard error, so that JSON on standard output stays alone. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/**
 * A table that keeps its columns aligned with Chinese text. `widths` wraps a column at so many places; cli-table3 alone
 * would cut what has no spaces to wrap at.
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | null)[] = [],
): string {
  const grid = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) grid.push(row.map((text, column) => wrapped(text, widths[column] ?? null)));
  return grid.toString();
}

const wrapped = (text: string, width: number | null): string =>
  width === null ? text : wrapAnsi(text, width, { hard: true, trim: true });

export function heading(text: string): void {
  print(`\n${text}\n${'─'.repeat(Math.min(60, [...text].length * 2))}`);
}
