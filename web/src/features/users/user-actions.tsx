import { Button, Space } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OF_A_DEPARTMENT } from '@domain/roles.js';
import { useSignInMethods } from '../../api/session.js';
import type { User } from '../../api/types.js';
import { useDownload } from '../../components/download/use-download.js';
import { lazily } from '../../components/parts/lazily.js';
import { DisableUser } from './disable-user.js';
import { EditUser } from './edit-user.js';
import { LinkIdentity } from './link-identity.js';
import type { IssuedPassword } from './one-time-password.js';
import { ResetPassword } from './reset-password.js';
import { UserAccess } from './user-access.js';

const HandOver = lazily(async () => (await import('./handover/hand-over.js')).HandOver);

interface UserActionsProps {
  readonly user: User;
  readonly onIssued: (issued: IssuedPassword) => void;
}

/** What can be done with one account; nobody signs in at an OpenID provider where there is none. */
export function UserActions({ user, onIssued }: UserActionsProps) {
  const { t } = useTranslation();
  const { data: methods } = useSignInMethods();
  const download = useDownload();
  const [dialog, setDialog] = useState<'edit' | 'access' | 'identity' | 'handover' | null>(null);
  const onClose = (): void => {
    setDialog(null);
  };
  const opening = (name: typeof dialog) => () => {
    setDialog(name);
  };
  return (
    <Space wrap size={[8, 4]}>
      <Button
        size="small"
        autoInsertSpace={false}
        aria-label={t('users.editOf', { name: user.displayName })}
        onClick={opening('edit')}
      >
        {t('users.edit')}
      </Button>
      <ResetPassword user={user} onIssued={onIssued} />
      <DisableUser user={user} />
      {OF_A_DEPARTMENT.includes(user.role) && (
        <Button size="small" aria-label={t('handover.of', { name: user.displayName })} onClick={opening('handover')}>
          {t('handover.button')}
        </Button>
      )}
      <Button size="small" onClick={opening('access')}>
        {t('users.access')}
      </Button>
      <Button size="small" {...download(`/api/v1/users/${user.id}/kept-data`)}>
        {t('users.keptData')}
      </Button>
      {methods?.oidc && (
        <Button size="small" onClick={opening('identity')}>
          {t('users.identity')}
        </Button>
      )}
      {dialog === 'edit' && <EditUser user={user} onClose={onClose} />}
      {dialog === 'access' && <UserAccess user={user} onClose={onClose} />}
      {dialog === 'handover' && (
        <Suspense>
          <HandOver user={user} onClose={onClose} />
        </Suspense>
      )}
      {dialog === 'identity' && <LinkIdentity user={user} onClose={onClose} />}
    </Space>
  );
}
