import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';
import { SessionsTable } from '../shown/access/sessions-table.js';
import { UserSecondFactor } from './user-second-factor.js';
import { TokensTable } from '../shown/access/tokens-table.js';

/** Where somebody is signed in, and what acts as them. */
export function UserAccess({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open width={820} title={t('users.accessOf', { name: user.displayName })} footer={null} onCancel={onClose}>
      <UserSecondFactor user={user} />
      <SessionsTable userId={user.id} />
      <TokensTable userId={user.id} />
    </Modal>
  );
}
