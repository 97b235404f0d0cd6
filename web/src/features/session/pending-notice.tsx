import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePendingChanges } from '../../api/pending-changes.js';
import { WaitingChangeText } from '../shown/pending/waiting-change-text.js';

/** Tells whoever a change of an account concerns that it waits, on every page, as long as it can still be stopped. */
export function PendingNotice() {
  const { t } = useTranslation();
  const { data } = usePendingChanges();
  if (!data || data.items.length === 0) return null;
  return (
    <Alert
      type="warning"
      banner
      title={t('pending.title')}
      description={
        <>
          {data.items.map((change) => (
            <div key={change.id}>
              <WaitingChangeText change={change} />
            </div>
          ))}
          <div className="muted">{t('pending.ask')}</div>
        </>
      }
    />
  );
}
