/** Letters of other alphabets behind the Latin one they are taken for, small ones (of Unicode's list, TR39: Cyrillic and Greek). */
const ROWS = 'aаαɑ bвьβ cсϲ dԁ eеεє gɡ hһнη iіιɩı jјϳ kкκ lӏ mм nпν oоοσ pрρ qԛ rг sѕ tтτ uυ vѵ wԝωш xхχ yуγү zζ';

const LATIN = new Map(
  ROWS.split(' ').flatMap(([latin = '', ...others]) => others.map((other) => [other, latin] as const)),
);

/** In small letters as they look: of one width, without accents and what cannot be seen, and Latin where they look so. */
export const asItLooks = (text: string): string =>
  [
    ...text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}]/gu, ''),
  ]
    .map((sign) => LATIN.get(sign) ?? sign)
    .join('');
