import type { AuditEvent } from '../../api/types.js';

export interface ChangedField {
  readonly name: string;
  /** As text; an em dash: it was not there. */
  readonly before: string;
  readonly after: string;
}

const NOTHING = '—';

/** The fields that a line tells differently before and after, in the order of the line; those of what is in it by their path. */
export function changedFields({ before, after }: Pick<AuditEvent, 'before' | 'after'>): ChangedField[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? NOTHING, after: is.get(name) ?? NOTHING }))
    .filter((field) => field.before !== field.after);
}

function fieldsOf(value: object | null, path = ''): Map<string, string> {
  const fields = Object.entries(value ?? {}).flatMap(([name, content]: [string, unknown]) =>
    isRecord(content) ? [...fieldsOf(content, `${path}${name}.`)] : [[`${path}${name}`, textOf(content)] as const],
  );
  return new Map(fields);
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
