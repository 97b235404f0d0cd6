import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  useApproveChange,
  usePendingChanges,
  useWithdrawChange,
  type WaitingChange,
} from '../../api/pending-changes.js';
import { WaitingChangeText } from '../shown/pending/waiting-change-text.js';
import type { IssuedPassword } from './one-time-password.js';

/** What waits for a second security administrator. */
export function PendingChanges({ onIssued }: { readonly onIssued: (issued: IssuedPassword) => void }) {
  const { t } = useTranslation();
  const { data } = usePendingChanges();
  const approve = useApproveChange();
  const withdraw = useWithdrawChange();
  const error = approve.error ?? withdraw.error;
  if (!data || data.items.length === 0) return null;
  const onApprove =
    ({ id }: WaitingChange) =>
    () => {
      approve.mutate(id, {
        onSuccess: ({ user, password }) => {
          if (user && password !== null) onIssued({ username: user.username, password });
        },
      });
    };
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBlock: 12 }}
      title={t('pending.title')}
      description={
        <>
          {error && <Alert type="error" showIcon role="alert" title={error.message} />}
          {data.items.map((change) => (
            <div key={change.id} style={{ marginBlock: 8 }}>
              <WaitingChangeText change={change} />
              <Space style={{ marginTop: 4 }}>
                {change.mayApprove && (
                  <Button size="small" type="primary" loading={approve.isPending} onClick={onApprove(change)}>
                    {t('pending.approve')}
                  </Button>
                )}
                <Button
                  size="small"
                  loading={withdraw.isPending}
                  onClick={() => {
                    withdraw.mutate(change.id);
                  }}
                >
                  {t('pending.withdraw')}
                </Button>
              </Space>
            </div>
          ))}
        </>
      }
    />
  );
}
