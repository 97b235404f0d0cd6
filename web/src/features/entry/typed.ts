import type { EntryContent } from '../../api/progress.js';
import type { ProgressEntry } from '../../api/types.js';

export type Field = keyof EntryContent;

/** An entry as it stands in its cells: texts as they were typed, whether or not they can be read; null for an empty cell. */
export type Typed = { readonly [F in Field]: EntryContent[F] extends boolean ? boolean : string | null };

export const NOTHING: Typed & EntryContent = {
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
const FIELDS = Object.keys(NOTHING) as Field[];

export function contentOf(entry: ProgressEntry | undefined): EntryContent {
  if (!entry) return NOTHING;
  return Object.fromEntries(FIELDS.map((field) => [field, entry[field]])) as unknown as EntryContent;
}

export const isNothing = (typed: Typed): boolean => FIELDS.every((field) => typed[field] === NOTHING[field]);

export const isSame = (a: Typed, b: Typed): boolean => FIELDS.every((field) => a[field] === b[field]);
