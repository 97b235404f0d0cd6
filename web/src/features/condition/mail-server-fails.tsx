import { useTranslation } from 'react-i18next';
import { useMailStanding } from '../../api/system.js';
import { localTime } from '../../period/local-time.js';

/** Why no mail goes out, how many wait, and when it is tried again. */
export function MailServerFails() {
  const { t } = useTranslation();
  const { data } = useMailStanding();
  if (!data?.failure) return null;
  const { since, tries, nextTryAt, phase, reply } = data.failure;
  return (
    <>
      <div>
        {t('condition.since', {
          since: localTime(since),
          phase: t(`relay.phase.${phase}`),
          tries,
          nextTry: localTime(nextTryAt, 'medium'),
          waiting: data.waiting,
        })}
      </div>
      {reply !== null && <div className="muted">{t('condition.said', { reply })}</div>}
    </>
  );
}
