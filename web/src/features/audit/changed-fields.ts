import type { AuditEvent } from '../../api/types.js';

export interface ChangedField {
  readonly name: string;
  /** As text; an em dash: it was not there. */
  readonly before: string;
  readonly after: string;
}

const NOTHING = '—';

/** The fields that a line tells differently before and after, in the order of the line. */
export function changedFields({ before, after }: Pick<AuditEvent, 'before' | 'after'>): ChangedField[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names]
    .map((name) => ({ name, before: textOf(before?.[name]), after: textOf(after?.[name]) }))
    .filter((field) => field.before !== field.after);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
