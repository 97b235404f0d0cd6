import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

export interface IssuedPassword {
  readonly username: string;
  readonly password: string;
}

/** Shown until the page is left: nobody can look it up again. */
export function OneTimePassword({ issued: { username, password } }: { readonly issued: IssuedPassword }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginBlock: 12 }}
      title={t('users.password', { username })}
      description={
        <Typography.Text copyable code>
          {password}
        </Typography.Text>
      }
    />
  );
}
