import i18next from 'i18next';

/** Names in a row as the reader's language sets them: `甲、乙、丙`; `A, B and C`. */
export function listed(names: readonly string[]): string {
  return i18next.language === 'zh' ? names.join('、') : new Intl.ListFormat('en-GB').format(names);
}

/** The first `most` of them, and a sign that there are more. */
export function listedUpTo(names: readonly string[], most: number): string {
  if (names.length <= most) return listed(names);
  const isChinese = i18next.language === 'zh';
  return `${names.slice(0, most).join(isChinese ? '、' : ', ')}${isChinese ? ' …' : ', …'}`;
}
