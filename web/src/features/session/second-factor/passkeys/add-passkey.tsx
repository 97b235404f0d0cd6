import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../../../api/confirmed.js';
import { useAddPasskey } from '../../../../api/passkeys.js';
import { SentForm } from '../../../../components/sent-form.js';
import { CurrentPassword } from '../../../shown/confirming/current-password.js';
import { RecoveryCodes } from '../recovery-codes.js';
import { PasskeyName } from './passkey-name.js';

/** A name and the password again, then the browser asks; then the recovery codes, with the first factor. */
export function AddPasskey({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const add = useAddPasskey();
  if (add.data && add.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={add.data.recoveryCodes} onKept={onDone} />;
  return (
    <SentForm<Confirmed & { name: string }>
      send={t('factor.passkeyAdd')}
      pending={add.isPending}
      onGiven={(given, onError) => {
        add.mutate(given, {
          onError,
          onSuccess: ({ recoveryCodes }) => {
            if (recoveryCodes.length === 0) onDone();
          },
        });
      }}
    >
      <p className="muted">{t('factor.passkeyHow')}</p>
      <PasskeyName />
      <CurrentPassword />
    </SentForm>
  );
}
