import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';
import { useUpdateUser } from '../../api/users.js';
import { ConfirmedButton } from '../shown/confirming/confirmed-button.js';

/** Shuts an account, or opens it again. */
export function DisableUser({ user }: { readonly user: User }) {
  const { t } = useTranslation();
  const update = useUpdateUser(user);
  const { disabled, displayName: name } = user;
  return (
    <ConfirmedButton
      label={t(disabled ? 'users.enable' : 'users.disable')}
      pending={update.isPending}
      act={(given, outcome) => {
        update.mutate({ disabled: !disabled, ...given }, outcome);
      }}
    >
      {t(disabled ? 'users.enableConfirm' : 'users.disableConfirm', { name })}
    </ConfirmedButton>
  );
}
