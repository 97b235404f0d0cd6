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

/** A name with the folders that it lies in, as it came in a zip file: each part is safe, and none leads out of them. */
export function safeFilePath(given: string): string {
  const parts = given.split(/[\\/]/u).filter((part) => !/^\s*\.{0,2}\s*$/u.test(part));
  return parts.map(safeFileName).join('/') || 'file';
}
