import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Contact, type Section, useDisableContact } from '../../api/organisation.js';
import { Panel } from '../../components/panel.js';
import { ContactForm } from './contact-form.js';
import { PeopleTable } from './people-table.js';

interface PeopleProps {
  readonly departmentId: string;
  readonly sections: readonly Section[];
  readonly contacts: readonly Contact[];
}

/** Who is reminded, of what, and how. */
export function People({ departmentId, sections, contacts }: PeopleProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const disable = useDisableContact();
  const isHeaded = contacts.some(({ active, duty }) => active && duty === 'head');
  const add = (
    <Button
      size="small"
      onClick={() => {
        setEditing('new');
      }}
    >
      {t('organisation.addPerson')}
    </Button>
  );
  return (
    <Panel title={t('organisation.people')} tools={add}>
      {disable.error && <Alert type="error" showIcon role="alert" title={disable.error.message} />}
      {!isHeaded && <p className="light-amber">▲ {t('organisation.headless')}</p>}
      <PeopleTable
        contacts={contacts}
        sections={sections}
        onEdit={setEditing}
        onChange={(contact) => {
          disable.mutate(contact);
        }}
      />
      {editing && (
        <ContactForm
          departmentId={departmentId}
          contact={editing === 'new' ? null : editing}
          sections={sections}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </Panel>
  );
}
