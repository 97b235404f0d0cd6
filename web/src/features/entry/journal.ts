import type { EntryContent, EntryKey } from '../../api/progress.js';

const placeOf = ({ indicatorId, month }: EntryKey): string => `jixiao.typed.${indicatorId}.${month}`;

interface Typed {
  readonly version: number | null;
  readonly content: EntryContent;
}

/** Keeps on this machine what is typed and not saved: a closed tab, or a network that is away, loses none of it. */
export function writeJournal(key: EntryKey, content: EntryContent | null): void {
  const place = placeOf(key);
  if (content === null) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify({ version: key.version, content } satisfies Typed));
}

/** What was typed upon this very version and never saved; what others have changed since is not overwritten by it. */
export function journalled(key: EntryKey): EntryContent | null {
  const text = localStorage.getItem(placeOf(key));
  if (text === null) return null;
  const { version, content } = JSON.parse(text) as Typed;
  return version === key.version ? content : null;
}
