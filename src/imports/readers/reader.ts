import type { Block, RecognisedPage, UnseenPart } from '../table-model.js';

/** What a reader found; a title only where the format has a place for one. */
export interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly title?: string;
  readonly unseen?: readonly UnseenPart[];
  readonly recognised?: readonly RecognisedPage[];
}

/** Turns one format into the table model. */
export interface Reader {
  /** As printed in the draft, such as `text`. */
  readonly format: string;
  read(bytes: Uint8Array): ReadBlocks | Promise<ReadBlocks>;
}
