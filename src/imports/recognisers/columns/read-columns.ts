import { filledCells, type Line } from '../lines/document-lines.js';
import { type ColumnRole, KNOWN_ONLY } from '../vocabulary/column-words.js';
import { type AssumedColumn, type IgnoredColumn, placesOf, type ReadHeader } from './columns.js';
import { type Contents, contentsOf } from './contents.js';
import { type Head, resembledMeaning } from './heads.js';
import type { Header } from './header.js';
import { withGroupWeights } from './weight-columns.js';
import { labelOf } from '../lines/printed-text.js';
import { levelsByPlace } from './level-columns.js';
import { withColumnsUnderMergedHeads } from './merged-heads.js';
import { periodsOf } from './periods.js';

type Places = Partial<Record<ColumnRole, number>>;

/** So many rows show what a column holds. */
const MOST_ROWS = 80;
const MOST_VALUES = 3;
/** Any head that says more comes before a bare year. */
const BARE_YEAR = 99;
/** What the cells of a column must be for its head to be believed where it only resembles a known one. */
const FITTING: Readonly<Partial<Record<ColumnRole, readonly Contents[]>>> = {
  comparator: ['sign', 'blank'],
  unit: ['unit', 'text', 'blank'],
  weight: ['number', 'blank'],
  weight1: ['number', 'blank'],
  weight2: ['number', 'blank'],
  score: ['number', 'blank'],
  target: ['target', 'number', 'text'],
};
/** What cells are taken for where no head says it. */
const TOLD_BY_CONTENTS: readonly (readonly [Contents, ColumnRole])[] = [
  ['sign', 'comparator'],
  ['unit', 'unit'],
  ['target', 'target'],
];

/**
 * Which column holds what: by heads that are known, then by those that they resemble, then by what the cells are. Whatever
 * is left with contents is listed as ignored.
 */
export function readColumns(header: Header, body: readonly Line[], fiscalYear: number | null): ReadHeader {
  const rows = body.filter((line) => line.isRow && filledCells(line).length > 1).slice(0, MOST_ROWS);
  const printed = withBlankHeads(header, rows).map(withTargetOfYear);
  const otherYear = onlyTargetOfOtherYear(printed, fiscalYear);
  const heads = printed.map((head) => (head === otherYear ? head : inItsYear(head, fiscalYear)));
  const valuesOf = ({ column }: Head) => rows.map(({ cells }) => cells[column]?.text ?? '');
  const { year: ofYear, long, isAssumed } = periodsOf(heads, fiscalYear);
  const year = withGroupWeights(ofYear, valuesOf);
  const places: Places = placesOf(year, fiscalYear);
  withColumnsUnderMergedHeads(year, places, valuesOf);
  const assumed = [
    ...pointsUnderRule(year, places, valuesOf),
    ...resembling(year, places, valuesOf),
    ...byContents(year, places, valuesOf),
    ...nameByPlace(year, places, valuesOf),
    ...levelsByPlace(year, places, valuesOf),
  ];
  assumed.push(...fallBack(places, valuesOf, heads));
  const taken = new Set([...Object.values(places), ...long.map(({ column }) => column)]);
  const ignored = year
    .filter(({ column }) => !taken.has(column))
    .flatMap((head) => ignoredColumn(head, valuesOf(head), places));
  const known = heads.filter(({ meaning, column }) => meaning && KNOWN_ONLY.has(meaning.role) && taken.has(column));
  const { name, target } = places;
  return {
    columns: name === undefined || target === undefined ? null : { ...places, name, target },
    longTerm:
      long.length > 0 ? placesOf(long, null) : places.longTerm === undefined ? null : { target: places.longTerm },
    isPeriodAssumed: isAssumed,
    otherYear: otherYear ?? undefined,
    assumed,
    ignored: [
      ...ignored,
      ...known.flatMap((head) => ignoredColumn(head, valuesOf(head), places)),
      ...replacedTargets(heads, places, valuesOf),
    ],
  };
}

/** A column may have cells and nothing above them: under a merged head, or because its head was forgotten. */
function withBlankHeads({ heads, source }: Header, rows: readonly Line[]): Head[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const blank = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      !heads.some((head) => head.column === column) && rows.some(({ cells }) => (cells[column]?.text ?? '') !== ''),
  );
  const added = blank.map((column): Head => ({ column, text: '', source, meaning: null, year: null, period: null }));
  return [...heads, ...added].sort((a, b) => a.column - b.column);
}

/** 2030年 | 2031年 | 2032年 above numbers that nothing else names. */
function withTargetOfYear(head: Head): Head {
  const isYear = head.meaning === null && /^20\d{2}年?度?$/.test(head.text);
  return isYear ? { ...head, meaning: { role: 'target', rank: BARE_YEAR, resembles: null } } : head;
}

/** 2030年完成值 is last year's value in a sheet of 2031, and 2033年指标值 is none of this year. */
function inItsYear(head: Head, fiscalYear: number | null): Head {
  const { meaning, year } = head;
  if (!meaning || year === null || fiscalYear === null || year === fiscalYear) return head;
  if (year === fiscalYear - 1 && (meaning.role === 'actual' || meaning.role === 'target')) {
    return { ...head, meaning: { ...meaning, role: 'previous' } };
  }
  return year > fiscalYear && meaning.role === 'target' ? { ...head, meaning: { ...meaning, role: 'longTerm' } } : head;
}

/** The only column of targets, where its head names another year than the sheet. */
function onlyTargetOfOtherYear(heads: readonly Head[], fiscalYear: number | null): Head | null {
  const [target, ...others] = heads.filter(({ meaning }) => meaning?.role === 'target' || meaning?.role === 'adjusted');
  const isOther = target?.year != null && fiscalYear !== null && target.year !== fiscalYear;
  return isOther && others.length === 0 ? target : null;
}

type ValuesOf = (head: Head) => readonly string[];

function resembling(heads: readonly Head[], places: Places, valuesOf: ValuesOf): AssumedColumn[] {
  return heads.flatMap((head) => {
    if (head.meaning) return [];
    const meaning = resembledMeaning(labelOf(head.text.split(' / ').at(-1) ?? ''));
    if (!meaning || meaning.role === 'group' || places[meaning.role] !== undefined) return [];
    const contents = contentsOf(valuesOf(head));
    if (FITTING[meaning.role]?.includes(contents) === false) return [];
    places[meaning.role] = head.column;
    return [{ head, role: meaning.role, resembles: meaning.resembles }];
  });
}

/** 评分标准 above nothing but numbers: the points that a row can give, and no words about them. */
function pointsUnderRule(heads: readonly Head[], places: Places, valuesOf: ValuesOf): AssumedColumn[] {
  const head = heads.find(({ column }) => column === places.rule);
  if (!head || contentsOf(valuesOf(head)) !== 'number') return [];
  places.rule = undefined;
  if (places.weight !== undefined) return [];
  places.weight = head.column;
  return [{ head, role: 'weight', resembles: null }];
}

function byContents(heads: readonly Head[], places: Places, valuesOf: ValuesOf): AssumedColumn[] {
  const unknown = heads.filter(({ meaning, column }) => meaning === null && !Object.values(places).includes(column));
  return TOLD_BY_CONTENTS.flatMap(([contents, role]) => {
    if (places[role] !== undefined) return [];
    const head = unknown.find((other) => contentsOf(valuesOf(other)) === contents);
    if (!head) return [];
    places[role] = head.column;
    return [{ head, role, resembles: null }];
  });
}

/** Names stand right of their levels; numbers between a sign and a unit are targets. */
function nameByPlace(heads: readonly Head[], places: Places, valuesOf: ValuesOf): AssumedColumn[] {
  const isFree = (head: Head) => head.meaning === null && !Object.values(places).includes(head.column);
  const levels = Math.max(places.level2 ?? -1, places.level1 ?? -1);
  const assumed: AssumedColumn[] = [];
  const take = (role: ColumnRole, head: Head | undefined) => {
    if (!head || places[role] !== undefined) return;
    places[role] = head.column;
    assumed.push({ head, role, resembles: null });
  };
  const isText = (head: Head) => contentsOf(valuesOf(head)) === 'text';
  take(
    'name',
    heads.find((head) => head.column > levels && isFree(head) && isText(head)),
  );
  const { comparator, unit, name = -1 } = places;
  const besides = [comparator === undefined ? null : comparator + 1, unit === undefined ? null : unit - 1];
  const isNumber = (head: Head) => ['number', 'target'].includes(contentsOf(valuesOf(head)));
  take(
    'target',
    heads.find((head) => isFree(head) && besides.includes(head.column) && isNumber(head)),
  );
  take(
    'target',
    heads.find((head) => isFree(head) && head.column === name + 1 && isText(head)),
  );
  return assumed;
}

/** Where a table has no column for the finest level, the finest that it has names its indicators. */
function fallBack(places: Places, valuesOf: ValuesOf, heads: readonly Head[]): AssumedColumn[] {
  const finest = (['level2', 'level1'] as const).find((level) => places[level] !== undefined);
  const named = places.name === undefined && places.level2 !== undefined ? goalAsName(places, heads) : [];
  if (places.name === undefined && finest) {
    places.name = places[finest];
    places[finest] = undefined;
  }
  if (places.target === undefined && places.adjusted !== undefined) {
    places.target = places.adjusted;
    places.adjusted = undefined;
  }
  // 年度目标 above the targets, in a table that has one project only.
  if (places.target === undefined && places.goal !== undefined && places.project === undefined) {
    places.target = places.goal;
    places.goal = undefined;
  }
  const unit = heads.find(({ column }) => column === places.unit);
  if (!unit || labelOf(unit.text) !== '单位' || contentsOf(valuesOf(unit)) !== 'text') return named;
  const role = (['section', 'department'] as const).find((body) =>
    valuesOf(unit).every((text) => text === '' || BODIES[body].test(text)),
  );
  if (role === undefined || places[role] !== undefined) return named;
  [places[role], places.unit] = [unit.column, undefined];
  return [...named, { head: unit, role, resembles: null }];
}

/** 绩效目标 between the levels and the targets: what the table calls its third level. */
function goalAsName(places: Places, heads: readonly Head[]): AssumedColumn[] {
  const { goal, level2 = -1, comparator, target } = places;
  const head = heads.find(({ column }) => column === goal);
  const isBetween = goal !== undefined && goal > level2 && goal < (comparator ?? target ?? -1);
  if (!head || !isBetween) return [];
  [places.name, places.goal] = [goal, undefined];
  return [{ head, role: 'name', resembles: null }];
}

/** What 单位 names where it is no unit of measurement. */
const BODIES = {
  section: /..[科股室]$/,
  department: /.[局委办院所校队会站厅处府心镇乡]$/,
} as const;

/** 年初目标值 beside 调整后目标值: where both are filled the adjusted one counts. */
function replacedTargets(heads: readonly Head[], places: Places, valuesOf: ValuesOf): IgnoredColumn[] {
  const [head, adjusted] = [places.target, places.adjusted].map((place) =>
    heads.find(({ column }) => column === place),
  );
  if (!head || !adjusted) return [];
  const later = valuesOf(adjusted);
  const values = valuesOf(head).filter((text, row) => text !== '' && later[row] !== '' && text !== later[row]);
  const looksLike = contentsOf(values);
  return looksLike === 'blank' ? [] : [{ head, values: values.slice(0, MOST_VALUES), looksLike, isKnown: true }];
}

function ignoredColumn(head: Head, values: readonly string[], places: Places): IgnoredColumn[] {
  const looksLike = contentsOf(values);
  const role = head.meaning?.role;
  const distinct = new Set(values.filter((text) => text !== ''));
  // 绩效指标 beside all rows says nothing of any of them, nor do the numbers of the names.
  const isAbove = role === 'name' && head.column < (places.name ?? 0) && (distinct.size < 2 || looksLike === 'number');
  const isGroup = role === 'group' || role === 'number' || isAbove;
  if (looksLike === 'blank' || isGroup) return [];
  return [
    {
      head,
      values: [...distinct].slice(0, MOST_VALUES),
      looksLike,
      isKnown: role !== undefined && KNOWN_ONLY.has(role),
    },
  ];
}
