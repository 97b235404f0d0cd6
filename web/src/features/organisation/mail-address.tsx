import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Contact, useMailAgain } from '../../api/organisation.js';
import { useContactProblems } from '../../api/reminders.js';
import { useSession } from '../../api/session.js';

/** Where a contact's mails go, or why none does: an address that was refused gets none until somebody has seen to it. */
export function MailAddress({ contact: { id, name, email } }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const isOffice = useSession().data?.user.role === 'performance-office';
  const problems = useContactProblems(isOffice).data?.items ?? [];
  const mailAgain = useMailAgain();
  const refusal = problems.find(({ problem, contactId }) => problem === 'address-fails' && contactId === id);
  if (email === '' && !refusal) return <span className="light-amber">▲ {t('organisation.noEmail')}</span>;
  return (
    <div className="organisation-address">
      {email}
      {refusal && (
        <div className="small">
          <span className="light-amber">▲ {t('organisation.refused', { reply: refusal.reply ?? '' })}</span>{' '}
          <Button
            size="small"
            loading={mailAgain.isPending}
            aria-label={t('organisation.mailAgainOf', { name })}
            onClick={() => {
              mailAgain.mutate(id);
            }}
          >
            {t('organisation.mailAgain')}
          </Button>
          {mailAgain.error && <span role="alert">{mailAgain.error.message}</span>}
        </div>
      )}
    </div>
  );
}
