/** What a number format asks for: `"≥"0.0%` of 0.95 shows ≥95.0%. */
interface Section {
  readonly before: string;
  readonly after: string;
  /** `#,##0.00`, without quotes and signs. */
  readonly digits: string;
  readonly condition: readonly [string, number] | null;
  /** How often it shows a hundredth as a whole. */
  readonly percents: number;
  readonly isText: boolean;
}

const CONDITION = /^\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]$/;
const CURRENCY = /^\[\$([^\]-]*)/;
const TOKEN = /"[^"]*"|[\\!].|_.|\*.|\[[^\]]*\]|General|G\/通用格式|E[+-]0+|[0#?.,]+|[^"]/giy;
const DIGITS = /^[0#?.,]+$/;
const GENERAL = /^(?:General|G\/通用格式)$/i;

/** What is printed of a number; '' where the format shows nothing at all, as `;;;` does. */
export function shownNumber(value: number, format: string): string {
  const sections = sectionsOf(format);
  const section = sectionFor(value, sections);
  if (!section) return sections.length > 1 ? '' : general(value);
  const { before, after, digits, percents, condition } = section;
  if (digits === '' && sections.length > 1 && before + after === '') return '';
  if (digits === '' && before + after !== '' && sections.length > 1) return before + after;
  // A section of its own for what is negative says itself how that is shown.
  const isOwn = value < 0 && (condition !== null || sections.indexOf(section) === 1);
  const sign = value < 0 && !isOwn ? '-' : '';
  const shown = inDigits(Math.abs(value), digits, percents);
  return `${/^[-0.]*$/.test(shown) ? '' : sign}${before}${shown}${after}`;
}

/** What is printed of a text: `@"元"` of 30 shows 30元. */
export function shownText(text: string, format: string): string {
  if (!format.includes('@') || format === '@') return text;
  const section = sectionsOf(format).find(({ isText }) => isText);
  return section ? `${section.before}${text}${section.after}` : text;
}

function sectionFor(value: number, all: readonly Section[]): Section | undefined {
  const sections = all.filter(({ isText }) => !isText);
  if (sections.some(({ condition }) => condition))
    return sections.find(({ condition }) => !condition || holds(value, condition));
  const [positive, negative, zero] = sections;
  if (value < 0) return negative ?? positive;
  return value === 0 ? (zero ?? positive) : positive;
}

function holds(value: number, [operator, limit]: readonly [string, number]): boolean {
  if (operator === '=') return value === limit;
  if (operator === '<>') return value !== limit;
  const isOver = operator.startsWith('>') ? value > limit : value < limit;
  return isOver || (operator.endsWith('=') && value === limit);
}

function sectionsOf(format: string): Section[] {
  return format.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((written) => {
    let [before, after, digits] = ['', '', ''];
    let condition: Section['condition'] = null;
    let percents = 0;
    let isText = false;
    for (const [token] of written.matchAll(new RegExp(TOKEN.source, 'gi'))) {
      const [, operator, limit] = CONDITION.exec(token) ?? [];
      if (token === '%') percents += 1;
      if (operator) condition = [operator, Number(limit)];
      else if (token === '@') isText = true;
      else if (isPointWithin(token, digits)) digits += SCALING_POINT;
      else if (DIGITS.test(token) || /^E[+-]/i.test(token) || GENERAL.test(token)) digits += token;
      else if (digits === '' && !isText) before += literal(token);
      else after += literal(token);
    }
    return { before, after, digits, percents, condition, isText };
  });
}

/** 0!.0, of 450000 shows 45.0: a point that is only printed, so that 元 look like 万元. */
const SCALING_POINT = '!';
const isPointWithin = (token: string, digits: string): boolean => /^[\\!]\.$/.test(token) && digits !== '';

function literal(token: string): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (/^[\\!]./.test(token)) return token.slice(1);
  if (/^[_*]./.test(token)) return '';
  return token.startsWith('[') ? (CURRENCY.exec(token)?.[1] ?? '') : token;
}

function inDigits(value: number, digits: string, percents: number): string {
  const [ahead = '', behind] = digits.split(SCALING_POINT);
  if (behind !== undefined) return withPoint(inDigits(value, `${ahead}${behind}`, percents), behind);
  if (!DIGITS.test(digits) || digits.includes('/')) return general(value * 100 ** percents);
  const [whole = '', ...parts] = digits.split('.');
  const fraction = parts.join('');
  // Commas behind the last digit each show a thousandth.
  const thousands = /,*$/.exec(parts.length > 0 ? fraction || whole : whole)?.[0].length ?? 0;
  const shifted = shift(plain(value), 2 * percents - 3 * thousands);
  const [most, least] = [fraction.replace(/,/g, '').length, fraction.replace(/[^0]/g, '').length];
  const [full = '', rest = ''] = rounded(shifted, most).split('.');
  const kept = rest.slice(0, least) + rest.slice(least).replace(/0+$/, '');
  const padded = full.padStart(whole.replace(/[^0]/g, '').length, '0');
  return kept === '' ? padded : `${padded}.${kept}`;
}

/** The point stands before as many digits as the format has behind it. */
function withPoint(shown: string, behind: string): string {
  const decimals = behind.replace(/[^0#?]/g, '').length;
  const padded = shown.padStart(decimals + 1, '0');
  return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

const general = (value: number): string => plain(value);

/** 0.285 × 100 is 28.499999999999996 in floating point; a workbook keeps 15 digits. Never in powers of ten. */
function plain(value: number): string {
  const [, sign = '', first = '', rest = '', power = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(Number(value.toPrecision(15)).toExponential()) ?? [];
  return sign + shift(rest === '' ? first : `${first}.${rest}`, Number(power));
}

/** Moves the point of a decimal number. */
function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = whole + fraction;
  const at = whole.length + places;
  const all = at <= 0 ? '0'.repeat(1 - at) + digits : digits.padEnd(at, '0');
  const point = Math.max(at, 1);
  const [full, rest] = [all.slice(0, point).replace(/^0+(?=\d)/, ''), all.slice(point).replace(/0+$/, '')];
  return rest === '' ? full : `${full}.${rest}`;
}

/** Half away from zero, as Excel does; with exactly so many decimals. */
function rounded(decimal: string, decimals: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const up = Number(fraction[decimals] ?? '0') >= 5 ? 1n : 0n;
  const text = String(digits + up).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
