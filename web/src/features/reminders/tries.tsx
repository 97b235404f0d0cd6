import { useTranslation } from 'react-i18next';
import { useLedgerLine } from '../../api/reminders.js';
import { Loaded } from '../../components/loaded.js';
import { localTime } from '../../period/local-time.js';

/** Where the mail went, and every try with what the server said. */
export function Tries({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const line = useLedgerLine(id);
  return (
    <Loaded queries={{ line }}>
      {({ line: { mail, attempts } }) => (
        <>
          {mail?.sentTo && <p>{t('reminders.wentTo', { address: mail.sentTo })}</p>}
          {attempts.length === 0 && <p className="muted">{t('reminders.noTries')}</p>}
          <ol className="reminders-tries">
            {attempts.map(({ id: attempt, startedAt, outcome, phase, replyCode, reply }) => (
              <li key={attempt}>
                {localTime(startedAt, 'medium')} · {t(`reminders.outcome.${outcome ?? 'cut-short'}`)}
                {phase && ` · ${t(`relay.phase.${phase}`)}`}
                {replyCode !== null && !reply?.startsWith(String(replyCode)) && ` · ${replyCode}`}
                {reply && <span className="muted"> {reply}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}
