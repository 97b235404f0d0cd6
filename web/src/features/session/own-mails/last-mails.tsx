import { useTranslation } from 'react-i18next';
import type { useOwnMails } from '../../../api/own-mails.js';
import { localTime } from '../../../period/local-time.js';
import { MailStateWords } from '../../shown/mails/mail-state-words.js';

interface LastMailsProps {
  readonly mails: NonNullable<ReturnType<typeof useOwnMails>['data']>['mails'];
}

/** The last ten, with what became of each. */
export function LastMails({ mails }: LastMailsProps) {
  const { t } = useTranslation();
  if (mails.length === 0) return <p className="muted">{t('ownMails.none')}</p>;
  return (
    <table className="plain last-mails">
      <caption>{t('ownMails.last')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ownMails.when')}</th>
          <th scope="col">{t('ownMails.about')}</th>
          <th scope="col">{t('table.status')}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <td>{localTime(mail.createdAt)}</td>
            <td>
              {mail.rules.map((rule) => t(`mails.rule.${rule}`)).join(t('ownMails.between')) || '—'}
              {mail.sentTo && <div className="muted small">{mail.sentTo}</div>}
            </td>
            <td>
              <MailStateWords mail={mail} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
