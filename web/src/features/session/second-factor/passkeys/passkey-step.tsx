import { Alert, Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShowPasskey } from '../../../../api/passkeys.js';

/** The second step of the sign-in, with a passkey: the browser asks for it once somebody has pressed the button. */
export function PasskeyStep() {
  const { t } = useTranslation();
  const show = useShowPasskey();
  return (
    <>
      {show.error && (
        <Form.Item>
          <Alert type="error" showIcon role="alert" title={show.error.message} />
        </Form.Item>
      )}
      <Form.Item>
        <Button
          type="primary"
          block
          autoFocus
          loading={show.isPending}
          onClick={() => {
            show.mutate(undefined);
          }}
        >
          {t('factor.passkeyGo')}
        </Button>
      </Form.Item>
    </>
  );
}
