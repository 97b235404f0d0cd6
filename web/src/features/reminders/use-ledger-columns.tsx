import type { Language } from '@domain/domain-error.js';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerLine } from '../../api/reminders.js';
import { useIsWide } from '../../components/use-is-wide.js';
import { localTime } from '../../period/local-time.js';
import { MailStateWords } from '../shown/mails/mail-state-words.js';

/** When, who, why, and what became of it; below each other where a phone has no room for columns. */
export function useLedgerColumns(): TableColumnsType<LedgerLine> {
  const { t, i18n } = useTranslation();
  const isWide = useIsWide();
  const why = ({ rule, text }: LedgerLine): string => text?.[i18n.language as Language] ?? t(`mails.rule.${rule}`);
  if (!isWide) {
    const render = (_: unknown, line: LedgerLine) => (
      <>
        <Who line={line} />
        <div>{why(line)}</div>
        <MailStateWords mail={line.mail} />
      </>
    );
    return [{ title: t('reminders.ledger'), key: 'line', render }];
  }
  return [
    {
      title: t('reminders.at'),
      key: 'at',
      className: 'one-line',
      render: (_, { createdAt }) => localTime(createdAt),
    },
    { title: t('reminders.who'), key: 'who', className: 'ledger-who', render: (_, line) => <Who line={line} /> },
    { title: t('reminders.why'), key: 'why', render: (_, line) => why(line) },
    {
      title: t('reminders.state'),
      key: 'state',
      className: 'ledger-state',
      render: (_, { mail }) => <MailStateWords mail={mail} />,
    },
  ];
}

function Who({ line: { contactName, readBy, departmentName } }: { readonly line: LedgerLine }) {
  const { t } = useTranslation();
  return (
    <>
      {readBy ?? contactName ?? t('reminders.gone')}
      {contactName !== null && readBy !== contactName && (
        <span className="muted"> {t('reminders.inPlaceOf', { contactName })}</span>
      )}
      {departmentName !== null && <div className="muted small">{departmentName}</div>}
    </>
  );
}
