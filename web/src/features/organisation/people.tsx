import { Alert, Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Contact, type Section, useColleagues, useDisableContact } from '../../api/organisation.js';
import { Panel } from '../../components/panel.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { ContactForm } from './contact-form.js';
import { Disable } from './disable.js';
import { MailAddress } from './mail-address.js';

interface PeopleProps {
  readonly departmentId: string;
  readonly sections: readonly Section[];
  readonly contacts: readonly Contact[];
}

/** Who is reminded, of what, and how. */
export function People({ departmentId, sections, contacts }: PeopleProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const disable = useDisableContact();
  const colleagues = useColleagues().data?.items ?? [];
  const sectionOf = ({ sectionId }: Contact): string =>
    sections.find(({ id }) => id === sectionId)?.name ?? t('organisation.wholeDepartment');
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
      <Table<Contact>
        rowKey="id"
        size="small"
        pagination={false}
        locale={{ emptyText: <span className="organisation-none">{t('organisation.noPeople')}</span> }}
        dataSource={contacts}
        columns={[
          {
            title: t('organisation.name'),
            key: 'name',
            render: (_, contact) => (
              <>
                {contact.name} {!contact.active && <Tag>{t('organisation.disabled')}</Tag>}
                {!isWide && (
                  <div className="muted small">
                    {t(`organisation.duties.${contact.duty}`)} · {sectionOf(contact)}
                    <MailAddress contact={contact} />
                  </div>
                )}
              </>
            ),
          },
          {
            title: t('organisation.duty'),
            key: 'duty',
            responsive: WIDE,
            render: (_, { duty }) => t(`organisation.duties.${duty}`),
          },
          { title: t('organisation.section'), key: 'section', responsive: WIDE, render: (_, one) => sectionOf(one) },
          {
            title: t('organisation.email'),
            key: 'email',
            responsive: WIDE,
            render: (_, contact) => <MailAddress contact={contact} />,
          },
          { title: t('organisation.phone'), dataIndex: 'phone', responsive: WIDE },
          {
            title: t('organisation.account'),
            key: 'account',
            responsive: WIDE,
            render: (_, { userId }) =>
              colleagues.find(({ id }) => id === userId)?.displayName ?? t('organisation.noAccount'),
          },
          {
            title: '',
            key: 'actions',
            align: 'right',
            render: (_, contact) => (
              <span className="organisation-actions">
                <Button
                  size="small"
                  autoInsertSpace={false}
                  aria-label={t('organisation.editOf', { name: contact.name })}
                  onClick={() => {
                    setEditing(contact);
                  }}
                >
                  {t('organisation.edit')}
                </Button>
                <Disable
                  name={contact.name}
                  isDisabled={!contact.active}
                  confirm={t('organisation.disablePerson', { name: contact.name })}
                  onChange={() => {
                    disable.mutate(contact);
                  }}
                />
              </span>
            ),
          },
        ]}
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
