import papaparse from 'papaparse';

export type CsvSeparator = ',' | ';' | '\t';

/** Quotes that do not fit together. */
export interface CsvFault {
  /** Counted from 0. */
  readonly row: number;
  /** The text there. */
  readonly near: string;
}

const LENGTH_NEAR = 20;

/** Gives the cells of every row, blank rows too, up to the first fault: what follows one cannot be told apart. */
export function eachCsvRow(
  text: string,
  separator: CsvSeparator,
  take: (row: readonly string[], index: number) => void,
): CsvFault | null {
  // One file can have the line ends of two systems, which the library would take for one.
  const lines = text.replace(/\r\n?/g, '\n');
  let fault: CsvFault | null = null;
  let index = 0;
  papaparse.parse<string[]>(lines, {
    delimiter: separator,
    newline: '\n',
    step({ data, errors: [error] }, parser) {
      if (error) {
        const start = Math.max((error.index ?? 0) - 1, 0);
        fault = { row: index, near: lines.slice(start, start + LENGTH_NEAR).split('\n')[0] ?? '' };
        parser.abort();
      } else {
        take(data, index);
        index += 1;
      }
    },
  });
  return fault;
}
