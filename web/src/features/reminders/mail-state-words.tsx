import { useTranslation } from 'react-i18next';
import type { LedgerLine } from '../../api/reminders.js';
import { localTime } from '../../period/local-time.js';

const SIGNS: Readonly<Partial<Record<string, { readonly sign: string; readonly light: string }>>> = {
  sent: { sign: '●', light: 'light-green' },
  refused: { sign: '■', light: 'light-red' },
  undeliverable: { sign: '■', light: 'light-red' },
  uncertain: { sign: '▲', light: 'light-amber' },
};

/** What became of a mail, by a shape, a colour and words, and when. */
export function MailStateWords({ mail }: { readonly mail: LedgerLine['mail'] }) {
  const { t } = useTranslation();
  if (!mail) return null;
  const { sign, light } = SIGNS[mail.state] ?? { sign: '○', light: 'muted' };
  return (
    <>
      <span className={light}>
        {sign} {t(`reminders.mail.${mail.state}`)}
      </span>
      <div className="muted small">
        {mail.finishedAt ? localTime(mail.finishedAt) : t('reminders.dueAt', { at: localTime(mail.dueAt) })}
      </div>
    </>
  );
}
