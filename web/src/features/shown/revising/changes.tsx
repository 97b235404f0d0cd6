import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { changedFields, type Revisable } from './changed.js';

interface ChangesProps {
  readonly before: Revisable;
  readonly after: Revisable;
}

/** Before and after, a line for each field that differs. */
export function Changes({ before, after }: ChangesProps) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="bare-list">
      {changedFields(before, after, t, i18n.language as Language).map(({ field, ...values }) => (
        <li key={field}>{t('revising.arrow', { what: t(`revising.${field}`), ...values })}</li>
      ))}
    </ul>
  );
}
