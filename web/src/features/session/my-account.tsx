import { Modal } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session.js';
import { Loading } from '../../components/loading.js';
import { lazily } from '../../components/parts/lazily.js';
import { SessionsList } from '../shown/access/sessions-list.js';
import { TokensList } from '../shown/access/tokens-list.js';
import { KeptData } from './kept-data.js';
import { NewToken } from './new-token.js';
import { OwnPassword } from './own-password.js';
import { OwnSecondFactor } from './second-factor/own-second-factor.js';

const OwnMails = lazily(async () => (await import('./own-mails/own-mails.js')).OwnMails);

interface MyAccountProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** What I sign in with, where I am signed in, what acts as me, which mails I get, and what is kept about me. */
export function MyAccount({ session, onClose }: MyAccountProps) {
  const { t } = useTranslation();
  return (
    <Modal open width={820} title={t('account.title')} footer={null} onCancel={onClose}>
      <OwnPassword {...session} />
      <OwnSecondFactor />
      <SessionsList userId={null} />
      <TokensList userId={null}>
        <NewToken />
      </TokensList>
      <Suspense fallback={<Loading />}>
        <OwnMails />
      </Suspense>
      <KeptData />
    </Modal>
  );
}
