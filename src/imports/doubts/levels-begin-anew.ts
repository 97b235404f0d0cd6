import { exact } from '../../domain/exact.js';
import { weightTotal } from '../recognisers/rows/printed-sums.js';
import type { IndicatorDraft } from '../sheet-draft.js';
import { eachSheet } from './doubt-check.js';
import { sheetName } from './sheet-name.js';

/** Fewer points are those of a group. */
const LEAST_POINTS = exact('50');

/** Rows whose levels, or points, are those of a whole sheet once more: a second project whose name was forgotten. */
export const levelsBeginAnew = eachSheet('sheet-suspected-missing', (sheet) => {
  const { indicators } = sheet.draft;
  const place = secondBegin(indicators);
  const row = place === null ? undefined : indicators[place];
  if (!row) return [];
  const name = sheetName(sheet);
  const zh = `“${name}”的指标到“${row.name}”处又从“${row.level1}”重新开始，可能是另一张表漏写了项目名称。现按同一张表读取，请核对，需要时拆分。`;
  const en = `At “${row.name}” the indicators of “${name}” begin anew with “${row.level1}”: perhaps the sheet of another project, whose name is missing. They were read as one sheet; check them, and split it if need be.`;
  return [{ severity: 'warning' as const, message: { zh, en }, source: row.source }];
});

function secondBegin(rows: readonly IndicatorDraft[]): number | null {
  const first = rows[0]?.level1 ?? '';
  const places = rows.flatMap(({ level1 }, place) =>
    place > 0 && level1 === first && rows[place - 1]?.level1 !== first ? [place] : [],
  );
  return first === '' ? null : (places.find((place) => isWholeAgain(rows.slice(0, place), rows.slice(place))) ?? null);
}

/** The same points together, or without points the same levels in the same order. */
function isWholeAgain(before: readonly IndicatorDraft[], behind: readonly IndicatorDraft[]): boolean {
  if ([...before, ...behind].some(({ weight }) => weight !== null)) {
    const [one, other] = [before, behind].map((rows) => exact(weightTotal(rows)));
    return one !== undefined && other !== undefined && one.gte(LEAST_POINTS) && one.equals(other);
  }
  return levels(before) === levels(behind);
}

const levels = (rows: readonly IndicatorDraft[]): string => [...new Set(rows.map(({ level1 }) => level1))].join();
