import { Alert, Button, Modal, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session.js';
import { SignIn } from './sign-in-page.js';

/** Above dialogs that are open, and above their messages. */
const TOPMOST = 5000;

/**
 * The session has ended while somebody was at work, or somebody else has signed in in another tab: what they have typed stays where it is, and nobody can read it
 * until they are back.
 */
export function SignInAgain({ user, other }: Pick<Session, 'user' | 'other'>) {
  const { t } = useTranslation();
  const { token } = theme.useToken();
  const opaque = { mask: { background: token.colorBgLayout, backdropFilter: 'none' } };
  return (
    <Modal
      open
      centered
      title={t('session.back')}
      closable={false}
      keyboard={false}
      footer={null}
      zIndex={TOPMOST}
      styles={opaque}
    >
      {other === undefined ? (
        <p>{t('session.ended')}</p>
      ) : (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('session.other', { other })}
          description={t('session.otherHint', { name: user.displayName })}
          action={
            <Button
              onClick={() => {
                location.reload();
              }}
            >
              {t('session.goOnAs', { other })}
            </Button>
          }
        />
      )}
      <SignIn />
    </Modal>
  );
}
