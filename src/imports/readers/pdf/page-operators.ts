import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Operators {
  fnArray: number[];
  argsArray: (readonly unknown[] | null)[];
  lastChunk: boolean;
  length: number;
}
/** What the library does with each part of a page that arrives; `state` collects them. */
interface Pumping {
  _renderPageChunk(part: Operators, state: { readonly streamReader: ReadableStreamDefaultReader | null }): void;
}

/**
 * The drawing operators of a page, one after the other, until `each` answers false. The library would hold all of them,
 * and a page of 2 MB can have millions: each part is taken from it as it arrives.
 */
export async function forEachOperator(
  page: PDFPageProxy,
  each: (operator: number, args: readonly unknown[] | null) => boolean,
): Promise<void> {
  const pumping = page as unknown as Pumping;
  const collect = pumping._renderPageChunk.bind(page);
  pumping._renderPageChunk = ({ fnArray, argsArray, lastChunk }, state) => {
    const goesOn = fnArray.every((operator, index) => each(operator, argsArray[index] ?? null));
    if (!goesOn) void state.streamReader?.cancel(new Error('enough was read'));
    collect({ fnArray: [], argsArray: [], length: 0, lastChunk: lastChunk || !goesOn }, state);
  };
  await page.getOperatorList();
}
