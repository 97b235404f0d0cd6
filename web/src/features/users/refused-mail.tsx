import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';
import { useMailToAccount, useRefusedAccounts } from '../../api/users.js';

/** Why an account gets no mail, and the way to let mails out again. */
export function RefusedMail({ user: { id, displayName } }: { readonly user: User }) {
  const { t } = useTranslation();
  const mailAgain = useMailToAccount();
  const refused = useRefusedAccounts().data?.items.find(({ userId }) => userId === id);
  if (!refused) return null;
  return (
    <div className="small">
      <span className="light-amber">▲ {t('users.mailRefused', { reply: refused.reply ?? '—' })}</span>{' '}
      <Button
        size="small"
        loading={mailAgain.isPending}
        aria-label={t('users.mailAgainOf', { name: displayName })}
        onClick={() => {
          mailAgain.mutate(id);
        }}
      >
        {t('users.mailAgain')}
      </Button>
      {mailAgain.error && <div role="alert">{mailAgain.error.message}</div>}
    </div>
  );
}
