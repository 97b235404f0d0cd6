import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { ImportError } from '../../import-error.js';
import { BlockBuilder, type SpanningCell, type UnseenText } from '../block-builder.js';
import { decodeText } from '../decode-text.js';
import { shownInField } from './form-fields.js';
import { attribute, PageStyles } from './page-styles.js';
import { raised } from '../raised-digits.js';
import type { ReadBlocks, Reader } from '../reader.js';
import { blocksOfText } from '../text-reader.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'button', 'datalist', 'rt', 'rp']);
/** What shows another document. */
const FRAMES = new Set(['iframe', 'frame', 'object', 'embed']);
const BLOCKS =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|section|article|header|footer|main|center|form|blockquote|pre|hr|body)$/;
/** In pixels: smaller ones are ornaments; of what says no size, so many letters of data are no small picture. */
const LARGE = { width: 300, height: 150, data: 20_000 };
const SIGN = /^[≥≤≧≦<>＜＞=＝]$/;
/** In pixels: keeps cells apart, and shows nothing. */
const SPACER = 3;
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
  const walk = new PageWalk(builder, stylesOf(page));
  walk.children(page, 0);
  walk.endParagraph();
  return { blocks: builder.blocks, title: titleOf(page), unseen: builder.unseen };
}

class PageWalk {
  private text = '';
  private unseen: UnseenText[] = [];
  /** That are open. */
  private cells = 0;

  constructor(
    private readonly builder: BlockBuilder,
    private readonly styles: PageStyles,
  ) {}

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
    const kind = this.styles.unseenKind(node);
    const shown = shownInField(node);
    if (kind) this.unseen.push({ kind, text: wholeText(node, depth) });
    else if (shown !== null) this.text += shown;
    else if (FRAMES.has(node.tagName)) this.unseen.push({ kind: 'embedded', text: addressOf(node) });
    else if (node.tagName === 'svg') this.unseen.push({ kind: 'text-box', text: wholeText(node, depth) });
    else if (node.tagName === 'img') this.picture(node);
    else if (node.tagName === 'pre' && this.cells === 0) this.setAsWritten(node, depth);
    else this.element(node, depth);
  }

  private element(node: Element, depth: number): void {
    if (node.tagName === 'br') this.text += '\n';
    else if (node.tagName === 'table') this.table(node, depth);
    else if (BLOCKS.test(node.tagName)) {
      this.text += `\n${numberOf(node)}`;
      this.children(node, depth);
      this.text += '\n';
    } else {
      const before = this.text;
      this.children(node, depth);
      if (node.tagName === 'sup') this.text = before + raised(before, this.text.slice(before.length));
    }
  }

  private picture(picture: Element): void {
    const [width, height] = ['width', 'height'].map((side) => Number.parseFloat(attribute(picture, side) ?? ''));
    const isLarge = (width ?? 0) >= LARGE.width && (height ?? 0) >= LARGE.height;
    const alt = attribute(picture, 'alt')?.trim() ?? '';
    // Who fills in a form may paste a sign into its cell.
    if (this.cells > 0 && SIGN.test(alt)) this.text += alt;
    else if (
      isLarge ||
      (this.cells > 0 && !(Math.min(width ?? 0, height ?? 0) < SPACER)) ||
      (attribute(picture, 'src')?.length ?? 0) >= LARGE.data
    )
      this.unseen.push({ kind: 'picture', text: alt || '图片' });
  }

  /** Text whose blanks and lines are kept, and may make a table. */
  private setAsWritten(node: Element, depth: number): void {
    this.endParagraph();
    for (const block of blocksOfText(wholeText(node, depth, true))) {
      if (block.kind === 'paragraph') this.builder.paragraph(block.text);
      else {
        this.builder.startTable();
        for (const row of block.rows) this.builder.row(row.map(({ text }) => ({ text })));
        this.builder.endTable();
      }
    }
  }

  private table(table: Element, depth: number): void {
    this.endParagraph();
    for (const node of table.childNodes) {
      if (!('tagName' in node) || node.tagName !== 'caption') continue;
      this.node(node, depth + 1);
      this.endParagraph();
    }
    this.builder.startTable();
    for (const row of rowsOf(table)) {
      const cells: SpanningCell[] = [];
      for (const cell of row.childNodes) {
        if (!('tagName' in cell) || !/^t[dh]$/.test(cell.tagName)) continue;
        if (this.styles.isHidden(cell)) this.unseen.push({ kind: 'hidden-text', text: wholeText(cell, depth) });
        else cells.push(this.cell(cell, depth));
      }
      const beside = this.unseen.splice(0);
      if (this.styles.isHidden(row) || this.isInHiddenPart(row)) this.builder.hiddenRow(cells);
      else this.builder.row(cells, beside);
    }
    this.builder.endTable();
  }

  private isInHiddenPart({ parentNode }: Element): boolean {
    return parentNode !== null && 'tagName' in parentNode && this.styles.isHidden(parentNode);
  }

  private cell(cell: Element, depth: number): SpanningCell {
    const kind = this.styles.unseenKind(cell);
    this.cells += 1;
    if (kind) this.unseen.push({ kind, text: wholeText(cell, depth) });
    else this.children(cell, depth + 1);
    this.cells -= 1;
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

const span = (cell: Element, name: 'colspan' | 'rowspan'): number => Number(attribute(cell, name) ?? 1);
const addressOf = (frame: Element): string =>
  ['title', 'src', 'data'].map((name) => attribute(frame, name) ?? '').find((text) => text !== '') ?? frame.tagName;

/** Browsers print it before an item of a numbered list. */
function numberOf(item: Element): string {
  const list = item.parentNode;
  if (item.tagName !== 'li' || !list || !('tagName' in list) || list.tagName !== 'ol') return '';
  if (/list-style(?:-type)?\s*:\s*none/i.test(attribute(list, 'style') ?? '')) return '';
  const items = list.childNodes.filter((node) => 'tagName' in node && node.tagName === 'li');
  return `${Number(attribute(list, 'start') ?? 1) + items.indexOf(item)}. `;
}

function stylesOf(page: Parent): PageStyles {
  const styles = new PageStyles();
  const visit = (parent: Parent, depth: number): void => {
    for (const node of parent.childNodes) {
      if (!('tagName' in node) || depth > DEEPEST) continue;
      if (node.tagName === 'style') styles.add(wholeText(node, 0, true));
      else visit(node, depth + 1);
    }
  };
  visit(page, 0);
  return styles;
}

/** @param asWritten with its blanks and lines */
function wholeText(element: Element, depth: number, asWritten = false): string {
  if (depth > DEEPEST) throw tooDeep();
  const text = element.childNodes
    .map((node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node)) return '';
      return node.tagName === 'br' && asWritten ? '\n' : wholeText(node, depth + 1, asWritten);
    })
    .join('');
  return asWritten ? text : text.replace(/\s+/g, ' ').trim();
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
