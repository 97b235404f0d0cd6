import type { Language } from '../../domain/domain-error.js';
import type { ReportContent } from '../content/report-content.js';
import { type Statement, statementsOf } from './statements.js';

/** What one report says and another says otherwise, or not at all (null). */
export interface Difference extends Omit<Statement, 'value'> {
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed from one report to another, in the order in which the later one says it; what it no longer says follows. */
export function differencesBetween(before: ReportContent, after: ReportContent, language: Language): Difference[] {
  const earlier = byKey(statementsOf(before, language));
  const later = byKey(statementsOf(after, language));
  const all = new Map([...later, ...[...earlier].filter(([key]) => !later.has(key))]);
  return [...all].flatMap(([key, { value: _, ...place }]) => {
    const [was, is] = [earlier.get(key)?.value ?? null, later.get(key)?.value ?? null];
    return was === is ? [] : [{ ...place, before: was, after: is }];
  });
}

/** Two indicators of one name in a sheet are told apart by their order. */
function byKey(statements: readonly Statement[]): Map<string, Statement> {
  const found = new Map<string, Statement>();
  for (const statement of statements) {
    const key = JSON.stringify([statement.sheet, statement.indicator, statement.what]);
    let numbered = key;
    for (let count = 2; found.has(numbered); count += 1) numbered = `${key} ${count}`;
    found.set(numbered, statement);
  }
  return found;
}
