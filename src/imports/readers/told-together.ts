import type { UnseenPart } from '../table-model.js';

/** What an author put there on purpose: hidden and struck-out places are each looked at by themselves. */
const TOGETHER = new Set<UnseenPart['kind']>([
  'footnote',
  'comment',
  'text-box',
  'picture',
  'embedded',
  'across',
  'inserted',
  'uncomputed',
]);
const MOST_PLACES = 5;
const LONGEST = 400;

/** One entry for all footnotes of a document, one for all comments, and so on. */
export function toldTogether(parts: readonly UnseenPart[]): UnseenPart[] {
  const kinds = [...new Set(parts.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = parts.filter((part) => part.kind === kind);
    if (!TOGETHER.has(kind) || own.length < 2) return own;
    const places = [...new Set(own.map(({ source }) => source))];
    const source = places.slice(0, MOST_PLACES).join('、') + (places.length > MOST_PLACES ? '…' : '');
    const texts = [...new Set(own.map(({ text }) => text))];
    return [{ kind, text: texts.join(' | ').slice(0, LONGEST), source }];
  });
}
