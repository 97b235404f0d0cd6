import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Session, useSignOut } from '../../api/session.js';

/** Who is at work here, and the way out. */
export function AccountMenu({ user: { displayName, username, role } }: { readonly user: Session['user'] }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const items = [
    { key: 'who', type: 'group' as const, label: `${username} · ${t(`role.${role}`)}` },
    { key: 'out', icon: <LogoutOutlined />, label: t('session.signOut') },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          if (key === 'out') signOut.mutate(undefined);
        },
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        loading={signOut.isPending}
        aria-label={`${displayName} ${t(`role.${role}`)}`}
      >
        <span className="account-name">{displayName}</span>
        <span className="account-role muted">{t(`role.${role}`)}</span>
      </Button>
    </Dropdown>
  );
}
