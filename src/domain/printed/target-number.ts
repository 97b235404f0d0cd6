import { exact, isDecimal } from '../exact.js';
import type { Period } from '../indicator.js';
import { type Sign, signAtUnit } from './target-sign.js';
import { isUnit } from './target-unit.js';
import type { TargetValue } from './target-value.js';
import { HARM } from './target-words.js';

export const NUMBER = /^-?\d[\d,]*(?:\.\d+)?/;
const THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const DASH = /^(?:[-–—~～]+|至|到)/;
/** 100百分比, 95个百分点 */
const PERCENT = /^(?:百分比|百分数|个?百分点)$/;

/** A number or a range with its unit, from its first digit to the end; null where something else stands there. */
export function numeric(sign: Sign | null, text: string, per: Period | null): TargetValue | null {
  const lower = number(text);
  const upper = upperEnd(lower.rest);
  const tail = unitIn(upper?.rest ?? lower.rest);
  if (lower.value === null || tail === null || (sign && tail.sign && tail.sign !== sign)) return null;
  // 0投诉 counts nothing in 投诉.
  const unit = lower.value === '0' && HARM.test(tail.unit ?? '') ? null : tail.unit;
  const value = { unit, per, qualitative: false };
  if (!upper) {
    return { comparator: sign ?? tail.sign ?? '=', target: lower.value, targetUpper: null, ...value };
  }
  const isRange = (sign === null || sign === '=') && tail.sign !== '>=';
  if (!isRange || upper.value === null || exact(upper.value).lt(exact(lower.value))) return null;
  if (upper.lowerUnit !== '' && upper.lowerUnit !== unit) return null;
  return { comparator: 'range', target: lower.value, targetUpper: upper.value, ...value };
}

/** `3-5次` and `3次-5次`; undefined where there is one number only. */
function upperEnd(text: string): { value: string | null; rest: string; lowerUnit: string } | undefined {
  const [lowerUnit = ''] = /^[^\d<>=–—~～至到-]{0,6}/.exec(text) ?? [];
  const behind = text.slice(lowerUnit.length);
  const upper = behind.replace(DASH, '');
  return upper !== behind && NUMBER.test(upper) ? { ...number(upper), lowerUnit } : undefined;
}

/** The number that the text begins with, and what follows; null where it has more digits than are kept. */
export function number(text: string): { value: string | null; rest: string } {
  const [found = ''] = NUMBER.exec(text) ?? [];
  const digits = THOUSANDS.test(found) ? found.replaceAll(',', '') : found;
  const canonical = digits.replace(/^(-?)0+(?=\d)/, '$1');
  return { value: isDecimal(canonical) ? canonical : null, rest: text.slice(found.length) };
}

function unitIn(text: string): { unit: string | null; sign: Sign | null } | null {
  const { found: sign, rest } = signAtUnit(text);
  const unit = rest.replace(PERCENT, '%');
  return unit === '' || isUnit(unit) ? { unit: unit === '' ? null : unit, sign } : null;
}
