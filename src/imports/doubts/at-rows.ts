import type { IndicatorDraft, SheetDraft } from '../sheet-draft.js';

const MOST_NAMES = 6;

/** Rows of a sheet that one cause concerns: their names, and the place of a doubt about them, the row itself where it is one. */
export function atRows({ indicators }: SheetDraft, fits: (indicator: IndicatorDraft) => boolean) {
  const rows = indicators.filter(fits);
  const names = rows.slice(0, MOST_NAMES).map(({ name, target, qualitative }) => ({
    zh: `“${name}”${qualitative && target !== null ? `（${target}）` : ''}`,
    en: `“${name}”`,
  }));
  const [first] = rows;
  const more = rows.length > MOST_NAMES;
  return {
    rows,
    zh: `${names.map(({ zh }) => zh).join('、')}${more ? ` 等 ${rows.length} 项` : ''}`,
    en: `${names.map(({ en }) => en).join(', ')}${more ? ` and others (${rows.length})` : ''}`,
    ...(first && { source: first.source, ...(rows.length === 1 && { indicator: indicators.indexOf(first) }) }),
  };
}
