import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Section } from '../../api/organisation.js';
import { useOwnedBy } from '../../api/owners.js';

/** What is asked before a section is disabled: what it still owns should go to another first. */
export function DisablingSection({ section: { id, name } }: { readonly section: Section }) {
  const { t } = useTranslation();
  const { data: count = 0 } = useOwnedBy(id);
  return (
    <>
      {t('organisation.disableConfirm', { name })}
      {count > 0 && (
        <p>
          {t('organisation.stillOwns', { count })}{' '}
          <Link to={`/indicators/owners?section=${id}&which=all`}>{t('organisation.giveAway')}</Link>
        </p>
      )}
    </>
  );
}
