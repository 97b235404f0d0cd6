import type { TableDocument } from '../table-model.js';

/** Turns one format into the table model. */
export interface Reader {
  /** As printed in the draft, such as `text`. */
  readonly format: string;
  /** Whether this reader takes contents of the kind that `contentKind` found. */
  reads(kind: string): boolean;
  read(bytes: Uint8Array, fileName: string): TableDocument;
}
