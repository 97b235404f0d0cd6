import { useTranslation } from 'react-i18next';
import type { Language, Problem } from '@domain/domain-error.js';
import { type Field, NOTHING } from './typed.js';

type Cell = Exclude<Field, 'confirmed'>;
const isCell = (name: string): name is Cell => name in NOTHING && name !== 'confirmed';

/** What is wrong with a cell, in the words of the page and not in those of the interface. */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  return ({ code, pointer, message }: Problem): string => {
    const field = pointer.slice(1);
    const said = message[i18n.language as Language];
    if (!isCell(field)) return said;
    const name = t(`field.${field}`);
    return code === 'required' ? t('entry.required', { field: name }) : said.replace(`${field}: `, `${name}: `);
  };
}
