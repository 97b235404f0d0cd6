import { Modal, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import { SignIn } from './sign-in-page.js';

/** Above dialogs that are open, and above their messages. */
const TOPMOST = 5000;

/**
 * The session has ended while somebody was at work: what they have typed stays where it is, and nobody can read it
 * until they are back.
 */
export function SignInAgain() {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const opaque = { mask: { background: token.colorBgLayout, backdropFilter: 'none' } };
  return (
    <Modal open centered closable={false} keyboard={false} footer={null} zIndex={TOPMOST} styles={opaque}>
      <p>{t('session.ended')}</p>
      <SignIn />
    </Modal>
  );
}
