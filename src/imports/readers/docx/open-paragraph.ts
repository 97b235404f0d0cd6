import type { UnseenText } from '../block-builder.js';
import type { ListPlace } from './list-numbers.js';
import type { RunLook } from './word-styles.js';

export interface OpenCell {
  text: string;
  readonly unseen: UnseenText[];
  /** In boxes that hover over the cell. */
  boxes: string;
  columns: number;
  continued: boolean;
  isShaded: boolean;
}
export interface OpenRun {
  look: RunLook;
  isRaised: boolean;
  font: string | undefined;
}

/** A paragraph while it is read. */
export class OpenParagraph {
  text = '';
  /** What stands unseen in it. */
  readonly unseen: UnseenText[] = [];
  list: ListPlace | null = null;
  look: RunLook = {};
}

/** What a text boxinterrupts. */
export interface Interrupted {
  readonly paragraph: OpenParagraph;
  readonly run: OpenRun | null;
}

export const newCell = (): OpenCell => ({
  text: '',
  unseen: [],
  boxes: '',
  columns: 1,
  continued: false,
  isShaded: false,
});
