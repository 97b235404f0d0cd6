import { useTranslation } from 'react-i18next';
import type { Language, Problem } from '@domain/domain-error.js';
import { NOTHING } from './typed.js';

/** What is wrong with a cell, in the words of the page and not in those of the interface. */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  return ({ code, pointer, message }: Problem): string => {
    const field = pointer.slice(1);
    const said = message[i18n.language as Language];
    if (!(field in NOTHING)) return said;
    const name = t(`entry.field.${field}`);
    return code === 'required' ? t('entry.required', { field: name }) : said.replace(`${field}: `, `${name}: `);
  };
}
