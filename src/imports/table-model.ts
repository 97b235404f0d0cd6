/**
 * One cell; `source` is the place in the document it came from: `L588` (line 588 of a text), `Sheet1!C5`, `T2R5C3`
 * (table 2, row 5, column 3), `p12 T2R5C3` (on page 12).
 */
export interface Cell {
  readonly text: string;
  readonly source: string;
  /** The result of a formula, as the file keeps it. */
  readonly computed?: true;
  /** Where a merged cell above covers this one: what that one says. A blank cell that stands for itself has none. */
  readonly merged?: Pick<Cell, 'text' | 'source'>;
}

/**
 * A table as printed. Cells keep their column: a reader leaves '' in the cells that a merged cell covers, so a blank
 * below or beside a text means "as above" or "wider".
 */
export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
  /** Rows and columns were told from the gaps between texts alone. */
  readonly guessed?: true;
}

export interface Paragraph extends Cell {
  readonly kind: 'paragraph';
}

export type Block = Paragraph | Table;

/** Something that the file holds and nobody sees, that was struck out, or a page that is a picture; it is not read. */
type Hidden = 'hidden-sheet' | 'hidden-rows' | 'hidden-columns' | 'hidden-text' | 'struck-out' | 'pictured-page';
/** Something that is shown beside texts and tables, and not read. */
type Beside = 'footnote' | 'comment' | 'text-box' | 'picture' | 'embedded' | 'across';

/**
 * What was not read. `inserted`: it was, although nobody has accepted yet that it belongs there; `uncomputed`: a formula
 * whose result the file does not keep; `unprinted`: it was read, although it stands outside the area that is printed.
 */
export interface UnseenPart extends Cell {
  readonly kind: Hidden | Beside | 'inserted' | 'uncomputed' | 'unprinted';
}

/** A part of a page: fractions (0 to 1) of its width and height, so that they hold at any size of its picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A page that was read from its picture. */
export interface RecognisedPage {
  readonly page: number;
  /** Mean of its words, 0 to 100; null where another program recognised them. */
  readonly confidence: number | null;
  /** Where its rows (`p12 T2R5`) and paragraphs (`p12 ¶3`) stand; missing from readings that were kept before. */
  readonly boxes?: Readonly<Record<string, Box>>;
}

/** What every reader makes of its format: paragraphs and tables in reading order, nothing understood yet. */
export interface TableDocument {
  readonly title: string;
  readonly format: string;
  /** Of the bytes as they came, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly blocks: readonly Block[];
  /** In the order in which they stand in the file. */
  readonly unseen: readonly UnseenPart[];
  /** Pages that hold no text but a picture of it. */
  readonly recognised?: readonly RecognisedPage[];
}
