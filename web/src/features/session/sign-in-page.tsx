import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSignIn } from '../../api/session.js';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

export function SignInPage() {
  const { t } = useTranslation();
  const signIn = useSignIn();
  return (
    <main className="page narrow">
      <Card>
        <Typography.Title level={2} style={{ marginTop: 0 }}>
          {t('session.signIn')}
        </Typography.Title>
        <Form<Credentials>
          layout="vertical"
          requiredMark={false}
          onFinish={(credentials) => {
            signIn.mutate(credentials);
          }}
        >
          {signIn.error && (
            <Form.Item>
              <Alert type="error" showIcon role="alert" title={signIn.error.message} />
            </Form.Item>
          )}
          <Form.Item label={t('session.username')} name="username" rules={[{ required: true }]}>
            <Input autoFocus autoComplete="username" autoCapitalize="none" maxLength={100} />
          </Form.Item>
          <Form.Item label={t('session.password')} name="password" rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('session.signIn')}
          </Button>
        </Form>
        <p className="hint">{t('session.forgotten')}</p>
      </Card>
    </main>
  );
}
