import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFactorChanged, useSecondFactor } from '../../../api/second-factor.js';
import { Loaded } from '../../../components/loaded.js';
import { AddTotp } from './add-totp.js';
import { EndTotp } from './end-totp.js';

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
        {({ factor: { totp, recoveryCodes } }) => (
          <>
            <p className="muted">{totp ? t('factor.inUse', { count: recoveryCodes }) : t('factor.none')}</p>
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
          </>
        )}
      </Loaded>
    </section>
  );
}
