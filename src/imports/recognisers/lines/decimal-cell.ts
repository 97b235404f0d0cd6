import { isDecimal } from '../../../domain/exact.js';

/** The decimal in a cell such as `1,314.40`, `10分`, `95％` or `127.98 万元`; null when it holds anything else. */
export function decimalCell(text: string | undefined): string | null {
  const ascii = (text ?? '')
    .slice(0, 60)
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .replace(/(?:分|%|万元|元)$/, '');
  const digits = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(ascii) ? ascii.replaceAll(',', '') : ascii;
  return isDecimal(digits) ? digits : null;
}
