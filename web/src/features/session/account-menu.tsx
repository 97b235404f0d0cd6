import { CalendarOutlined, LogoutOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ENTERERS } from '@domain/roles.js';
import { type Session, useSignOut } from '../../api/session.js';
import { MyAccount } from './my-account.js';
import { AbsenceSettings } from './absence-settings.js';
import { useLanguageOfMails } from './use-language-of-mails.js';

/** Who is at work here, and the ways out: for some days, or for good. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  useLanguageOfMails(session);
  const [isAccountOpen, setAccountOpen] = useState(false);
  const [isAbsenceOpen, setAbsenceOpen] = useState(false);
  const { displayName, username, role } = session.user;
  // Whoever enters or approves is reminded, and somebody has to hear it in their place.
  const isReady = !session.mustChangePassword && !session.mustAddSecondFactor;
  const hasDeputy = ENTERERS.includes(role) && isReady;
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: <Typography.Text>{`${username} · ${t(`role.${role}`)}`}</Typography.Text>,
    },
    ...(hasDeputy ? [{ key: 'absence', icon: <CalendarOutlined />, label: t('absence.title') }] : []),
    ...(isReady ? [{ key: 'account', icon: <SafetyOutlined />, label: t('account.title') }] : []),
    { key: 'out', icon: <LogoutOutlined />, label: t('session.signOut') },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            if (key === 'out') signOut.mutate(undefined);
            if (key === 'account') setAccountOpen(true);
            if (key === 'absence') setAbsenceOpen(true);
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
          {displayName !== t(`role.${role}`) && <span className="account-role muted">{t(`role.${role}`)}</span>}
        </Button>
      </Dropdown>
      {isAccountOpen && (
        <MyAccount
          session={session}
          onClose={() => {
            setAccountOpen(false);
          }}
        />
      )}
      {isAbsenceOpen && (
        <AbsenceSettings
          session={session}
          onClose={() => {
            setAbsenceOpen(false);
          }}
        />
      )}
    </>
  );
}
