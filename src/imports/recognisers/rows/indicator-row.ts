import { defaultAggregation } from '../../../domain/printed/default-aggregation.js';
import { isOfYear } from '../../../domain/aggregation.js';
import { parseTargetValue } from '../../../domain/printed/target-value.js';
import { aggregationNamed } from '../../aggregation-words.js';
import type { IndicatorDraft, Places, UnreadPoints } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import type { Columns } from '../columns/columns.js';
import { isColumnLabel } from '../columns/header.js';
import type { Levels } from './levels.js';
import { printedTarget } from '../columns/printed-target.js';
import { textOrNull } from '../lines/printed-text.js';
import { pointsCell, scoreCell } from './points-cell.js';
import { scoringRule } from './scoring-rule.js';
import { withUnitBeside } from './unit-above.js';
import { valueReached } from './value-reached.js';

/** Templates number their rows: 指标1：, 指标2：. */
const NUMBERED = /^指标\s*\d{1,2}\s*[:：]\s*/;

const LONGEST_POINTS = 30;

/**
 * One row as an indicator; null when it cannot be one.
 * @param unitAbove what a head above the targets prints as the unit of bare numbers
 */
export function indicatorRow(
  cells: readonly Cell[],
  columns: Columns,
  levels: Levels,
  fiscalYear: number | null = null,
  unitAbove: string | null = null,
): IndicatorDraft | null {
  const text = (column: keyof Columns) => {
    const index = columns[column];
    return index === undefined ? null : textOrNull(cells[index]?.text);
  };
  const name = text('name')?.replace(NUMBERED, '') ?? null;
  const printed = printedTarget(cells, columns);
  const [weightRaw, scoreRaw] = [text('weight'), text('score')];
  const weight = pointsCell(weightRaw);
  // A row that lost cells would shift, and each value would silently become its neighbour's.
  if (name === null || name === '' || (weight === null && isOfOtherColumn(weightRaw, printed))) return null;
  if (columns.weight !== undefined && cells.length <= columns.weight) return null;
  const raw = withUnitBeside(printed, name, unitAbove);
  const publishedScore = scoreCell(scoreRaw, weight);
  const unread = unreadPoints({
    weight: weight === null ? weightRaw : null,
    sharedWeight: weight === null ? (cells[columns.weight ?? -1]?.merged?.text ?? null) : null,
    score: publishedScore === null ? scoreRaw : null,
  });
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
    ...(unread && { unread }),
    rule: scoringRule(ruleRaw),
    ruleRaw,
    evidence: text('evidence'),
    sectionRaw: text('section'),
    actualRaw,
    actual: valueReached(actualRaw, read, fiscalYear),
    publishedScore,
    longTerm: null,
    source: cells[0]?.source ?? '',
    places: { ...placesOf(cells, columns), ...levels.places },
  };
}

/** What stands where the points should, in a row that lost cells: a target, a head, or words without any target. */
function isOfOtherColumn(weightRaw: string | null, target: string): boolean {
  if (weightRaw === null) return false;
  const value = parseTargetValue(weightRaw);
  const isPoints = value?.unit == null || value.unit.startsWith('分');
  const isMeasured = value !== null && !value.qualitative && !(isPoints && /^(?:=|range)$/.test(value.comparator));
  const isHead = isColumnLabel({ text: weightRaw, source: '' });
  return target === '' || isMeasured || isHead || weightRaw.length > LONGEST_POINTS;
}

function unreadPoints(printed: { [Cell in keyof UnreadPoints]: string | null }): UnreadPoints | null {
  const cells = Object.entries(printed).filter(([, text]) => text != null);
  return cells.length === 0 ? null : Object.fromEntries(cells);
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
