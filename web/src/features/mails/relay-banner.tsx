import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { localTime } from '../../period/local-time.js';

const ASK_AGAIN_MS = 60_000;

/** Tells whoever runs the machine that no mail goes out, on every page while that is so. */
export function RelayBanner() {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/mails/standing', {}, { refetchInterval: ASK_AGAIN_MS });
  if (!data?.failure) return null;
  const { since, tries, nextTryAt, phase, reply } = data.failure;
  return (
    <Alert
      type="error"
      banner
      title={t('mails.relayFails')}
      description={
        <>
          <div>
            {t('mails.since', {
              since: localTime(since),
              phase: t(`mails.phase.${phase}`),
              tries,
              nextTry: localTime(nextTryAt, 'medium'),
              waiting: data.waiting,
            })}
          </div>
          {reply !== null && <div className="muted">{t('mails.said', { reply })}</div>}
        </>
      }
    />
  );
}
