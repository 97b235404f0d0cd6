import { ZipArchive } from '../../../common/documents/zip-archive.js';
import type { Block, UnseenPart } from '../../table-model.js';
import { CellBudget } from '../cell-budget.js';
import { OfdPage } from './ofd-page.js';
import { ofdStructure } from './ofd-structure.js';
import { blocksOfPage } from '../pages/page-blocks.js';
import { checkPages, checkPieces, scanned } from '../pages/page-limits.js';
import type { Reader } from '../reader.js';

/** OFD, the national format for published pages (GB/T 33190): texts and lines at their places, as in a PDF. */
export const ofdReader: Reader = {
  format: 'ofd',
  async read(bytes) {
    const { title, pages, templates } = await ofdStructure(await ZipArchive.open(bytes));
    checkPages(pages.length);
    const blocks: Block[] = [];
    const unseen: UnseenPart[] = [];
    const budget = new CellBudget();
    for (const [index, file] of pages.entries()) {
      const page = new OfdPage();
      await page.read(file);
      for (const template of page.templates) {
        const below = templates.get(template);
        if (below) await page.read(below);
      }
      checkPieces(page.pieces.length, index + 1);
      if (page.pieces.length === 0) continue;
      const read = blocksOfPage(page.pieces, page.rules, index + 1, budget);
      blocks.push(...read.blocks);
      unseen.push(...read.unseen);
    }
    if (blocks.length === 0) throw scanned();
    return { blocks, title, unseen };
  },
};
