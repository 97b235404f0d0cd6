/**
 * Splits `1、… 2、…` (also `1.`, `1．`, `目标1：`, `（1）`) into its goals. Numbers must count up from 1, so neither 17.84 nor
 * a year begins a goal. Text without numbers is one goal; what stands before number 1 only introduces them.
 */
export function numberedGoals(text: string): string[] {
  const marks = [...text.matchAll(/(?:目标)?(?<![\d.])(?:[（(](\d{1,2})[)）]|(\d{1,2})(?:[、．:：]|\.(?!\d)))\s*/g)];
  const starts: { from: number; to: number }[] = [];
  for (const mark of marks) {
    if (Number(mark[1] ?? mark[2]) !== starts.length + 1) continue;
    starts.push({ from: mark.index, to: mark.index + mark[0].length });
  }
  if (starts.length < 2) return text === '' ? [] : [text];
  return starts.map(({ to }, index) => text.slice(to, starts[index + 1]?.from).trim());
}
