import { checkEntry, entryKind } from '../../../../src/domain/entry-rules.js';
import type { Problem } from '../../../../src/domain/domain-error.js';
import type { Indicator } from '../../../../src/domain/indicator.js';
import type { Policy } from '../../../../src/domain/policy.js';
import type { EntryContent } from '../../api/progress.js';
import type { ProgressEntry } from '../../api/types.js';

export type Field = keyof EntryContent;

const EMPTY: EntryContent = {
  value: null,
  numerator: null,
  denominator: null,
  grade: null,
  coefficient: null,
  completedOn: null,
  notApplicable: false,
  notApplicableReason: null,
  deviationReason: null,
  correctiveMeasure: null,
  note: null,
};
const FIELDS = Object.keys(EMPTY) as Field[];

/** The cells of an entry, from left to right. */
export const CELLS = {
  value: ['value'],
  ratio: ['numerator', 'denominator'],
  grade: ['grade', 'coefficient'],
  date: ['completedOn'],
} as const satisfies Record<string, readonly Field[]>;

export const cellsOf = (indicator: Indicator): readonly Field[] => CELLS[entryKind(indicator)];

export function contentOf(entry: ProgressEntry | undefined): EntryContent {
  if (!entry) return EMPTY;
  return Object.fromEntries(FIELDS.map((field) => [field, entry[field]])) as unknown as EntryContent;
}

/** Full-width digits and thousands separators are how people type numbers; the service takes plain ones only. */
export function plainNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  return plain === '' ? null : plain;
}

export function isEmpty(content: EntryContent): boolean {
  return FIELDS.every((field) => content[field] === EMPTY[field]);
}

export function isSame(a: EntryContent, b: EntryContent): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}

/** What the service would refuse, by the service's own rules. */
export function problemsOf(indicator: Indicator, month: string, content: EntryContent, policy: Policy): Problem[] {
  const problems = checkEntry(indicator, { ...content, month }, policy);
  if (!content.notApplicable || content.notApplicableReason?.trim()) return problems;
  const message = { zh: '请说明“不适用”的原因。', en: 'Say why the month is not applicable.' };
  return [...problems, { code: 'required', pointer: '/notApplicableReason', message }];
}
