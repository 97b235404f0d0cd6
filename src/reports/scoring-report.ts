import { createHash } from 'node:crypto';
import type { Month } from '../domain/month.js';
import type { ScoredSheet } from '../scoring/scored-sheet.js';

/** A sheet as the report prints it: names beside the scores, so that the report stays readable when names change. */
export interface ReportedSheet {
  readonly title: string;
  readonly indicators: readonly {
    readonly level1: string;
    readonly level2: string;
    readonly name: string;
    readonly section: string | null;
  }[];
  readonly score: ScoredSheet;
}

/** The monthly scoring report of a department, complete in itself. */
export interface ScoringReport {
  readonly department: string;
  readonly month: Month;
  readonly sheets: readonly ReportedSheet[];
}

/** SHA-256, hexadecimal, of the report in canonical form: keys in order, no white space (RFC 8785 for our types). */
export function hashOf(report: ScoringReport): string {
  return createHash('sha256').update(canonical(report)).digest('hex');
}

/** PostgreSQL's jsonb does not keep the order of keys; the hash must not depend on it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
