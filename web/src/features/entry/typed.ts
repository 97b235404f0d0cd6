import type { EntryContent } from '../../api/progress.js';
import type { ProgressEntry } from '../../api/types.js';

export type Field = keyof EntryContent;

/** An entry as it stands in its cells: texts as they were typed, whether or not they can be read; null for an empty cell. */
export type Typed = { readonly [F in Field]: EntryContent[F] extends string | null ? string | null : EntryContent[F] };

/** What an entry says in figures: the fields that mean one thing together, and are asked about. */
export const FIGURES = [
  'value',
  'numerator',
  'denominator',
  'grade',
  'coefficient',
  'completedOn',
  'notApplicable',
  'notApplicableReason',
] as const satisfies readonly Field[];

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
  confirmed: [],
};
const FIELDS = Object.keys(NOTHING) as Field[];

export function contentOf(entry: ProgressEntry | undefined): EntryContent {
  if (!entry) return NOTHING;
  return Object.fromEntries(FIELDS.map((field) => [field, entry[field]])) as unknown as EntryContent;
}

/** An answer alone says nothing. */
export const isNothing = (typed: Typed): boolean =>
  FIELDS.every((field) => field === 'confirmed' || typed[field] === NOTHING[field]);

export const isSame = (a: Typed, b: Typed, fields: readonly Field[] = FIELDS): boolean =>
  fields.every((field) => (field === 'confirmed' ? isSameAnswer(a, b) : a[field] === b[field]));

const isSameAnswer = ({ confirmed }: Typed, other: Typed): boolean =>
  confirmed.toSorted().join() === other.confirmed.toSorted().join();
