const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Full-width signs as their usual ones, and without the blanks around them. Nothing else is folded: `24①` must not become
 * `241`, as it would by NFKC.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u3000\u00a0\u202f\s]+/g, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/\u2212/g, '-')
    .trim();
}

const ERROR_VALUE = /^#[A-Z]+(\/[A-Z0-9]+)?[!?]?$/i;

/** What no cell takes, whatever it is for. */
export function foreignTo(plain: string): 'formula' | 'error-value' | null {
  if (/^[=@]/.test(plain)) return 'formula';
  return ERROR_VALUE.test(plain) ? 'error-value' : null;
}
