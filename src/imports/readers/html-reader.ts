import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { ImportError } from '../import-error.js';
import { BlockBuilder, type SpanningCell } from './block-builder.js';
import { decodeText } from './decode-text.js';
import type { Reader } from './reader.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'select', 'button']);
const BLOCKS =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|main|center|form|blockquote|pre|hr|body)$/;
const DEEPEST = 400;

/** A web page, also one that calls itself .doc or .xls, as many systems export their tables. */
export const htmlReader: Reader = {
  format: 'html',
  read(bytes) {
    const page = parse(decodeText(bytes));
    const builder = new BlockBuilder();
    const walk = new PageWalk(builder);
    walk.children(page, 0);
    walk.endParagraph();
    return { blocks: builder.blocks, title: titleOf(page) };
  },
};

class PageWalk {
  private text = '';

  constructor(private readonly builder: BlockBuilder) {}

  children(parent: Parent, depth: number): void {
    if (depth > DEEPEST) throw tooDeep();
    for (const node of parent.childNodes) this.node(node, depth + 1);
  }

  endParagraph(): void {
    for (const line of this.takeText().split('\n')) this.builder.paragraph(line);
  }

  private node(node: Node, depth: number): void {
    if ('value' in node) this.text += node.value.replace(/\s+/g, ' ');
    if (!('tagName' in node) || UNSEEN.has(node.tagName) || isHidden(node)) return;
    if (node.tagName === 'br') this.text += '\n';
    else if (node.tagName === 'table') this.table(node, depth);
    else if (BLOCKS.test(node.tagName)) {
      this.text += '\n';
      this.children(node, depth);
      this.text += '\n';
    } else this.children(node, depth);
  }

  private table(table: Element, depth: number): void {
    this.endParagraph();
    this.builder.startTable();
    for (const row of rowsOf(table)) {
      const cells: SpanningCell[] = [];
      for (const cell of row.childNodes) {
        if (!('tagName' in cell) || !/^t[dh]$/.test(cell.tagName) || isHidden(cell)) continue;
        this.children(cell, depth + 1);
        const text = tidy(this.takeText());
        cells.push({ text, columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') });
      }
      this.builder.row(cells);
    }
    this.builder.endTable();
  }

  private takeText(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    if (node.tagName === 'tr') return [node];
    return /^t(?:head|body|foot)$/.test(node.tagName) ? rowsOf(node) : [];
  });
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

const attribute = ({ attrs }: Element, wanted: string) => attrs.find(({ name }) => name === wanted)?.value;
const span = (cell: Element, name: 'colspan' | 'rowspan'): number => Number(attribute(cell, name) ?? 1);
const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined || /display\s*:\s*none/i.test(attribute(element, 'style') ?? '');

function titleOf(parent: Parent): string | undefined {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'html' || node.tagName === 'head') return titleOf(node);
    const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    if (node.tagName === 'title' && text.trim() !== '') return text.trim();
  }
  return undefined;
}

const tooDeep = () =>
  new ImportError('document-unreadable', null, {
    zh: `网页的元素嵌套超过 ${DEEPEST} 层，无法读取。请只保留绩效目标表后重试。`,
    en: `The elements of the page are nested more than ${DEEPEST} deep. Keep only the target sheets and try again.`,
  });
