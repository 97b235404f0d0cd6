import { eachSheet } from './doubt-check.js';

/** A page or a hand broke a row: its halves were put together, or may have to be. */
export const rowJoined = eachSheet('row-joined', ({ joined, suspected }) => [
  ...joined.map(({ text, source }) => {
    const zh = `“${text}”这一行被拆成两半，已合并为一行，请核对。`;
    const en = `The row “${text}” was cut in two; its halves were put together. Please check.`;
    return { severity: 'warning' as const, message: { zh, en }, source };
  }),
  ...suspected.map(({ text, source }) => {
    const zh = `“${text}”下面一行没有自己的级别和分值，可能是它被拆开的后半行，按单独一行读取，请核对，需要时合并。`;
    const en = `The row below “${text}” has no level and no points of its own and may be its second half; it was read as a row. Please check, and merge them if it is.`;
    return { severity: 'warning' as const, message: { zh, en }, source };
  }),
]);
