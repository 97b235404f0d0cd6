import type { Attributes } from './word-parts.js';

interface Level {
  start: number;
  format: string;
  /** `%1.%2`: the numbers of the levels. */
  text: string;
}
/** Which list a paragraph belongs to, and at which level of it (from 0). */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

const CIRCLED = 0x2460;
const CHINESE = '〇一二三四五六七八九';

/** Numbers that Word prints before paragraphs and keeps nowhere in their text: `1.`, `（一）`. */
export class ListNumbers {
  private readonly kinds = new Map<string, Level[]>();
  private readonly lists = new Map<string, { kind: string; starts: Map<number, number> }>();
  /** How far each kind of list has come, by level. */
  private readonly counts = new Map<string, number[]>();
  private kind: Level[] = [];
  private level: Level | null = null;
  private list: { kind: string; starts: Map<number, number> } | null = null;
  private overridden = 0;

  /** Listens to `numbering.xml`. */
  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'abstractNum') this.kinds.set(attributes['w:abstractNumId'] ?? '', (this.kind = []));
    else if (name === 'num') {
      this.lists.set(attributes['w:numId'] ?? '', (this.list = { kind: '', starts: new Map() }));
    } else if (name === 'abstractNumId' && this.list) this.list.kind = value;
    else if (name === 'lvlOverride') this.overridden = Number(attributes['w:ilvl']);
    else if (name === 'startOverride') this.list?.starts.set(this.overridden, Number(value));
    else if (name === 'lvl' && !this.list) {
      this.kind[Number(attributes['w:ilvl'])] = this.level = { start: 1, format: 'decimal', text: '' };
    } else if (this.level && !this.list) {
      if (name === 'start') this.level.start = Number(value);
      else if (name === 'numFmt') this.level.format = value;
      else if (name === 'lvlText') this.level.text = value;
    }
  }

  /** The number of the next paragraph of a list; '' where it has none, or only a bullet. */
  next({ list, level }: ListPlace): string {
    const { kind, starts } = this.lists.get(list) ?? { kind: '', starts: new Map<number, number>() };
    const levels = this.kinds.get(kind) ?? [];
    const own = levels[level];
    if (!own || own.format === 'bullet' || own.format === 'none') return '';
    const counts = this.counts.get(kind) ?? [];
    this.counts.set(kind, counts);
    const restart = starts.get(level);
    starts.delete(level);
    counts.length = Math.max(counts.length, level + 1);
    counts[level] = restart ?? (counts[level] === undefined ? own.start : counts[level] + 1);
    counts.length = level + 1;
    const text = own.text.replace(/%(\d)/g, (_, number: string) => {
      const at = Number(number) - 1;
      return inWords(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal');
    });
    // `1.` straight before 30 would read as a number of its own.
    return /[\d.．]$/.test(text) ? `${text} ` : text;
  }
}

function inWords(number: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideograph)/i.test(format)) return chinese(number);
  if (format.includes('EnclosedCircle') && number >= 1 && number <= 20)
    return String.fromCharCode(CIRCLED + number - 1);
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  const letter = String.fromCharCode(0x61 + ((number - 1) % 26));
  if (format === 'lowerLetter') return letter;
  if (format === 'upperLetter') return letter.toUpperCase();
  if (format === 'upperRoman') return roman(number);
  return format === 'lowerRoman' ? roman(number).toLowerCase() : String(number);
}

/** Up to 99; no list of a document is longer in words. */
function chinese(number: number): string {
  if (number > 99) return String(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return CHINESE[ones] ?? '';
  return `${tens > 1 ? CHINESE[tens] : ''}十${ones > 0 ? CHINESE[ones] : ''}`;
}

function roman(number: number): string {
  const steps = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const; // prettier-ignore
  let [rest, text] = [Math.min(number, 399), ''];
  for (const [worth, sign] of steps) for (; rest >= worth; rest -= worth) text += sign;
  return text;
}
