/** How printed names are held against each other: blanks and the width of letters are no difference. */
export const printedKey = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');
