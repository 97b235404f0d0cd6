import type { EntryContent } from '../../../api/progress.js';
import { type Field, FIGURES, isSame, type Typed } from '../typed.js';

/** Half of one's figures and half of another's would be nobody's; and a yes belongs to the figures it was said of. */
const TOGETHER: readonly (readonly Field[])[] = [
  [...FIGURES, 'confirmed'],
  ['deviationReason'],
  ['correctiveMeasure'],
  ['note'],
];

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
    if (isSame(mine, theirs, fields) || isSame(theirs, base, fields)) continue;
    // Whoever only said yes to what somebody else changes meanwhile is asked again.
    const said = fields.filter((field) => field !== 'confirmed');
    if (isSame(mine, base, said)) typed = withFields(typed, theirs, fields);
    else clashes.push(...fields.filter((field) => !isSame(mine, theirs, [field])));
  }
  return { typed, clashes };
}

/** `typed`, with these fields as the other one has them. */
export function withFields(typed: Typed, other: Typed, fields: readonly Field[]): Typed {
  return { ...typed, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
}
