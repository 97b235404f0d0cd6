import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Disable } from './disable.js';

interface RowActionsProps {
  readonly name: string;
  readonly isDisabled: boolean;
  /** What is asked before it is disabled. */
  readonly confirm: ReactNode;
  readonly onEdit: () => void;
  readonly onChange: () => void;
  /** The way to be rid of it for good, where there is one. */
  readonly remove?: ReactNode;
}

/** What is done with a section or a person: changed, disabled, enabled again. */
export function RowActions({ name, onEdit, remove, ...disabling }: RowActionsProps) {
  const { t } = useTranslation();
  return (
    <span className="organisation-actions">
      <Button size="small" autoInsertSpace={false} aria-label={t('organisation.editOf', { name })} onClick={onEdit}>
        {t('organisation.edit')}
      </Button>
      <Disable name={name} {...disabling} />
      {remove}
    </span>
  );
}
