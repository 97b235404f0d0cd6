import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOwnersFilter } from './use-owners-filter.js';

/** Why the list is empty, and what comes next. */
export function NoIndicators({ total }: { readonly total: number }) {
  const { t } = useTranslation();
  const { filter } = useOwnersFilter();
  const { year, departmentId, sheetId, importId, sectionId, search, unowned } = filter;
  const isNarrowed = [departmentId, sheetId, importId, sectionId, search].some((one) => one !== undefined);
  if (total > 0 && unowned && search === undefined) {
    return (
      <div className="owners-none">
        <p className="light-green">✓ {t('owners.allOwned')}</p>
        <Link to="/organisation">{t('owners.toContacts')}</Link>
      </div>
    );
  }
  if (isNarrowed) return <p className="owners-none">{t('owners.noneFound')}</p>;
  return (
    <div className="owners-none">
      <p>{t('owners.noneOfYear', { year })}</p>
      <Link to="/imports">{t('owners.toImports')}</Link>
    </div>
  );
}
