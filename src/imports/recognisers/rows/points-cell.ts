import { chineseNumber } from '../../../domain/printed/chinese-number.js';
import { exact } from '../../../domain/exact.js';
import { decimalCell } from '../lines/decimal-cell.js';

const IN_WORDS = /^([零〇一二两三四五六七八九十百]+)分?$/;

/** Points as printed: `10`, `10分`, `10（分）`, `五分`, `10。`; null where the cell says anything else. */
export function pointsCell(text: string | null): string | null {
  const bare = (text ?? '')
    .replace(/\s/g, '')
    .replace(/[；;。，,、.]+$/, '')
    .replace(/[（(]分[)）]$/, '');
  const words = IN_WORDS.exec(bare)?.[1];
  return words === undefined ? decimalCell(bare) : chineseNumber(words);
}

/** The points reached, also as `4.9/5` where 5 is what the row can give. */
export function scoreCell(text: string | null, weight: string | null): string | null {
  const [, reached, most] = /^([\d.]+)分?[/／]([\d.]+)分?$/.exec((text ?? '').replace(/\s/g, '')) ?? [];
  if (reached === undefined || most === undefined) return pointsCell(text);
  const [score, whole] = [decimalCell(reached), decimalCell(most)];
  return whole !== null && weight !== null && exact(whole).equals(exact(weight)) ? score : null;
}
