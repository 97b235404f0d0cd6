import { defaultAggregation } from '../../domain/default-aggregation.js';
import { parseTargetValue } from '../../domain/target-value.js';
import type { IndicatorDraft } from '../sheet-draft.js';
import type { Cell } from '../table-model.js';
import type { Columns } from './columns.js';
import { decimalCell } from './decimal-cell.js';
import { printedTarget } from './printed-target.js';
import { textOrNull } from './printed-text.js';
import { scoringRule } from './scoring-rule.js';

type Levels = Pick<IndicatorDraft, 'level1' | 'level2'>;

/** One row as an indicator; `above` are the level cells that apply where this row leaves them blank (merged cells). */
export function indicatorRow(cells: readonly Cell[], columns: Columns, above: Levels): IndicatorDraft | null {
  const text = (column: keyof Columns) => {
    const index = columns[column];
    return index === undefined ? null : textOrNull(cells[index]?.text);
  };
  const name = text('name');
  const raw = printedTarget(cells, columns);
  const weight = decimalCell(text('weight') ?? '');
  // A row that lost cells would shift, and each value would silently become its neighbour's.
  if (name === null || (text('weight') !== null && weight === null)) return null;
  if (columns.weight !== undefined && cells.length <= columns.weight) return null;
  const ruleRaw = text('rule');
  const actualRaw = text('actual');
  return {
    ...levels(text('level1'), text('level2'), above),
    name,
    ...target(name, raw),
    raw,
    basis: text('basis'),
    previous: text('previous'),
    weight,
    rule: scoringRule(ruleRaw),
    ruleRaw,
    evidence: text('evidence'),
    actualRaw,
    actual: numberReached(actualRaw),
    publishedScore: decimalCell(text('score') ?? ''),
    source: cells[0]?.source ?? '',
  };
}

/** A new level 1 ends the level 2 above it. */
function levels(level1: string | null, level2: string | null, above: Levels): Levels {
  const isNew = level1 !== null && level1 !== above.level1;
  return { level1: level1 ?? above.level1, level2: level2 ?? (isNew ? '' : above.level2) };
}

function target(name: string, raw: string) {
  const value = parseTargetValue(raw);
  if (value === null) {
    return {
      ...{ comparator: null, target: null, targetUpper: null, unit: null, per: null },
      ...{ qualitative: false, aggregation: null },
    };
  }
  const { unit, per, comparator } = value;
  return { ...value, aggregation: defaultAggregation({ name, unit, per, comparator }) };
}

/** `62次` and `100%` are numbers; 已完成 and 约60次 are not. */
function numberReached(printed: string | null): string | null {
  const value = printed === null ? null : parseTargetValue(printed);
  return value?.comparator === '=' ? value.target : null;
}
