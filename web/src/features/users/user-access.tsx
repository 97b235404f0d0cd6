import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';
import { SessionsList } from '../shown/access/sessions-list.js';
import { UserSecondFactor } from './user-second-factor.js';
import { TokensList } from '../shown/access/tokens-list.js';

/** Where somebody is signed in, and what acts as them. */
export function UserAccess({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open width={820} title={t('users.accessOf', { name: user.displayName })} footer={null} onCancel={onClose}>
      <UserSecondFactor user={user} />
      <SessionsList userId={user.id} />
      <TokensList userId={user.id} />
    </Modal>
  );
}
