import { createHash } from 'node:crypto';
import { canonicalJson } from '../common/canonical-json.js';
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

/** SHA-256, hexadecimal, of the report in canonical form. */
export function hashOf(report: ScoringReport): string {
  return createHash('sha256').update(canonicalJson(report)).digest('hex');
}
