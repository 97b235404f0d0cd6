import { labelOf } from '../lines/printed-text.js';
import type { ColumnRole } from '../vocabulary/column-words.js';
import type { AssumedColumn } from './columns.js';
import type { Head } from './heads.js';

type Places = Partial<Record<ColumnRole, number>>;
type ValuesOf = (head: Head) => readonly string[];

/** What the levels of indicators are called. */
const LEVEL = /指标$|效益|效果|效率|效能|满意|产出|成本|数量|质量|时效|可持续|履职|管理/;
const MOSTLY = 0.6;
/** Heads that stand above levels, too: 绩效指标 over 产出指标, 效益指标. */
const COVERING: readonly (ColumnRole | undefined)[] = ['name', 'group', 'goal'];

/** Levels under heads that do not say so: columns left of the next finer level whose cells are levels. */
export function levelsByPlace(heads: readonly Head[], places: Places, valuesOf: ValuesOf): AssumedColumn[] {
  const candidates = (from: number, to: number | undefined) =>
    heads.filter(
      (head) =>
        head.column > from &&
        head.column < (to ?? 0) &&
        (head.meaning === null || COVERING.includes(head.meaning.role)) &&
        !Object.values(places).includes(head.column) &&
        areLevels(head, valuesOf),
    );
  const found: [ColumnRole, Head | undefined][] = [];
  if (places.level1 === undefined) {
    const [last, before] = candidates(-1, places.level2 ?? places.name).toReversed();
    const isFiner = places.level2 === undefined && before !== undefined;
    found.push(['level1', isFiner ? before : last], ['level2', isFiner ? last : undefined]);
  } else if (places.level2 === undefined) found.push(['level2', candidates(places.level1, places.name).at(-1)]);
  return found.flatMap(([role, head]) => {
    if (!head) return [];
    places[role] = head.column;
    return head.meaning || head.text === '' ? [] : [{ head, role, resembles: null }];
  });
}

/** A cell that only names the table, such as 绩效指标 beside all rows, is no level. */
export function areLevels(head: Head, valuesOf: ValuesOf): boolean {
  const own = labelOf(head.text.split(' / ').at(-1) ?? '');
  const values = [...new Set(valuesOf(head).map(labelOf))].filter((text) => text !== '' && text !== own);
  const fitting = values.filter((text) => text.length <= LONGEST && LEVEL.test(text) && !GROUP.test(text));
  return values.length > 0 && fitting.length >= values.length * MOSTLY;
}

const GROUP = /^(?:年度|项目|支出|部门|整体)?(?:绩效|目标)+指标$/;
const LONGEST = 14;
