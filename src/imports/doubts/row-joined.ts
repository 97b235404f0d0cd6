import { eachSheet } from './doubt-check.js';

/** A page broke inside a row and its halves were put together. */
export const rowJoined = eachSheet('row-joined', ({ joined }) =>
  joined.map(({ text, source }) => {
    const zh = `“${text}”这一行被分页拆成两半，已合并为一行，请核对。`;
    const en = `The row “${text}” was cut by the end of a page; its halves were put together. Please check.`;
    return { severity: 'warning' as const, message: { zh, en }, source };
  }),
);
