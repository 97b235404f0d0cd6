import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useChangePassword } from '../../api/session.js';
import { sayAtFields } from '../../components/field-problems.js';

interface Passwords {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

interface ChangePasswordPageProps {
  readonly displayName: string;
  readonly username: string;
  readonly rules: Session['passwordRules'];
}

/** A one-time password, or one that has grown too old, is changed before anything else. */
export function ChangePasswordPage({ displayName, username, rules }: ChangePasswordPageProps) {
  const { t } = useTranslation();
  const change = useChangePassword();
  const [form] = Form.useForm<Passwords>();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <main className="page narrow">
      <Card>
        <Typography.Title level={2} style={{ marginTop: 0 }}>
          {t('session.choosePassword')}
        </Typography.Title>
        <p>{t('session.choosePasswordHint', { name: displayName })}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ current, password }) => {
            setProblem(null);
            const onError = (error: Error): void => {
              setProblem(sayAtFields(form, error, (parts) => parts));
            };
            change.mutate({ current, password }, { onError });
          }}
        >
          {/* Password managers look for the name beside the password. */}
          <input hidden readOnly autoComplete="username" value={username} />
          {problem && (
            <Form.Item>
              <Alert type="error" showIcon role="alert" title={problem} />
            </Form.Item>
          )}
          <Form.Item
            label={t('session.current')}
            name="current"
            rules={[{ required: true, message: t('session.currentMissing') }]}
          >
            <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Form.Item
            label={t('session.new')}
            name="password"
            extra={<PasswordRules {...rules} />}
            rules={[{ required: true, message: t('session.newMissing') }]}
          >
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Form.Item
            label={t('session.again')}
            name="again"
            dependencies={['password']}
            rules={[
              { required: true, message: t('session.againMissing') },
              ({ getFieldValue }) => ({
                validator: (_, again) =>
                  !again || again === getFieldValue('password')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('session.different'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" maxLength={200} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {t('session.change')}
          </Button>
        </Form>
      </Card>
    </main>
  );
}

/** Before anything is typed, not after it was refused. */
function PasswordRules({ minimumLength, characterClasses }: Session['passwordRules']) {
  const { t } = useTranslation();
  return (
    <>
      {t('session.rules', { length: minimumLength })}{' '}
      {characterClasses > 1 && t('session.rulesClasses', { classes: characterClasses })}
    </>
  );
}
