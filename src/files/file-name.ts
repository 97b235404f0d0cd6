const LONGEST = 180;

/** A name as it came from somebody's machine, without folders and without what could deceive or break a line. */
export function safeFileName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/^.*[\\/]/u, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>:|?*]/gu, '')
    .replace(/^[. ]+|[. ]+$/gu, '');
  if ([...name].length <= LONGEST) return name || 'file';
  const extension = /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? '';
  return [...name].slice(0, LONGEST - extension.length).join('') + extension;
}
