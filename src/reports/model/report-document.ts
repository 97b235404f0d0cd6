import type { Language } from '../../domain/domain-error.js';

/** `label`: printed words, shaded; `number`: a decimal, to the right; `mark`: a short word or tick, centred. */
export type CellKind = 'label' | 'text' | 'number' | 'mark';

export interface Cell {
  readonly text: string;
  readonly kind: CellKind;
  /** Columns and rows that it covers; 1 where nothing is said. */
  readonly across?: number;
  readonly down?: number;
}

/** Cells from left to right; what a cell above covers is left out. */
export type Row = readonly Cell[];

/** A table of its own on the columns of its part: its head is repeated on every page that it runs on to. */
export interface Band {
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
}

/** A worksheet of a workbook; elsewhere a heading with tables below it. */
export interface Part {
  readonly name: string;
  /** Shares of the page's width. */
  readonly columns: readonly number[];
  readonly bands: readonly Band[];
}

/** A report as it is printed, in one language. Every format is written from it and says the same. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Across every page of what is not final; null for what is. */
  readonly watermark: string | null;
  readonly parts: readonly Part[];
  readonly notes: readonly string[];
  /** Words before the lines that people sign on. */
  readonly signatures: readonly string[];
  /** Which issue this is: version, moment, hash. At the foot of every page. */
  readonly issue: string;
  /** The moment that files carry as theirs, so that the same report gives the same bytes. */
  readonly issuedAt: Date;
}
