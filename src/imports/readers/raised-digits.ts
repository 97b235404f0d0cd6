const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A superscript straight behind a digit is an exponent or a footnote: 10⁴ is not 104. */
export const raised = (before: string, text: string): string =>
  /\d\s*$/.test(before) ? text.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit) : text;
