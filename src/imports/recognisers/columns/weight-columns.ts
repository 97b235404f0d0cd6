import type { ColumnRole } from '../vocabulary/column-words.js';
import type { Head } from './heads.js';

type ValuesOf = (head: Head) => readonly string[];
type GroupRole = 'weight1' | 'weight2';

/**
 * A table can print points for its levels beside those of its indicators: 一级指标 | 权重 | 二级指标 | 权重 | 三级指标 | 权重. The finest,
 * which is filled in most rows, is the indicator's; the others belong to their level. Columns of which this cannot be told
 * stay as they are.
 */
export function withGroupWeights(heads: readonly Head[], valuesOf: ValuesOf): readonly Head[] {
  const weights = heads.filter((head) => is(head, 'weight'));
  const [first, ...others] = weights;
  if (first && others.length === 0) return withOnlyGroupWeight(heads, first, valuesOf);
  if (weights.length < 2) return heads;
  const filled = (head: Head) => valuesOf(head).filter((text) => text !== '').length;
  const most = Math.max(...weights.map(filled));
  const fullest = weights.filter((head) => filled(head) === most);
  const byLevel = (head: Head) => levelBeside(heads, head);
  const finest = fullest.length === 1 ? fullest[0] : (only(fullest.filter((head) => byLevel(head) === 'name')) ?? null);
  if (!finest) return heads;
  return heads.map((head) => {
    if (head === finest || !weights.includes(head)) return head;
    const role = groupRole(head, heads, valuesOf);
    return role && head.meaning ? { ...head, meaning: { ...head.meaning, role } } : head;
  });
}

/** 一级指标 | 权重 | 二级指标: printed once for each level, the points are those of no indicator. */
function withOnlyGroupWeight(heads: readonly Head[], weight: Head, valuesOf: ValuesOf): readonly Head[] {
  const level = levelBeside(heads, weight);
  const isOfLevel = level === 'level1' || level === 'level2';
  const isBroken = valuesOf(weight).some((text) => text === '');
  const role = isOfLevel && isBroken ? groupRole(weight, heads, valuesOf) : null;
  return heads.map((head) =>
    head === weight && role && head.meaning ? { ...head, meaning: { ...head.meaning, role } } : head,
  );
}

/** Of the level whose cells are filled in the same rows, else of that on whose right it stands. */
function groupRole(head: Head, heads: readonly Head[], valuesOf: ValuesOf): GroupRole | null {
  const rows = (of: Head | undefined) =>
    of
      ? valuesOf(of)
          .map((text) => text !== '')
          .join()
      : null;
  const [level1, level2] = (['level1', 'level2'] as const).map((role) => heads.find((other) => is(other, role)));
  const isOf1 = rows(level1) === rows(head);
  const isOf2 = rows(level2) === rows(head);
  if (isOf1 !== isOf2) return isOf1 ? 'weight1' : 'weight2';
  const level = levelBeside(heads, head);
  if (level === 'name') return null;
  return level === 'level1' ? 'weight1' : level === 'level2' ? 'weight2' : null;
}

function levelBeside(heads: readonly Head[], { column }: Head): ColumnRole | null {
  const levels: readonly ColumnRole[] = ['level1', 'level2', 'name'];
  const left = heads.filter((head) => head.column < column && head.meaning && levels.includes(head.meaning.role));
  return left.at(-1)?.meaning?.role ?? null;
}

const is = ({ meaning }: Head, role: ColumnRole): boolean => meaning?.role === role;
const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);
