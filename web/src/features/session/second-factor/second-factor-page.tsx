import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFactorChanged } from '../../../api/second-factor.js';
import { AddTotp } from './add-totp.js';

interface SecondFactorPageProps {
  readonly displayName: string;
  readonly onDone: () => void;
}

/** Where a second factor is demanded, it is added before anything else. */
export function SecondFactorPage({ displayName, onDone }: SecondFactorPageProps) {
  const { t } = useTranslation();
  const changed = useFactorChanged();
  return (
    <main className="page narrow">
      <Card>
        <Typography.Title level={2} style={{ marginTop: 0 }}>
          {t('factor.title')}
        </Typography.Title>
        <p>{t('factor.demanded', { name: displayName })}</p>
        <AddTotp
          onDone={() => {
            void changed().then(onDone);
          }}
        />
      </Card>
    </main>
  );
}
