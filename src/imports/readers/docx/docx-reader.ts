import { damagedDocument } from '../../../common/documents/errors.js';
import { ZipArchive } from '../../../common/documents/zip-archive.js';
import type { Block, UnseenPart } from '../../table-model.js';
import { DocumentBody } from './document-body.js';
import { wordParts } from './word-parts.js';
import { isPageNumber } from '../page-number.js';
import type { Reader } from '../reader.js';

const BODY = 'word/document.xml';

/** A Word document: its body, and the heads and feet of its pages once each, where they say more than it. */
export const docxReader: Reader = {
  format: 'docx',
  async read(bytes) {
    const archive = await ZipArchive.open(bytes);
    const xml = await archive.read(BODY);
    if (!xml) throw damagedDocument();
    const parts = await wordParts(archive);
    const body = new DocumentBody(parts);
    body.parse(xml.toString('utf8'));
    const blocks = [...body.builder.blocks];
    const unseen: UnseenPart[] = [...body.builder.unseen];
    const known = new Set(['', ...blocks.map(lineOf)]);
    for (const { part, before } of body.furniture.found.toReversed()) {
      const contents = await archive.read(part);
      if (!contents) continue;
      const page = new DocumentBody(parts, part.includes('footer') ? '页脚 ' : '页眉 ');
      page.parse(contents.toString('utf8'));
      const fresh = page.builder.blocks.filter((block) => !known.has(lineOf(block)));
      for (const block of fresh) known.add(lineOf(block));
      blocks.splice(before, 0, ...fresh);
      unseen.push(...page.builder.unseen);
    }
    return { blocks, unseen };
  },
};

function lineOf(block: Block): string {
  if (block.kind === 'paragraph') return isPageNumber(block.text) ? '' : block.text.replace(/\s/g, '');
  return block.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n');
}
