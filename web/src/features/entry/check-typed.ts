import { checkEntry, entryKind } from '@domain/entries/entry-rules.js';
import type { Problem } from '@domain/domain-error.js';
import type { Indicator } from '@domain/indicator.js';
import { type Month, yearOf } from '@domain/calendar/month.js';
import type { Policy } from '@domain/policy.js';
import type { EntryContent } from '../../api/progress.js';
import { readDate } from './reading/read-date.js';
import { readGrade } from './reading/read-grade.js';
import { readNumber } from './reading/read-number.js';
import type { Reading } from './reading/unreadable.js';
import { type Field, isNothing, type Typed } from './typed.js';

/** The cells of an entry, from left to right. */
const CELLS = {
  value: ['value'],
  ratio: ['numerator', 'denominator'],
  grade: ['grade', 'coefficient'],
  date: ['completedOn'],
} as const satisfies Record<string, readonly Field[]>;

export type CellField = (typeof CELLS)[keyof typeof CELLS][number];

export const cellsOf = (indicator: Pick<Indicator, 'comparator' | 'aggregation'>): readonly CellField[] =>
  CELLS[entryKind(indicator)];

/** What a text in a cell of this indicator says; a day without a year is one of the month's year. */
function readCell({ unit }: Pick<Indicator, 'unit'>, month: Month, field: CellField, text: string): Reading {
  switch (field) {
    case 'grade':
      return readGrade(text);
    case 'completedOn':
      return readDate(text, yearOf(month));
    case 'value':
      return readNumber(text, unit);
    default:
      return readNumber(text, null);
  }
}

/** An entry as the service takes it, and all that keeps it from being saved. */
export interface Checked {
  readonly content: EntryContent;
  readonly problems: readonly Problem[];
}

/** What was typed, read and judged by the service's own rules. An entry in which nothing stands is no mistake. */
export function checkTyped(indicator: Indicator, month: Month, typed: Typed, policy: Policy): Checked {
  const readings = cellsOf(indicator).map(
    (field) => [field, readCell(indicator, month, field, typed[field] ?? '')] as const,
  );
  const values = readings.map(([field, reading]) => [field, 'value' in reading ? reading.value : null] as const);
  const content = { ...typed, ...withoutBlanks(typed), ...Object.fromEntries(values) } as EntryContent;
  const unread = readings.flatMap(([field, reading]): Problem[] =>
    'value' in reading ? [] : [{ code: reading.unreadable, pointer: `/${field}`, message: reading.message }],
  );
  if (unread.length > 0 || isNothing(content)) return { content, problems: unread };
  return { content, problems: [...checkEntry(indicator, { ...content, month }, policy), ...reasonMissing(content)] };
}

const TEXTS = ['notApplicableReason', 'deviationReason', 'correctiveMeasure', 'note'] as const;

/** A text of blanks says nothing. */
const withoutBlanks = (typed: Typed): Partial<Typed> =>
  Object.fromEntries(TEXTS.map((field) => [field, typed[field]?.trim() ? typed[field] : null]));

function reasonMissing({ notApplicable, notApplicableReason }: EntryContent): Problem[] {
  if (!notApplicable || notApplicableReason?.trim()) return [];
  const message = { zh: '请说明“不适用”的原因。', en: 'Say why the month is not applicable.' };
  return [{ code: 'required', pointer: '/notApplicableReason', message }];
}
