import type { EntryKind } from '@domain/entries/entry-rules.js';
import type { Grade } from '@domain/indicator.js';
import type { CellField } from '../check-typed.js';
import type { Typed } from '../typed.js';
import { readGrade } from './read-grade.js';

/** `12/17`, or anything else that is cut at its first stroke. */
const STROKE = /[/／]/;
const GRADE = /^(.*?)[\s/／,，、]*([\d０-９.．]*)$/s;

/** What a text says that stands for a whole entry: `12`, `12/17`, `达成 0.9`. */
export function changesIn(text: string, kind: EntryKind): Partial<Typed> {
  const given = (part: string | undefined): string | null =>
    part === undefined || part.trim() === '' ? null : part.trim();
  switch (kind) {
    case 'value':
      return { value: given(text) };
    case 'date':
      return { completedOn: given(text) };
    case 'ratio': {
      const [numerator, ...denominator] = text.split(STROKE);
      return { numerator: given(numerator), denominator: given(denominator.join('/')) };
    }
    case 'grade': {
      const [, grade, coefficient] = GRADE.exec(text.trim()) ?? [];
      return { grade: given(grade), coefficient: given(coefficient) };
    }
  }
}

/** The text of an entry in one cell, as `changesIn` reads it; '' for nothing. */
export function textOf(typed: Typed, kind: EntryKind, gradeName: (grade: Grade) => string): string {
  switch (kind) {
    case 'value':
      return typed.value ?? '';
    case 'date':
      return typed.completedOn ?? '';
    case 'ratio':
      return typed.numerator === null && typed.denominator === null
        ? ''
        : `${typed.numerator ?? ''}/${typed.denominator ?? ''}`;
    case 'grade': {
      const reading = readGrade(typed.grade ?? '');
      const known = 'value' in reading && reading.value !== null ? gradeName(reading.value as Grade) : typed.grade;
      return `${known ?? ''} ${typed.coefficient ?? ''}`.trim();
    }
  }
}

/** What a text says in one of an entry's cells; a text that says it all in the first one fills the others, too. */
export function changesInField(text: string, kind: EntryKind, field: CellField): Partial<Typed> {
  const whole = changesIn(text, kind);
  const [first] = Object.keys(whole);
  const saysAll = field === first && Object.values(whole).every((part) => part !== null);
  return saysAll ? whole : { [field]: text.trim() };
}
