import { useTranslation } from 'react-i18next';

/** What a field of a sheet or row is called on the page; what has no name of its own is called as the interface does. */
export function useFieldName() {
  const { t, i18n } = useTranslation();
  return (field: string): string => {
    const key = `draft.field.${field}`;
    return i18n.exists(key) ? t(key as 'draft.field.name') : field;
  };
}
