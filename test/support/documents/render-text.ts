import { blanked, type PrintedBlock } from './printed-document.js';

/** Columns separated by tabs, as a converter writes them. */
export const renderText = (blocks: readonly PrintedBlock[]): Buffer => withRows(blocks, (cells) => cells.join('\t'));

/** Columns between upright strokes. */
export const renderPipes = (blocks: readonly PrintedBlock[]): Buffer =>
  withRows(blocks, (cells) => `| ${cells.join(' | ')} |`);

/** One cell a line, as a page is copied; merged cells are not there at all. */
export function renderCellLines(blocks: readonly PrintedBlock[]): Buffer {
  const lines = blocks.map((block) =>
    typeof block === 'string'
      ? block
      : block
          .flat()
          .filter((cell) => cell !== '^' && cell !== '<')
          .join('\n'),
  );
  return Buffer.from(lines.join('\n'));
}

function withRows(blocks: readonly PrintedBlock[], line: (cells: readonly string[]) => string): Buffer {
  const parts = blocks.map((block) =>
    typeof block === 'string'
      ? block
      : blanked(block)
          .map((cells) => line(cells.map((cell) => cell.replaceAll('\n', ''))))
          .join('\n'),
  );
  return Buffer.from(parts.join('\n\n'));
}
