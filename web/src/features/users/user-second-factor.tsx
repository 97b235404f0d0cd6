import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useResetSecondFactor, useSecondFactor } from '../../api/second-factor.js';
import type { User } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { ConfirmedButton } from '../shown/confirming/confirmed-button.js';

/** What somebody shows besides the password, and the way to end it for whoever has lost it. */
export function UserSecondFactor({ user: { id, displayName } }: { readonly user: User }) {
  const { t } = useTranslation();
  const factor = useSecondFactor(id);
  const reset = useResetSecondFactor(id);
  return (
    <section aria-label={t('users.factor')}>
      <h3>{t('users.factor')}</h3>
      {reset.data?.waiting && <Alert type="info" showIcon title={t('users.factorWaits')} />}
      <Loaded queries={{ factor }}>
        {({ factor: { totp, passkeys, recoveryCodes } }) =>
          totp || passkeys.length > 0 ? (
            <>
              <ul className="muted">
                {totp && <li>{t('users.factorTotp')}</li>}
                {passkeys.map(({ id: key, name }) => (
                  <li key={key}>{t('users.factorPasskey', { name })}</li>
                ))}
                <li>{t('users.factorRecovery', { count: recoveryCodes })}</li>
              </ul>
              <ConfirmedButton label={t('users.factorEnd')} pending={reset.isPending} act={reset.mutate}>
                {t('users.factorEndConfirm', { name: displayName })}
              </ConfirmedButton>
            </>
          ) : (
            <p className="muted">{t('users.factorNone')}</p>
          )
        }
      </Loaded>
    </section>
  );
}
