/** Symbol fonts put their signs where Unicode has its private ones: F0 and the place of the letter in the font. */
const SYMBOL: Readonly<Record<string, string>> = {
  'A3': '≤', 'B3': '≥', 'B1': '±', 'B9': '≠', 'BB': '≈', 'B4': '×', 'B8': '÷', 'B0': '°', 'D7': '·', 'B2': '″', 'A2': '′', '2D': '-',
}; // prettier-ignore
const WINGDINGS: Readonly<Record<string, string>> = {
  'FE': '☑', 'FD': '☒', 'FC': '√', 'FB': '×', 'A8': '□', '6F': '□', '71': '□', '72': '□', '78': '☒', 'A1': '○', '6C': '●', '6E': '■',
}; // prettier-ignore
const WINGDINGS_2: Readonly<Record<string, string>> = {
  '52': '☑',
  '53': '☒',
  '54': '☒',
  A3: '□',
  '50': '√',
  '4F': '×',
};
const FONTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  symbol: SYMBOL,
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
};
/** For a sign that is printed and that nobody knows here: what it stands in cannot be read as if it were not there. */
const UNKNOWN = '\ufffd';
const PRIVATE = /[\uf020-\uf0ff]/g;

/** @param code hexadecimal, as Word writes it; where no font is named, that of mathematical signs is meant */
export function symbolSign(code: string, font = 'symbol'): string {
  const place = code.toUpperCase().replace(/^(?:0x)?F?0*(?=..$)/, '');
  const known = FONTS[font.toLowerCase()];
  return (known ?? SYMBOL)[place] ?? (known === SYMBOL || !known ? ascii(place) : null) ?? UNKNOWN;
}

/** Private signs within a text. */
export const withSigns = (text: string, font?: string): string =>
  text.replace(PRIVATE, (sign) => symbolSign((sign.charCodeAt(0) - 0xf000).toString(16).padStart(2, '0'), font));

/** Digits, %, + and the like stand in the font of mathematical signs where they always do. */
function ascii(place: string): string | null {
  const code = Number.parseInt(place, 16);
  return code >= 0x20 && code < 0x40 ? String.fromCharCode(code) : null;
}
