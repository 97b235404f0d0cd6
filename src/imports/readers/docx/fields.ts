import type { Attributes } from './word-parts.js';

interface Field {
  instruction: string;
  isResult: boolean;
  /** Of a form: what its list offers and which of it is chosen, or whether its box is ticked. */
  entries: string[];
  chosen: number;
  ticked: boolean | null;
}

/** Fields of a Word document: their result is shown, what it is computed from is not. */
export class Fields {
  private readonly open: Field[] = [];

  /** Whether what stands here is part of an instruction. */
  get isInstruction(): boolean {
    return this.open.some(({ isResult }) => !isResult);
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.isResult) field.instruction += text;
  }

  /** What a list or box of an old form is set to. */
  setting(name: string, attributes: Attributes): void {
    const field = this.open.at(-1);
    const value = attributes['w:val'];
    if (!field) return;
    if (name === 'listEntry') field.entries.push(value ?? '');
    else if (name === 'result') field.chosen = Number(value);
    else if (name === 'checkBox') field.ticked = false;
    else if ((name === 'checked' || name === 'default') && field.ticked !== null)
      field.ticked = value !== '0' && value !== 'false';
  }

  /** @returns at its end: what is shown of a field that keeps no result, or the drawing that it asks for */
  mark(type: string | undefined): { readonly shown?: string; readonly drawn?: string } {
    if (type === 'begin') this.open.push({ instruction: '', isResult: false, entries: [], chosen: 0, ticked: null });
    const field = this.open.at(-1);
    if (type === 'separate' && field) field.isResult = true;
    if (type !== 'end' || !field) return {};
    this.open.pop();
    if (field.ticked !== null) return { shown: field.ticked ? '☑' : '□' };
    if (field.entries.length > 0) return { shown: field.entries[field.chosen] ?? '' };
    const drawn = /^\s*(?:EQ|SYMBOL)\s+(.+)/i.exec(field.instruction)?.[1]?.trim();
    return drawn && !field.isResult ? { drawn } : {};
  }
}
