import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useContactsOf, useDepartment, useDisableDepartment, useSections } from '../../api/organisation.js';
import { Loaded } from '../../components/loaded.js';
import { Aliases } from './aliases.js';
import { Disable } from './disable.js';
import { DepartmentForm } from './department-form.js';
import { People } from './people.js';
import { RemoveDepartment } from './removing/remove-department.js';
import { Sections } from './sections.js';

interface DepartmentDetailProps {
  readonly id: string;
  /** Name, place and whether it is used are the performance office's. */
  readonly mayChange: boolean;
}

/** A department's sections, its contacts, and what is missing among them. */
export function DepartmentDetail({ id, mayChange }: DepartmentDetailProps) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const disable = useDisableDepartment();
  const queries = { department: useDepartment(id), sections: useSections(id), contacts: useContactsOf(id) };
  return (
    <Loaded queries={queries}>
      {({ department, sections: { items: sections }, contacts: { items: contacts } }) => (
        <div className="stack">
          <div className="panel organisation-head">
            <h3>{department.name}</h3>
            <Link to={`/indicators/owners?department=${id}`}>{t('organisation.owners')}</Link>
            {mayChange && (
              <span>
                <Button
                  size="small"
                  onClick={() => {
                    setEditing(true);
                  }}
                >
                  {t('organisation.editDepartment')}
                </Button>{' '}
                <Disable
                  name={department.name}
                  isDisabled={department.disabled}
                  confirm={t('organisation.disableConfirm', { name: department.name })}
                  onChange={() => {
                    disable.mutate({ id, version: department.version, disabled: !department.disabled });
                  }}
                />{' '}
                <RemoveDepartment department={department} sections={sections} contacts={contacts} />
              </span>
            )}
          </div>
          {disable.error && <Alert type="error" showIcon role="alert" title={disable.error.message} />}
          <Sections departmentId={id} sections={sections} contacts={contacts} />
          <People departmentId={id} sections={sections} contacts={contacts} />
          <Aliases departmentId={id} />
          {isEditing && (
            <DepartmentForm
              department={department}
              onClose={() => {
                setEditing(false);
              }}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}
