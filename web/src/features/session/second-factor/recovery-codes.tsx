import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shown once: nothing goes on before they have been kept. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('factor.recovery')}>
      <Alert type="warning" showIcon title={t('factor.recoveryOnce')} />
      <Typography.Paragraph copyable={{ text: codes.join('\n') }} style={{ marginBlock: 12 }}>
        <ul style={{ columnWidth: '15em', fontFamily: 'monospace', margin: 0, paddingInlineStart: '1.5em' }}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Typography.Paragraph>
      <Button type="primary" onClick={onKept}>
        {t('factor.kept')}
      </Button>
    </section>
  );
}
