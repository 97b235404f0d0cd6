import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApproveChange, usePendingChanges, useWithdrawChange, type Approved } from '../../api/pending-changes.js';
import { ConfirmedButton } from '../shown/confirming/confirmed-button.js';
import { WaitingChangeText } from '../shown/pending/waiting-change-text.js';
import type { IssuedPassword } from './one-time-password.js';

/** What waits for a second security administrator. */
export function PendingChanges({ onIssued }: { readonly onIssued: (issued: IssuedPassword) => void }) {
  const { t } = useTranslation();
  const { data } = usePendingChanges();
  const approve = useApproveChange();
  const withdraw = useWithdrawChange();
  if (!data || data.items.length === 0) return null;
  const onDone = ({ user, password }: Approved): void => {
    if (user && password !== null) onIssued({ username: user.username, password });
  };
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBlock: 12 }}
      title={t('pending.title')}
      description={
        <>
          {withdraw.error && <Alert type="error" showIcon role="alert" title={withdraw.error.message} />}
          {data.items.map((change) => (
            <div key={change.id} style={{ marginBlock: 8 }}>
              <WaitingChangeText change={change} />
              <Space style={{ marginTop: 4 }}>
                {change.mayApprove && (
                  <ConfirmedButton
                    primary
                    label={t('pending.approve')}
                    pending={approve.isPending}
                    act={(given, outcome) => {
                      approve.mutate({ id: change.id, ...given }, outcome);
                    }}
                    onDone={onDone}
                  >
                    <WaitingChangeText change={change} />
                  </ConfirmedButton>
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
