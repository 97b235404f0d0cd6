import type { ColumnRole } from '../vocabulary/column-words.js';
import type { Head } from './heads.js';

export interface Periods {
  /** Of the year, with what both share. */
  readonly year: readonly Head[];
  /** Of the longer period; none where the table prints one period only. */
  readonly long: readonly Head[];
  readonly isAssumed: boolean;
}

/** What a table prints once for each period. */
const REPEATED: readonly ColumnRole[] = ['level2', 'name', 'target', 'comparator', 'unit', 'adjusted'];

/**
 * Tells the columns of the year from those of a longer period beside them (实施期目标 | 年度目标, both with 三级指标 and 指标值). Where
 * nothing says which is which, the form of the Ministry of Finance counts: it prints the longer one first.
 */
export function periodsOf(printed: readonly Head[], fiscalYear: number | null): Periods {
  const all = withLongTargets(printed);
  const heads = all.filter((head) => !isOverLevels(head, all));
  const own = all.map((head) => (heads.includes(head) ? head : lessTelling(head)));
  const start = secondBegin(heads);
  if (start === null) return { year: own, long: [], isAssumed: false };
  const repeats = new Set(REPEATED.filter((role) => heads.filter((head) => is(head, role)).length > 1));
  const inGroups = heads.filter(({ meaning }) => meaning !== null && repeats.has(meaning.role));
  const [first, second] = [
    inGroups.filter(({ column }) => column < start),
    inGroups.filter(({ column }) => column >= start),
  ];
  const told = [periodOf(first, fiscalYear), periodOf(second, fiscalYear)] as const;
  const isFirstLong = told[0] === 'long' || told[1] === 'year' || (told[0] === null && told[1] === null);
  const long = isFirstLong ? first : second;
  return {
    year: own.filter((head) => !long.includes(head)),
    long,
    isAssumed: told[0] === told[1],
  };
}

const LAST = 99;
const lessTelling = (head: Head): Head => ({ ...head, meaning: head.meaning && { ...head.meaning, rank: LAST } });

/** 绩效指标 beside all rows, left of their levels, names none of them and begins no period of its own. */
function isOverLevels(head: Head, heads: readonly Head[]): boolean {
  const next = heads.find(({ column, meaning }) => column > head.column && meaning !== null);
  return (
    is(head, 'name') && next !== undefined && (['level1', 'level2', 'name'] as const).some((role) => is(next, role))
  );
}

/** Where each period has names of its own (三级指标 | 实施期指标值 | 三级指标 | 年度指标值), the longer one has a target as well. */
function withLongTargets(heads: readonly Head[]): readonly Head[] {
  if (heads.filter((head) => is(head, 'name') && !isOverLevels(head, heads)).length < 2) return heads;
  return heads.map((head) =>
    head.meaning?.role === 'longTerm'
      ? { ...head, meaning: { ...head.meaning, role: 'target' }, period: 'long' }
      : head,
  );
}

/** Where the second period begins: at the first head whose role stands on its left already, with a name or target of its own. */
function secondBegin(heads: readonly Head[]): number | null {
  const twice = (role: ColumnRole) => {
    const all = heads.filter((head) => is(head, role));
    const best = Math.min(...all.map(({ meaning }) => meaning?.rank ?? 0));
    return all.filter(({ meaning }) => meaning?.rank === best);
  };
  if (twice('name').length < 2 && twice('target').length < 2) return null;
  const starts = REPEATED.flatMap((role) => twice(role)[1]?.column ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
}

function periodOf(heads: readonly Head[], fiscalYear: number | null): 'long' | 'year' | null {
  const years = heads.flatMap(({ year }) => year ?? []);
  if (fiscalYear !== null && years.length > 0) return years.includes(fiscalYear) ? 'year' : 'long';
  if (heads.some(({ period }) => period === 'long')) return 'long';
  return heads.some(({ period }) => period === 'year') ? 'year' : null;
}

const is = ({ meaning }: Head, role: ColumnRole): boolean => meaning?.role === role;
