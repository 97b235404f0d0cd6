import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut } from '../../api/session.js';

/** Who is at work here, and the way out. */
export function AccountBar() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const signOut = useSignOut(session?.csrfToken);
  if (!session) return null;
  const { displayName, role } = session.user;
  return (
    <Flex align="center" gap={8} wrap>
      <span>
        {displayName} <span style={{ color: 'var(--muted)' }}>{t(`role.${role}`)}</span>
      </span>
      <Button
        loading={signOut.isPending}
        onClick={() => {
          signOut.mutate(undefined);
        }}
      >
        {t('session.signOut')}
      </Button>
    </Flex>
  );
}
