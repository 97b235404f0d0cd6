import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../../api/confirmed.js';
import { useBeginTotp, useConfirmTotp } from '../../../api/second-factor.js';
import { SentForm } from '../../../components/sent-form.js';
import { CurrentPassword } from '../../shown/confirming/current-password.js';
import { CodeField } from './code-field.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpKey } from './totp-key.js';

/** The password again, then the key for the app, then its first code, then the recovery codes, with the first factor. */
export function AddTotp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const begin = useBeginTotp();
  const confirm = useConfirmTotp();
  if (confirm.data && confirm.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={onDone} />;
  if (!begin.data)
    return (
      <SentForm<Confirmed>
        key="begin"
        send={t('factor.add')}
        pending={begin.isPending}
        onGiven={(given, onError) => {
          begin.mutate(given, { onError });
        }}
      >
        <CurrentPassword />
      </SentForm>
    );
  return (
    <SentForm<{ code: string }>
      key="confirm"
      send={t('factor.confirm')}
      pending={confirm.isPending}
      onGiven={(given, onError) => {
        confirm.mutate(given, {
          onError,
          onSuccess: ({ recoveryCodes }) => {
            if (recoveryCodes.length === 0) onDone();
          },
        });
      }}
    >
      <TotpKey totp={begin.data} />
      <CodeField autoFocus kind="first" />
    </SentForm>
  );
}
