import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../api/schema.js';
import { useFactorChanged } from '../../../../api/second-factor.js';
import { AddPasskey } from './add-passkey.js';
import { OwnPasskey } from './own-passkey.js';

interface OwnPasskeysProps {
  readonly passkeys: readonly components['schemas']['ListedPasskey'][];
}

/** Those that I can show, and the way to another. */
export function OwnPasskeys({ passkeys }: OwnPasskeysProps) {
  const { t } = useTranslation();
  const changed = useFactorChanged();
  const [adds, setAdds] = useState(false);
  return (
    <section aria-label={t('factor.passkeys')}>
      <h4>{t('factor.passkeys')}</h4>
      {passkeys.length > 0 && (
        <ul style={{ paddingInlineStart: '1.25em' }}>
          {passkeys.map((passkey) => (
            <OwnPasskey key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {adds ? (
        <AddPasskey
          onDone={() => {
            setAdds(false);
            void changed();
          }}
        />
      ) : (
        <Button
          onClick={() => {
            setAdds(true);
          }}
        >
          {t('factor.passkeyAdd')}
        </Button>
      )}
    </section>
  );
}
