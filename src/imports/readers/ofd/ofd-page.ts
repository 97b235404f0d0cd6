import { readXml } from '../../../common/documents/xml-part.js';
import type { ZippedFile } from '../../../common/documents/zip-archive.js';
import { addRules, type Piece, type Point, type Rule, type Rules } from '../pages/page-model.js';
import { type Matrix, matrixOf, onPage } from './matrix.js';
import { glyphPieces } from './ofd-text.js';

type Attributes = Readonly<Record<string, string>>;

/** An object that is being read. */
interface Drawn {
  readonly attributes: Attributes;
  readonly matrix: Matrix;
}

/** Texts and lines of one page, with those of the template pages below it, in points from its top left corner. */
export class OfdPage {
  readonly pieces: Piece[] = [];
  readonly rules = { horizontal: [] as Rule[], vertical: [] as Rule[] } satisfies Rules;
  /** Of template pages that lie below. */
  readonly templates: string[] = [];
  private drawn: Drawn | null = null;
  private code: Attributes | null = null;
  private text = '';

  async read(file: ZippedFile): Promise<void> {
    await readXml(file.chunks(), {
      open: (name, attributes) => {
        this.open(name, attributes);
      },
      close: (name) => {
        this.close(name);
      },
      text: (text) => {
        this.text += text;
      },
    });
  }

  private open(name: string, attributes: Attributes): void {
    this.text = '';
    if (name === 'Template' && attributes.TemplateID) this.templates.push(attributes.TemplateID);
    if (name === 'TextObject' || name === 'PathObject') this.drawn = { attributes, matrix: matrixOf(attributes) };
    if (name === 'TextCode') this.code = attributes;
  }

  private close(name: string): void {
    const { drawn, code } = this;
    if (name === 'TextObject' || name === 'PathObject') this.drawn = null;
    if (!drawn || drawn.attributes.Visible === 'false') return;
    if (name === 'TextCode' && code) this.pieces.push(...glyphPieces(this.text, code, drawn.attributes, drawn.matrix));
    if (name === 'AbbreviatedData') this.addPath(drawn);
  }

  private addPath({ attributes, matrix }: Drawn): void {
    const isStroked = attributes.Stroke !== 'false';
    if (!isStroked && attributes.Fill !== 'true') return;
    for (const points of subpaths(this.text)) {
      addRules(
        this.rules,
        points.map((point) => onPage(point, matrix)),
        isStroked,
      );
    }
  }
}

/** So many numbers follow each letter of a path; a curve is no border and ends what it belongs to. */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

function subpaths(data: string): Point[][] {
  const words = data.trim().split(/\s+/);
  const found: Point[][] = [];
  for (let index = 0; index < words.length;) {
    const letter = words[index] ?? '';
    const count = OPERANDS[letter];
    if (count === undefined) return found;
    const point: Point = [Number(words[index + 1]), Number(words[index + 2])];
    const last = found.at(-1);
    if (letter === 'M' || letter === 'S') found.push([point]);
    else if (letter === 'L') last?.push(point);
    else if (letter === 'C') {
      if (last?.[0]) last.push(last[0]);
    } else found.pop();
    index += 1 + count;
  }
  return found;
}
