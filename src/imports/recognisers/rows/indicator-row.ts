import { defaultAggregation } from '../../../domain/default-aggregation.js';
import { isOfYear } from '../../../domain/aggregation.js';
import { parseTargetValue } from '../../../domain/target-value.js';
import { aggregationNamed } from '../../aggregation-words.js';
import type { IndicatorDraft, Places } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { decimalCell } from '../lines/decimal-cell.js';
import type { Levels } from './levels.js';
import { printedTarget } from '../columns/printed-target.js';
import { textOrNull } from '../lines/printed-text.js';
import { scoringRule } from './scoring-rule.js';
import { valueReached } from './value-reached.js';

/** Templates number their rows: 指标1：, 指标2：. */
const NUMBERED = /^指标\s*\d{1,2}\s*[:：]\s*/;

/** One row as an indicator; null when it cannot be one. */
export function indicatorRow(
  cells: readonly Cell[],
  columns: Columns,
  levels: Levels,
  fiscalYear: number | null = null,
): IndicatorDraft | null {
  const text = (column: keyof Columns) => {
    const index = columns[column];
    return index === undefined ? null : textOrNull(cells[index]?.text);
  };
  const name = text('name')?.replace(NUMBERED, '') ?? null;
  const raw = printedTarget(cells, columns);
  const weight = decimalCell(text('weight') ?? '');
  // A row that lost cells would shift, and each value would silently become its neighbour's.
  if (name === null || name === '' || (text('weight') !== null && weight === null)) return null;
  if (columns.weight !== undefined && cells.length <= columns.weight) return null;
  const [ruleRaw, aggregationRaw] = [text('rule'), text('aggregation')];
  const actualRaw = text('actual');
  const read = target(name, raw, aggregationRaw, fiscalYear);
  return {
    ...levels,
    name,
    ...read,
    aggregationRaw,
    raw,
    basis: text('basis'),
    previous: text('previous'),
    weight,
    rule: scoringRule(ruleRaw),
    ruleRaw,
    evidence: text('evidence'),
    sectionRaw: text('section'),
    actualRaw,
    actual: valueReached(actualRaw, read, fiscalYear),
    publishedScore: decimalCell(text('score') ?? ''),
    longTerm: null,
    source: cells[0]?.source ?? '',
    places: { ...placesOf(cells, columns), ...levels.places },
  };
}

function placesOf(cells: readonly Cell[], columns: Columns): Places {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([column, index]) => {
      const cell = cells[index];
      return cell && cell.text !== '' ? [[column, cell.source]] : [];
    }),
  );
}

function target(name: string, raw: string, aggregationRaw: string | null, fiscalYear: number | null) {
  const value = parseTargetValue(raw, fiscalYear);
  if (value === null) {
    return {
      ...{ comparator: null, target: null, targetUpper: null, unit: null, per: null },
      ...{ qualitative: false, aggregation: null },
    };
  }
  const { unit, per, comparator } = value;
  const assumed = defaultAggregation({ name, unit, per, comparator });
  // Words and monthly targets add up in one way only.
  const isOpen = assumed !== null && isOfYear(assumed);
  return { ...value, aggregation: (isOpen ? aggregationNamed(aggregationRaw) : null) ?? assumed };
}
