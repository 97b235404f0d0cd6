import { parseTargetValue } from '../../../domain/printed/target-value.js';
import type { Columns } from '../columns/columns.js';
import { isKnownUnit } from '../columns/contents.js';
import type { Header } from '../columns/header.js';
import type { Line } from '../lines/document-lines.js';

const IN_BRACKETS = /[（(](?:计量)?(?:单位[:：]?)?\s*([^（()）]{1,8})[)）]$/;
const CAPTION = /^[（(]?(?:计量|指标)?单位[:：]\s*([^（()）]{1,8})[)）]?$/;

/** 元/座, 公里/小时 */
const PRICE = /^\p{Script=Han}{1,3}\/\p{Script=Han}{1,3}$/u;

/** 指标值（%） above a column of bare numbers. */
export const unitInHead = ({ heads }: Header, { target }: Columns): string | null =>
  unitOf(IN_BRACKETS.exec(heads.find(({ column }) => column === target)?.text ?? '')?.[1]);

/** 单位：万人次 above the table; what is counted in money says it of the funding. */
export function unitInCaption(lines: readonly Line[]): string | null {
  const units = lines.flatMap(({ cells }) =>
    cells.flatMap(({ text }) => unitOf(CAPTION.exec(text.replace(/\s/g, ''))?.[1]) ?? []),
  );
  return units.find((unit) => !unit.endsWith('元')) ?? null;
}

/** The target with the unit that its name, 参训人数（人）, or the head above it prints for a bare number. */
export function withUnitBeside(raw: string, name: string, above: string | null): string {
  const unit = unitOf(IN_BRACKETS.exec(name)?.[1]) ?? above;
  const value = unit === null ? null : parseTargetValue(raw);
  if (value === null || value.qualitative || value.comparator === 'by' || value.unit !== null) return raw;
  const whole = `${raw.trim()}${unit ?? ''}`;
  return parseTargetValue(whole)?.unit === unit ? whole : raw;
}

function unitOf(text: string | undefined): string | null {
  const unit = text?.trim().replace('％', '%');
  return unit !== undefined && (isKnownUnit(unit) || PRICE.test(unit)) ? unit : null;
}
