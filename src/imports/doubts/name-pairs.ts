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
/** Longer than any name or clause; only rubbish is cut. */
const LONGEST = 200;

/** Chinese has no spaces between words; pairs of neighbouring characters find common words without a dictionary. */
export function namePairs(text: string): ReadonlySet<string> {
  const letters = [...text.slice(0, LONGEST).replace(/[^\p{Script=Han}A-Za-z]/gu, '')];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
  return new Set(pairs.filter((pair) => !COMMON.has(pair)));
}

/** How much of a name comes back in a text, 0 to 1; only for comparing, never for points. */
export function shareOf(name: ReadonlySet<string>, text: ReadonlySet<string>): number {
  if (name.size === 0) return 0;
  let shared = 0;
  for (const pair of name) if (text.has(pair)) shared += 1;
  return shared / name.size;
}
