const FLAT = '0123456789-+';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺';

/** A superscript behind something is an exponent or the mark of a footnote: 10⁴ is not 104, and m² not m2. */
export const raised = (before: string, text: string): string =>
  /\S\s*$/.test(before) ? text.replace(/[\d+-]/g, (sign) => RAISED[FLAT.indexOf(sign)] ?? sign) : text;
