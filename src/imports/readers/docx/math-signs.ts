import type { Attributes } from './word-parts.js';

/** Signs of an equation that Word draws: fractions, roots, brackets, exponents. */
export class MathSigns {
  private raisedDepth = 0;
  /** Closing signs of the brackets that are open. */
  private readonly brackets: string[] = [];

  get isRaised(): boolean {
    return this.raisedDepth > 0;
  }

  /** @returns what is drawn before the text of the element */
  begin(name: string, attributes: Attributes): string {
    const value = attributes['m:val'];
    if (name === 'sup') this.raisedDepth += 1;
    if (name === 'd') this.brackets.push(')');
    if (name === 'endChr' && this.brackets.length > 0) this.brackets[this.brackets.length - 1] = value ?? '';
    if (name === 'begChr') this.opening = value ?? '';
    if (name === 'dPr') this.opening = '(';
    return name === 'den' ? '/' : name === 'rad' ? '√' : '';
  }

  /** @returns what is drawn behind it */
  end(name: string): string {
    if (name === 'sup') this.raisedDepth -= 1;
    if (name === 'dPr') return this.opening;
    return name === 'd' ? (this.brackets.pop() ?? '') : '';
  }

  private opening = '(';
}
