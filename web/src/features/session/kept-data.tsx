import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../components/download/use-download.js';

/** What the service keeps about me, to take away (个人信息保护法, art. 45). */
export function KeptData() {
  const { t } = useTranslation();
  const download = useDownload();
  return (
    <section aria-label={t('account.keptData')}>
      <h3>{t('account.keptData')}</h3>
      <p className="muted">{t('account.keptDataHint')}</p>
      <Button {...download('/api/v1/session/kept-data')}>{t('account.keptDataGo')}</Button>
    </section>
  );
}
