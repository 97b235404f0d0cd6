import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFactorChanged, useSecondFactor } from '../../../api/second-factor.js';
import { Loaded } from '../../../components/loaded.js';
import { AddTotp } from './add-totp.js';
import { EndTotp } from './end-totp.js';
import { OwnPasskeys } from './passkeys/own-passkeys.js';

/** What I show besides the password, and how to add or end it. */
export function OwnSecondFactor() {
  const { t } = useTranslation();
  const factor = useSecondFactor(null);
  const changed = useFactorChanged();
  const [open, setOpen] = useState<'add' | 'end' | null>(null);
  const onDone = (): void => {
    setOpen(null);
    void changed();
  };
  return (
    <section aria-label={t('factor.title')}>
      <h3>{t('factor.title')}</h3>
      <Loaded queries={{ factor }}>
        {({ factor: { totp, passkeys, recoveryCodes } }) => (
          <>
            <p className="muted">
              {totp || passkeys.length > 0 ? t('factor.left', { count: recoveryCodes }) : t('factor.none')}
            </p>
            <h4>{t('factor.totp')}</h4>
            {totp && <p className="muted">{t('factor.inUse')}</p>}
            {open === 'add' && <AddTotp onDone={onDone} />}
            {open === 'end' && totp && <EndTotp />}
            {(open === null || (open === 'end' && !totp)) && (
              <Button
                onClick={() => {
                  setOpen(totp ? 'end' : 'add');
                }}
              >
                {t(totp ? 'factor.end' : 'factor.add')}
              </Button>
            )}
            <OwnPasskeys passkeys={passkeys} />
          </>
        )}
      </Loaded>
    </section>
  );
}
