import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';
import { useResetPassword } from '../../api/users.js';
import { ConfirmedButton } from '../shown/confirming/confirmed-button.js';
import type { IssuedPassword } from './one-time-password.js';

interface ResetPasswordProps {
  readonly user: User;
  readonly onIssued: (issued: IssuedPassword) => void;
}

/** A one-time password in the place of theirs; of powerful accounts it waits for a second person. */
export function ResetPassword({ user: { id, username, displayName }, onIssued }: ResetPasswordProps) {
  const { t } = useTranslation();
  const reset = useResetPassword(id);
  return (
    <ConfirmedButton
      label={t('users.reset')}
      pending={reset.isPending}
      act={reset.mutate}
      onDone={({ password }) => {
        if (password !== null) onIssued({ username, password });
      }}
    >
      {t('users.resetConfirm', { name: displayName })}
    </ConfirmedButton>
  );
}
