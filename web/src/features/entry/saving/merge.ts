import type { EntryContent } from '../../../api/progress.js';
import type { Field, Typed } from '../typed.js';

/** Fields that say one thing together: half of one and half of another would be nobody's figure. */
const FIGURES: readonly Field[] = [
  'value',
  'numerator',
  'denominator',
  'grade',
  'coefficient',
  'completedOn',
  'notApplicable',
  'notApplicableReason',
];
const TOGETHER: readonly (readonly Field[])[] = [FIGURES, ['deviationReason'], ['correctiveMeasure'], ['note']];

export interface Merged {
  readonly typed: Typed;
  /** What both have changed, and differently: here `typed` has mine. */
  readonly clashes: readonly Field[];
}

/** What I typed upon `base`, and what somebody else saved meanwhile: each keeps what only they have changed. */
export function merge(base: EntryContent, mine: Typed, theirs: EntryContent): Merged {
  let typed = mine;
  const clashes: Field[] = [];
  for (const fields of TOGETHER) {
    const differ = (a: Typed, b: Typed): boolean => fields.some((field) => a[field] !== b[field]);
    if (!differ(mine, theirs) || !differ(theirs, base)) continue;
    if (differ(mine, base)) clashes.push(...fields.filter((field) => mine[field] !== theirs[field]));
    else typed = withFields(typed, theirs, fields);
  }
  return { typed, clashes };
}

/** `typed`, with these fields as the other one has them. */
export function withFields(typed: Typed, other: Typed, fields: readonly Field[]): Typed {
  return { ...typed, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
}
