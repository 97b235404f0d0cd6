import type { Doubt } from '../sheet-draft.js';
import type { DoubtCheck } from './doubt-check.js';

/**
 * The same name twice in one department: one measured value may feed both, so it is entered once (a `Measure`), or they are
 * different things.
 */
export const duplicateIndicator: DoubtCheck = (sheets) => {
  const first = new Map<string, { readonly value: string; readonly source: string }>();
  const doubts: Doubt[] = [];
  for (const [sheet, { draft }] of sheets.entries()) {
    for (const [index, { name, raw, source, ...indicator }] of draft.indicators.entries()) {
      const key = `${draft.department ?? ''}\n${name.replace(/\s/g, '')}`;
      const value = [indicator.comparator, indicator.target, indicator.targetUpper, indicator.unit].join(' ');
      const earlier = first.get(key);
      if (earlier) {
        const agrees = earlier.value === value;
        const zh = `“${name}”已在 ${earlier.source} 出现，指标值${agrees ? '相同' : '不同'}（此处 ${raw}）。请确认是否同一项数据。`;
        const en = `“${name}” already stands at ${earlier.source} with ${agrees ? 'the same' : 'another'} target (here ${raw}). Is it the same measure?`;
        const severity = agrees ? 'info' : 'warning';
        doubts.push({ code: 'duplicate-indicator', severity, sheet, indicator: index, message: { zh, en }, source });
      } else {
        first.set(key, { value, source });
      }
    }
  }
  return doubts;
};
