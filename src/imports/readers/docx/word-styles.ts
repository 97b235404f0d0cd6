import type { ListPlace } from './list-numbers.js';
import type { Attributes } from './word-parts.js';

/** What a style says about the texts that have it. */
export interface WordStyle {
  basedOn: string | null;
  look: RunLook;
  isShaded: boolean;
  list: ListPlace | null;
}
/** What is set about a text; undefined: nothing. */
export interface RunLook {
  struck?: boolean;
  vanished?: boolean;
  white?: boolean;
  tiny?: boolean;
  shaded?: boolean;
}

/** Half points: nobody reads letters of two points. */
const TINY = 4;
const DEEPEST = 10;

/** What one property of a run sets. */
export function lookOf(name: string, attributes: Attributes): RunLook {
  const value = attributes['w:val'];
  if (name === 'strike' || name === 'dstrike') return { struck: isOn(value) };
  if (name === 'vanish' || name === 'specVanish') return { vanished: isOn(value) };
  if (name === 'color') return { white: /^f{6}$/i.test(value ?? '') || attributes['w:themeColor'] === 'background1' };
  if (name === 'sz') return { tiny: Number(value) <= TINY };
  return name === 'shd' || name === 'highlight' ? { shaded: isShade(attributes) } : {};
}

/** A ground that white letters may be read on. */
export function isShade(attributes: Attributes): boolean {
  const [fill = 'auto', pattern = 'clear'] = [attributes['w:fill'], attributes['w:val']];
  if (!/^(?:auto|f{6})$/i.test(fill) || attributes['w:themeFill'] !== undefined) return true;
  return !/^(?:clear|nil|none|white)$/.test(pattern);
}

export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off';

/** The styles of a Word document, as `styles.xml` lists them. */
export class WordStyles {
  private readonly styles = new Map<string, WordStyle>();
  private style: WordStyle | null = null;

  open(name: string, attributes: Attributes): void {
    const value = attributes['w:val'] ?? '';
    if (name === 'style') {
      this.style = { basedOn: null, look: {}, isShaded: false, list: null };
      this.styles.set(attributes['w:styleId'] ?? '', this.style);
    }
    const { style } = this;
    if (!style) return;
    if (name === 'basedOn') style.basedOn = value;
    else if (name === 'numId') style.list = { list: value, level: style.list?.level ?? 0 };
    else if (name === 'ilvl') style.list = { list: style.list?.list ?? '', level: Number(value) };
    else if (name === 'shd' && isShade(attributes)) style.isShaded = true;
    else Object.assign(style.look, lookOf(name, attributes));
  }

  close(name: string): void {
    if (name === 'style') this.style = null;
  }

  lookOf(id: string): RunLook {
    return this.lineOf(id).reduce<RunLook>((look, style) => ({ ...style.look, ...look }), {});
  }

  isShaded(id: string): boolean {
    return this.lineOf(id).some(({ isShaded }) => isShaded);
  }

  listOf(id: string): ListPlace | null {
    return this.lineOf(id).find(({ list }) => list)?.list ?? null;
  }

  /** A style and those it is based on, nearest first. */
  private lineOf(id: string): WordStyle[] {
    const line: WordStyle[] = [];
    for (let at = this.styles.get(id); at && line.length < DEEPEST; at = this.styles.get(at.basedOn ?? ''))
      line.push(at);
    return line;
  }
}
