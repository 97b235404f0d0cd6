import { useTranslation } from 'react-i18next';
import type { MailState } from '@domain/reminding/mail-state.js';
import { localTime } from '../../../period/local-time.js';

const SIGNS: Readonly<Partial<Record<string, { readonly sign: string; readonly light: string }>>> = {
  sent: { sign: '●', light: 'light-green' },
  refused: { sign: '■', light: 'light-red' },
  undeliverable: { sign: '■', light: 'light-red' },
  uncertain: { sign: '▲', light: 'light-amber' },
};

interface ShownMail {
  readonly state: MailState;
  readonly dueAt: string;
  readonly finishedAt: string | null;
}

/** What became of a mail, by a shape, a colour and words, and when. */
export function MailStateWords({ mail }: { readonly mail: ShownMail | null | undefined }) {
  const { t } = useTranslation();
  if (!mail) return null;
  const { sign, light } = SIGNS[mail.state] ?? { sign: '○', light: 'muted' };
  return (
    <>
      <span className={light}>
        {sign} {t(`mails.state.${mail.state}`)}
      </span>
      <div className="muted small">
        {mail.finishedAt ? localTime(mail.finishedAt) : t('mails.dueAt', { at: localTime(mail.dueAt) })}
      </div>
    </>
  );
}
