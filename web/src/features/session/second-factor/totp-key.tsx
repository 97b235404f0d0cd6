import { QRCode, Typography } from 'antd';
import { useTranslation } from 'react-i18next';

/** Four by four, as people type it. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** What an authenticator app is given: to be scanned, or typed. */
export function TotpKey({
  totp: { secret, uri },
}: {
  readonly totp: { readonly secret: string; readonly uri: string };
}) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('factor.scan')}</p>
      <p className="muted">{t('factor.apps')}</p>
      {/* Dark on light whatever the page looks like, or not every camera reads it. */}
      <QRCode value={uri} type="svg" size={192} color="#000000" bgColor="#ffffff" aria-label={t('factor.qr')} />
      <p>
        {t('factor.secret')}{' '}
        <Typography.Text code copyable={{ text: secret }}>
          {inGroups(secret)}
        </Typography.Text>
      </p>
    </>
  );
}
