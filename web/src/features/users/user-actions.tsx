import { Button, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';

interface UserActionsProps {
  readonly user: User;
  readonly onReset: () => void;
  /** Disables, or enables again. */
  readonly onDisable: () => void;
  /** undefined: nobody signs in at an OpenID provider here. */
  readonly onLink: (() => void) | undefined;
}

/** What can be done with one account. */
export function UserActions({ user, onReset, onDisable, onLink }: UserActionsProps) {
  const { t } = useTranslation();
  return (
    <Space>
      <Popconfirm title={t('users.resetConfirm', { name: user.displayName })} onConfirm={onReset}>
        <Button size="small">{t('users.reset')}</Button>
      </Popconfirm>
      <Popconfirm
        title={t(user.disabled ? 'users.enableConfirm' : 'users.disableConfirm', { name: user.displayName })}
        onConfirm={onDisable}
      >
        <Button size="small">{t(user.disabled ? 'users.enable' : 'users.disable')}</Button>
      </Popconfirm>
      {onLink && (
        <Button size="small" onClick={onLink}>
          {t('users.identity')}
        </Button>
      )}
    </Space>
  );
}
