import { useTranslation } from 'react-i18next';
import { type Contact, type Section, useDeleteDepartment, useDepartments } from '../../../api/organisation.js';
import { useTargetSheets } from '../../../api/queries.js';
import { RemoveButton } from './remove-button.js';

interface RemoveDepartmentProps {
  readonly department: { readonly id: string; readonly name: string; readonly version: number };
  readonly sections: readonly Section[];
  readonly contacts: readonly Contact[];
}

/** A department without history can go; one with targets, or with others below it, is disabled instead. */
export function RemoveDepartment({ department: { id, name, version }, sections, contacts }: RemoveDepartmentProps) {
  const { t } = useTranslation();
  const remove = useDeleteDepartment();
  const sheets = useTargetSheets({ departmentId: id }).data?.items.length;
  const below = useDepartments().data?.items.filter(({ parentId }) => parentId === id).length ?? 0;
  const obstacle =
    sheets === undefined
      ? t('removing.looking')
      : sheets > 0
        ? t('removing.sheets', { count: sheets })
        : below > 0
          ? t('removing.below', { count: below })
          : null;
  return (
    <RemoveButton
      name={name}
      error={remove.error}
      isBusy={remove.isPending}
      obstacle={obstacle}
      onRemove={(onSuccess) => {
        remove.mutate({ id, version }, { onSuccess });
      }}
    >
      <p>• {t('removing.sectionsGo', { count: sections.length })}</p>
      <p>• {t('removing.contactsGo', { count: contacts.length })}</p>
      <p>• {t('removing.accountsFirst')}</p>
    </RemoveButton>
  );
}
