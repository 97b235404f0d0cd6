import { Alert, Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateSection } from '../../api/organisation.js';

interface NewSectionProps {
  readonly departmentId: string;
  /** As the document prints it; empty where it prints none. */
  readonly printed: string;
  readonly onCreated: (section: { readonly id: string; readonly name: string }) => void;
}

/** Where the section is missing, it is made on the way. */
export function NewSection({ departmentId, printed, onCreated }: NewSectionProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const create = useCreateSection(departmentId);
  const name = (typed ?? printed).trim();
  const submit = (): void => {
    if (name === '') return;
    create.mutate(name, {
      onSuccess: (section) => {
        setOpen(false);
        setTyped(null);
        onCreated(section);
      },
    });
  };
  const form = (
    <div className="owners-new">
      {create.error && <Alert type="error" showIcon title={create.error.message} />}
      <Input
        autoFocus
        maxLength={100}
        aria-label={t('owners.newName')}
        placeholder={t('owners.newName')}
        value={typed ?? printed}
        onChange={({ target }) => {
          setTyped(target.value);
          create.reset();
        }}
        onPressEnter={submit}
      />
      <Button type="primary" disabled={name === ''} loading={create.isPending} onClick={submit}>
        {t('owners.createAndGive')}
      </Button>
    </div>
  );
  return (
    <Popover open={isOpen} trigger="click" onOpenChange={setOpen} content={form} destroyOnHidden>
      <Button size="small" type="dashed">
        {t('owners.newSection')}
      </Button>
    </Popover>
  );
}
