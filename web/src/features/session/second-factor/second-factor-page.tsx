import { Card, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFactorChanged } from '../../../api/second-factor.js';
import { AddTotp } from './add-totp.js';
import { AddPasskey } from './passkeys/add-passkey.js';

interface SecondFactorPageProps {
  readonly displayName: string;
  readonly onDone: () => void;
}

/** Where a second factor is demanded, it is added before anything else. */
export function SecondFactorPage({ displayName, onDone }: SecondFactorPageProps) {
  const { t } = useTranslation();
  const changed = useFactorChanged();
  const [kind, setKind] = useState<'totp' | 'passkey'>('totp');
  const Add = kind === 'totp' ? AddTotp : AddPasskey;
  return (
    <main className="page narrow">
      <Card>
        <Typography.Title level={2} style={{ marginTop: 0 }}>
          {t('factor.title')}
        </Typography.Title>
        <p>{t('factor.demanded', { name: displayName })}</p>
        <Segmented
          aria-label={t('factor.title')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'totp', label: t('factor.totp') },
            { value: 'passkey', label: t('factor.passkey') },
          ]}
          style={{ marginBottom: 16 }}
        />
        <Add
          onDone={() => {
            void changed().then(onDone);
          }}
        />
      </Card>
    </main>
  );
}
