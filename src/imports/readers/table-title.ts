import type { Block } from '../table-model.js';

/** What stands alone in the first row of a workbook says more than the name of its sheet or file. */
export function tableTitle(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === 'table')?.rows[0]?.filter(({ text }) => text !== '');
  return first?.length === 1 ? first[0]?.text : undefined;
}
