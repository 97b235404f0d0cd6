const PARTS = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|y+|m+|d+|h+|s+|AM\/PM|[^"]/gi;

/** What of a date is printed: whole dates as `2031-06-30`, others as the format says: `2031年6月`, `9:30`. */
export function shownDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const [section = ''] = format.split(';');
  const parts = [...section.matchAll(PARTS)].map(([part]) => part);
  const has = (letter: string) => parts.some((part) => part.toLowerCase().startsWith(letter));
  const isWhole = has('y') && has('m') && has('d');
  if (isWhole || !(has('y') || has('m') || has('d') || has('h'))) return date.toISOString().slice(0, 10);
  return parts.map((part, at) => partOf(date, part, isMinute(parts, at))).join('').trim(); // prettier-ignore
}

/** `m` is the month, but the minute behind hours and before seconds. */
function isMinute(parts: readonly string[], at: number): boolean {
  const letters = (list: readonly string[]) => list.filter((part) => /^[ymdhs]/i.test(part));
  return /^h/i.test(letters(parts.slice(0, at)).at(-1) ?? '') || /^s/i.test(letters(parts.slice(at + 1))[0] ?? '');
}

function partOf(date: Date, part: string, minute: boolean): string {
  const letter = part.slice(0, 1).toLowerCase();
  const padded = (value: number) => String(value).padStart(part.length > 1 ? 2 : 1, '0');
  if (part.startsWith('"')) return part.slice(1, -1);
  if (part.startsWith('\\')) return part.slice(1);
  if (/^(?:\[|_|\*)/.test(part)) return '';
  if (letter === 'y') return String(date.getUTCFullYear()).slice(part.length > 2 ? 0 : 2);
  if (letter === 'm') return padded(minute ? date.getUTCMinutes() : date.getUTCMonth() + 1);
  if (letter === 'd') return padded(date.getUTCDate());
  if (letter === 'h') return padded(date.getUTCHours());
  return letter === 's' ? padded(date.getUTCSeconds()) : part;
}
