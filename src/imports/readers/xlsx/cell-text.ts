import type { Cell as WorkbookCell, CellValue, Font, RichText } from 'exceljs';
import type { Cell } from '../../table-model.js';
import { raised } from '../raised-digits.js';
import { withSigns } from '../symbol-signs.js';
import { workbookText } from './workbook-text.js';

export interface CellText extends Pick<Cell, 'text' | 'computed'> {
  /** What is struck out in the cell. */
  readonly struckOut: string;
  /** What it holds and does not show: white on white, too small, or by its format. */
  readonly hidden: string;
}

type Look = 'seen' | 'struck' | 'faint';

/** In points: nobody reads such letters. */
const TINY = 2;
/** White in the palette of old files. */
const WHITE_PLACES = new Set([1, 9]);

/** What a cell shows. It can be struck out or faint as a whole or in parts. */
export function textOf(cell: WorkbookCell): CellText {
  const { value, font, numFmt } = cell;
  const computed = cell.formula ? { computed: true as const } : {};
  const isBare = !isFilled(cell);
  if (isRich(value)) {
    const texts = { seen: '', struck: '', faint: '' };
    for (const run of value.richText) {
      const look = lookOf(font, run.font, isBare);
      const text = withSigns(run.text, run.font?.name);
      texts[look] += run.font?.vertAlign === 'superscript' ? raised(texts[look], text) : text;
    }
    return { text: texts.seen.trim(), struckOut: texts.struck.trim(), hidden: texts.faint.trim(), ...computed };
  }
  const text = withSigns(workbookText(value, numFmt), nameOf(font)).trim();
  const look = lookOf(font, undefined, isBare);
  const isBlankedOut = text === '' && !isBlank(value);
  return {
    text: look === 'seen' ? text : '',
    struckOut: look === 'struck' ? text : '',
    hidden: look === 'faint' ? text : isBlankedOut ? workbookText(value).trim() : '',
    ...computed,
  };
}

const isRich = (value: CellValue): value is { richText: RichText[] } =>
  value !== null && typeof value === 'object' && 'richText' in value;

/** A cell that was never formatted has no font at all, whatever its type says. */
const nameOf = (font: Partial<Font> | undefined): string | undefined => font?.name;

/** Blanks, and formulas that give a blank. */
const isBlank = (value: CellValue): boolean => workbookText(value).trim() === '';

function lookOf(cell: Partial<Font> | undefined, run: Partial<Font> | undefined, isBare: boolean): Look {
  if (run?.strike ?? cell?.strike) return 'struck';
  const size = run?.size ?? cell?.size ?? 11;
  return size <= TINY || (isBare && isWhite(run?.color ?? cell?.color)) ? 'faint' : 'seen';
}

function isWhite(color: Partial<Font>['color'] & { indexed?: number } = {}): boolean {
  const { argb, theme, indexed } = color as { argb?: string; theme?: number; indexed?: number; tint?: number };
  if (argb !== undefined) return /f{6}$/i.test(argb);
  return theme === 0 || (indexed !== undefined && WHITE_PLACES.has(indexed));
}

function isFilled({ fill }: WorkbookCell): boolean {
  const pattern = fill as { type?: string; pattern?: string; fgColor?: { argb?: string; theme?: number } } | undefined;
  if (!pattern || pattern.pattern === 'none') return false;
  return !(pattern.pattern === 'solid' && (/f{6}$/i.test(pattern.fgColor?.argb ?? '') || pattern.fgColor?.theme === 0));
}
