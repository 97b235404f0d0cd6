import { NOTHING, type Typed } from '../typed.js';
import type { InHand, Stored } from './in-hand.js';

/** What was typed and never saved, as it survives a closed tab, a session that ended, a network that is away. */
export interface Journalled {
  readonly key: string;
  readonly month: string;
  readonly base: Stored;
  readonly typed: Typed;
}

/**
 * Keeps on this computer what is not saved yet. It belongs to the user who typed it: ids of users are random, so neither
 * another user nor another installation at this address finds it under its own.
 */
export class Journal {
  private readonly prefix: string;
  private readonly written = new Map<string, string>();

  constructor(
    private readonly storage: Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>,
    userId: string,
  ) {
    this.prefix = `jixiao.typed.${userId}.`;
  }

  read(): Journalled[] {
    const places = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '');
    return places
      .filter((place) => place.startsWith(this.prefix))
      .flatMap((place) => {
        const text = this.storage.getItem(place);
        if (text === null) return [];
        this.written.set(place.slice(this.prefix.length), text);
        return [complete(JSON.parse(text) as Journalled)];
      });
  }

  write({ subject: { key, month }, base, typed }: InHand): void {
    const text = JSON.stringify({ key, month, base, typed } satisfies Journalled);
    this.written.set(key, text);
    this.storage.setItem(this.prefix + key, text);
  }

  /** What another tab has written there since stays. */
  remove(key: string): void {
    const place = this.prefix + key;
    if (this.storage.getItem(place) === this.written.get(key)) this.storage.removeItem(place);
    this.written.delete(key);
  }
}

/** What an earlier version of the page wrote lacks the fields that were added since. */
const complete = ({ base, typed, ...place }: Journalled): Journalled => ({
  ...place,
  base: { ...base, content: { ...NOTHING, ...base.content } },
  typed: { ...NOTHING, ...typed },
});
