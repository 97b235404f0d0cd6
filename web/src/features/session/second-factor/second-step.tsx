import { Alert, Button, Form, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useGiveCode, useSecondStep } from '../../../api/session.js';
import { Loaded } from '../../../components/loaded.js';
import { CodeField } from './code-field.js';
import { PasskeyStep } from './passkeys/passkey-step.js';

interface CodeStepProps {
  /** Whether there is an authenticator app; without one only recovery codes are left. */
  readonly totp: boolean;
  /** Whether something else is asked for first. */
  readonly isSecond: boolean;
}

/** The second step of the sign-in: a passkey, a code, or a recovery code, of what there is. */
export function SecondStep({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const step = useSecondStep();
  return (
    <>
      <Typography.Title level={2} style={{ marginTop: 0 }}>
        {t('factor.title')}
      </Typography.Title>
      <Loaded queries={{ step }}>
        {({ step: { totp, passkey } }) => (
          <>
            {passkey && <PasskeyStep />}
            <CodeStep totp={totp} isSecond={passkey} />
          </>
        )}
      </Loaded>
      <Button type="link" block onClick={onBack}>
        {t('factor.back')}
      </Button>
    </>
  );
}

function CodeStep({ totp, isSecond }: CodeStepProps) {
  const { t } = useTranslation();
  const give = useGiveCode();
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(body) => {
        give.mutate(body);
      }}
    >
      {give.error && (
        <Form.Item>
          <Alert type="error" showIcon role="alert" title={give.error.message} />
        </Form.Item>
      )}
      <CodeField autoFocus={!isSecond} kind={totp ? 'any' : 'recovery'} />
      <Button type={isSecond ? 'default' : 'primary'} htmlType="submit" block loading={give.isPending}>
        {t('factor.go')}
      </Button>
    </Form>
  );
}
