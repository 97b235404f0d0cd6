import { Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Contact, type Section, useColleagues } from '../../api/organisation.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { MailAddress } from './mail-address.js';
import { RemoveContact } from './removing/remove-contact.js';
import { RobotButton } from './robot-button.js';
import { RowActions } from './row-actions.js';

interface PeopleTableProps {
  readonly contacts: readonly Contact[];
  readonly sections: readonly Section[];
  readonly onEdit: (contact: Contact) => void;
  /** Disabled, or enabled again. */
  readonly onChange: (contact: Contact) => void;
}

export function PeopleTable({ contacts, sections, onEdit, onChange }: PeopleTableProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const colleagues = useColleagues().data?.items ?? [];
  const sectionOf = ({ sectionId }: Contact): string =>
    sections.find(({ id }) => id === sectionId)?.name ?? t('organisation.wholeDepartment');
  return (
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
          className: 'organisation-mail',
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
              <RobotButton contact={contact} />
              <RowActions
                name={contact.name}
                isDisabled={!contact.active}
                confirm={t('organisation.disablePerson', { name: contact.name })}
                remove={<RemoveContact contact={contact} />}
                onEdit={() => {
                  onEdit(contact);
                }}
                onChange={() => {
                  onChange(contact);
                }}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
