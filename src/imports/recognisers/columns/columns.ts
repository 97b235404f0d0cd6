import type { ColumnRole } from '../vocabulary/column-words.js';
import type { Head } from './heads.js';
import type { Header } from './header.js';

/** Which cell of a row holds what. */
export type Columns = Readonly<Partial<Record<ColumnRole, number>>> & {
  readonly name: number;
  readonly target: number;
};

/** A column that was taken for something that its head does not plainly say. */
export interface AssumedColumn {
  readonly head: Head;
  readonly role: ColumnRole;
  /** The known head that it resembles; null where its cells told. */
  readonly resembles: string | null;
}

/** A column with contents that was not taken over. */
export interface IgnoredColumn {
  readonly head: Head;
  /** The first of its cells. */
  readonly values: readonly string[];
  readonly looksLike: 'sign' | 'unit' | 'target' | 'number' | 'text';
  /** Its head is known, a draft has no field for it. */
  readonly isKnown: boolean;
}

/** What became of the columns of one header. */
export interface ReadHeader {
  /** null where it was not found which column holds the names, or the targets. */
  readonly columns: Columns | null;
  /** Columns of the longer period where the table prints one beside the year. */
  readonly longTerm: Readonly<Partial<Record<ColumnRole, number>>> | null;
  /** The table prints two periods and does not say which is which. */
  readonly isPeriodAssumed: boolean;
  /** The only column of targets, where its head names another year than the sheet; missing from readings kept before. */
  readonly otherYear?: Head | undefined;
  /** The unit that is printed above bare numbers; missing from readings kept before. */
  readonly unitAbove?: string | null | undefined;
  readonly assumed: readonly AssumedColumn[];
  readonly ignored: readonly IgnoredColumn[];
}

/** Of several columns with one role the most telling head counts, then the year asked for, then the first. */
export function placesOf(
  heads: readonly Head[],
  fiscalYear: number | null = null,
): Partial<Record<ColumnRole, number>> {
  const best = new Map<ColumnRole, Head>();
  for (const head of heads) {
    const role = head.meaning?.role;
    const before = role && best.get(role);
    if (role && (!before || isBetter(head, before, fiscalYear))) best.set(role, head);
  }
  return Object.fromEntries([...best].map(([role, { column }]) => [role, column]));
}

/** What the heads alone say; null where they do not say which column holds the names, or the targets. */
export function plainColumns({ heads }: Header): Columns | null {
  const { name, target, ...others } = placesOf(heads);
  return name === undefined || target === undefined ? null : { ...others, name, target };
}

function isBetter(head: Head, than: Head, fiscalYear: number | null): boolean {
  const [rank, other] = [head.meaning?.rank ?? 0, than.meaning?.rank ?? 0];
  return (
    rank < other || (rank === other && fiscalYear !== null && head.year === fiscalYear && than.year !== fiscalYear)
  );
}
