import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import { localTime } from '../../period/local-time.js';

const ASK_AGAIN_MS = 60_000;

/** Why no mail goes out, how many wait, and when it is tried again. */
export function MailServerFails() {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/mails/standing', {}, { refetchInterval: ASK_AGAIN_MS });
  if (!data?.failure) return null;
  const { since, tries, nextTryAt, phase, reply } = data.failure;
  return (
    <>
      <div>
        {t('condition.since', {
          since: localTime(since),
          phase: t(`condition.phase.${phase}`),
          tries,
          nextTry: localTime(nextTryAt, 'medium'),
          waiting: data.waiting,
        })}
      </div>
      {reply !== null && <div className="muted">{t('condition.said', { reply })}</div>}
    </>
  );
}
