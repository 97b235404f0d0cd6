import { Alert, Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Contact, type Section, useChangeSection } from '../../api/organisation.js';
import { listed } from '../../components/listed.js';
import { Panel } from '../../components/panel.js';
import { DisablingSection } from './disabling-section.js';
import { RemoveSection } from './removing/remove-section.js';
import { RowActions } from './row-actions.js';
import { SectionForm } from './section-form.js';

interface SectionsProps {
  readonly departmentId: string;
  readonly sections: readonly Section[];
  readonly contacts: readonly Contact[];
}

/** Sections with who reports for them. */
export function Sections({ departmentId, sections, contacts }: SectionsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Section | 'new' | null>(null);
  const change = useChangeSection();
  const reportersOf = (id: string | null) =>
    contacts.filter(({ sectionId, duty, active }) => active && duty === 'reporter' && sectionId === id);
  const add = (
    <Button
      size="small"
      onClick={() => {
        setEditing('new');
      }}
    >
      {t('organisation.addSection')}
    </Button>
  );
  return (
    <Panel title={t('organisation.sections')} tools={add}>
      {change.error && <Alert type="error" showIcon role="alert" title={change.error.message} />}
      <Table<Section>
        rowKey="id"
        size="small"
        pagination={false}
        locale={{ emptyText: <span className="organisation-none">{t('organisation.noSections')}</span> }}
        dataSource={sections}
        columns={[
          {
            title: t('organisation.section'),
            key: 'name',
            render: (_, { name, disabled }) => (
              <>
                {name} {disabled && <Tag>{t('organisation.disabled')}</Tag>}
              </>
            ),
          },
          {
            title: t('organisation.reporters'),
            key: 'reporters',
            render: (_, { id, disabled }) => {
              const names = reportersOf(id).map(({ name }) => name);
              if (names.length > 0) return listed(names);
              const others = reportersOf(null).map(({ name }) => name);
              if (others.length > 0) return t('organisation.byDepartment', { names: listed(others) });
              return !disabled && <span className="light-amber">▲ {t('organisation.noReporter')}</span>;
            },
          },
          {
            title: '',
            key: 'actions',
            align: 'right',
            render: (_, section) => (
              <RowActions
                name={section.name}
                isDisabled={section.disabled}
                confirm={<DisablingSection section={section} />}
                remove={<RemoveSection section={section} contacts={contacts} />}
                onEdit={() => {
                  setEditing(section);
                }}
                onChange={() => {
                  change.mutate({ section, disabled: !section.disabled });
                }}
              />
            ),
          },
        ]}
      />
      {editing && (
        <SectionForm
          departmentId={departmentId}
          section={editing === 'new' ? null : editing}
          onClose={() => {
            setEditing(null);
          }}
        />
      )}
    </Panel>
  );
}
