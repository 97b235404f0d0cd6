import { useTranslation } from 'react-i18next';
import { type Contact, useDeleteContact } from '../../../api/organisation.js';
import { RemoveButton } from './remove-button.js';

/** A contact goes: mails stop, what was sent stays in the ledger. */
export function RemoveContact({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const remove = useDeleteContact();
  const { name, email, userId } = contact;
  return (
    <RemoveButton
      name={name}
      error={remove.error}
      isBusy={remove.isPending}
      obstacle={null}
      onRemove={(onSuccess) => {
        remove.mutate(contact, { onSuccess });
      }}
    >
      <p>• {t('removing.noMails', { address: email === '' ? name : email })}</p>
      <p>• {t('removing.ledgerStays')}</p>
      <p>• {t(userId === null ? 'removing.noAccount' : 'removing.accountStays')}</p>
    </RemoveButton>
  );
}
