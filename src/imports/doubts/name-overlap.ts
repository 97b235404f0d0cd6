/** How much of a name comes back in a text: the pairs of neighbouring characters they share. */
export interface Overlap {
  readonly shared: number;
  /** Shared pairs ÷ pairs of the name; only for comparing, never for points. */
  readonly share: number;
}

/** Pairs that stand in every second indicator say nothing about what is meant. */
const COMMON = new Set([
  '完成',
  '保障',
  '数量',
  '次数',
  '人数',
  '比例',
  '工作',
  '不少',
  '少于',
  '达到',
  '全年',
  '计划',
  '每月',
]);

/** Chinese has no spaces between words; shared pairs of characters find common words without a dictionary. */
export function nameOverlap(name: string, text: string): Overlap {
  const pairs = [...new Set(pairsOf(name))];
  const found = new Set(pairsOf(text));
  const shared = pairs.filter((pair) => found.has(pair)).length;
  return { shared, share: pairs.length === 0 ? 0 : shared / pairs.length };
}

function pairsOf(text: string): string[] {
  const letters = [...text.replace(/[^\p{Script=Han}A-Za-z]/gu, '')];
  return letters.slice(1).flatMap((letter, index) => {
    const pair = `${letters[index] ?? ''}${letter}`;
    return COMMON.has(pair) ? [] : [pair];
  });
}
