/** One cell; `source` is the place in the document it came from, such as `L588` for line 588. */
export interface Cell {
  readonly text: string;
  readonly source: string;
}

/**
 * A table as printed. Cells keep their column: a reader leaves '' in the cells that a merged cell covers, so a blank
 * below or beside a text means "as above" or "wider".
 */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export interface Paragraph extends Cell {
  readonly kind: 'paragraph';
}

/** What every reader makes of its format: paragraphs and tables in reading order, nothing understood yet. */
export interface TableDocument {
  readonly title: string;
  readonly format: string;
  /** Of the bytes as they came, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly blocks: readonly (Paragraph | Table)[];
}
