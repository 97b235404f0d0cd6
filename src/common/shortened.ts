/** Beside Latin letters of one column: CJK, its punctuation, and full-width signs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}]/u;

/** A name as it stands in a heading, the subject of a mail or the name of a file: at most so many columns. */
export function shortened(text: string, columns = 48): string {
  const signs = [...text];
  let used = 0;
  const end = signs.findIndex((sign) => (used += WIDE.test(sign) ? 2 : 1) > columns);
  return end === -1
    ? text
    : `${signs
        .slice(0, end - 1)
        .join('')
        .trimEnd()}…`;
}
