import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnownedOf } from '../../../api/owners.js';
import { useDraft } from '../draft/use-draft.js';

/** How many of the adopted indicators nobody enters, and the way to mend it; nothing before it is known. */
export function OwnersMissing() {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const { data: count } = useUnownedOf(draft.id);
  if (count === undefined) return null;
  if (count === 0) return <p className="light-green">✓ {t('imports.ownersThere')}</p>;
  return (
    <Alert
      type="warning"
      showIcon
      className="imports-note"
      title={t('imports.ownersMissing', { count })}
      action={
        <Link className="ant-btn ant-btn-primary ant-btn-sm" to={`/indicators/owners?import=${draft.id}`}>
          {t('imports.toOwners')}
        </Link>
      }
    />
  );
}
