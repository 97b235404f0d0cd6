import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordForm, type PasswordFormProps } from './password-form.js';

interface ChangePasswordPageProps extends Pick<PasswordFormProps, 'username' | 'rules'> {
  readonly displayName: string;
}

/** A one-time password, or one that has grown too old, is changed before anything else. */
export function ChangePasswordPage({ displayName, ...account }: ChangePasswordPageProps) {
  const { t } = useTranslation();
  return (
    <main className="page narrow">
      <Card>
        <Typography.Title level={2} style={{ marginTop: 0 }}>
          {t('session.choosePassword')}
        </Typography.Title>
        <p>{t('session.choosePasswordHint', { name: displayName })}</p>
        <PasswordForm {...account} send={t('session.change')} />
      </Card>
    </main>
  );
}
