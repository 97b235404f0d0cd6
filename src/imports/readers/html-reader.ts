import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { ImportError } from '../import-error.js';
import { BlockBuilder, type SpanningCell, type UnseenText } from './block-builder.js';
import { decodeText } from './decode-text.js';
import { raised } from './raised-digits.js';
import type { ReadBlocks, Reader } from './reader.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'select', 'button']);
const BLOCKS =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|main|center|form|blockquote|pre|hr|body)$/;
const STRUCK_OUT = new Set(['s', 'strike', 'del']);
const DEEPEST = 400;

/** A web page, also one that calls itself .doc or .xls, as many systems export their tables. */
export const htmlReader: Reader = {
  format: 'html',
  read(bytes) {
    return readPage(decodeText(bytes));
  },
};

/** @param html of one page, or of several that follow each other */
export function readPage(html: string): ReadBlocks {
  const page = parse(html);
  const builder = new BlockBuilder();
  const walk = new PageWalk(builder);
  walk.children(page, 0);
  walk.endParagraph();
  return { blocks: builder.blocks, title: titleOf(page), unseen: builder.unseen };
}

class PageWalk {
  private text = '';
  private unseen: UnseenText[] = [];

  constructor(private readonly builder: BlockBuilder) {}

  children(parent: Parent, depth: number): void {
    if (depth > DEEPEST) throw tooDeep();
    for (const node of parent.childNodes) this.node(node, depth + 1);
  }

  endParagraph(): void {
    const unseen = this.unseen.splice(0);
    for (const line of this.takeText().split('\n')) this.builder.paragraph(line);
    if (unseen.length > 0) this.builder.paragraph('', unseen);
  }

  private node(node: Node, depth: number): void {
    if ('value' in node) this.text += node.value.replace(/\s+/g, ' ');
    if (!('tagName' in node) || UNSEEN.has(node.tagName)) return;
    const kind = unseenKind(node);
    if (kind) {
      this.unseen.push({ kind, text: wholeText(node, depth) });
      return;
    }
    if (node.tagName === 'br') this.text += '\n';
    else if (node.tagName === 'table') this.table(node, depth);
    else if (BLOCKS.test(node.tagName)) {
      this.text += '\n';
      this.children(node, depth);
      this.text += '\n';
    } else {
      const before = this.text;
      this.children(node, depth);
      if (node.tagName === 'sup') this.text = before + raised(before, this.text.slice(before.length));
    }
  }

  private table(table: Element, depth: number): void {
    this.endParagraph();
    this.builder.startTable();
    for (const row of rowsOf(table)) {
      const cells: SpanningCell[] = [];
      for (const cell of row.childNodes) {
        if (!('tagName' in cell) || !/^t[dh]$/.test(cell.tagName)) continue;
        if (isHidden(cell)) this.unseen.push({ kind: 'hidden-text', text: wholeText(cell, depth) });
        else cells.push(this.cell(cell, depth));
      }
      const beside = this.unseen.splice(0);
      if (isHidden(row)) this.builder.hiddenRow(cells);
      else this.builder.row(cells, beside);
    }
    this.builder.endTable();
  }

  private cell(cell: Element, depth: number): SpanningCell {
    const kind = unseenKind(cell);
    if (kind) this.unseen.push({ kind, text: wholeText(cell, depth) });
    else this.children(cell, depth + 1);
    const [text, unseen] = [tidy(this.takeText()), this.unseen.splice(0)];
    return { text, unseen, columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') };
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

/** null where the element is seen; deleted text stands struck out on the page. */
function unseenKind(element: Element): UnseenText['kind'] | null {
  if (isHidden(element)) return 'hidden-text';
  const isStruck = STRUCK_OUT.has(element.tagName) || /line-through/i.test(attribute(element, 'style') ?? '');
  return isStruck ? 'struck-out' : null;
}

function wholeText(element: Element, depth: number): string {
  if (depth > DEEPEST) throw tooDeep();
  return element.childNodes
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? wholeText(node, depth + 1) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

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
