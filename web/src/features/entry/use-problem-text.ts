import { useTranslation } from 'react-i18next';
import type { Language, Problem } from '../../../../src/domain/domain-error.js';
import { NOTHING } from './typed.js';

/** What is wrong with a cell, in the words of the page and not in those of the interface. */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  return ({ code, pointer, message }: Problem): string => {
    const field = pointer.slice(1);
    return code === 'required' && field in NOTHING
      ? t('entry.required', { field: t(`entry.field.${field}`) })
      : message[i18n.language as Language];
  };
}
