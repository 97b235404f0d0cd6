import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface DisableProps {
  readonly name: string;
  readonly isDisabled: boolean;
  /** What is asked before. */
  readonly confirm: ReactNode;
  readonly onChange: () => void;
}

/** Disables after a question, and enables without one. */
export function Disable({ name, isDisabled, confirm, onChange }: DisableProps) {
  const { t } = useTranslation();
  if (isDisabled) {
    return (
      <Button size="small" autoInsertSpace={false} aria-label={t('organisation.enableOf', { name })} onClick={onChange}>
        {t('organisation.enable')}
      </Button>
    );
  }
  return (
    <Popconfirm title={confirm} okText={t('organisation.disable')} onConfirm={onChange}>
      <Button size="small" autoInsertSpace={false} aria-label={t('organisation.disableOf', { name })}>
        {t('organisation.disable')}
      </Button>
    </Popconfirm>
  );
}
