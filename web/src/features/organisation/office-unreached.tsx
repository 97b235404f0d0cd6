import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSections } from '../../api/organisation.js';
import { useContactProblems } from '../../api/reminders.js';
import { ContactForm } from './contact-form.js';

/** Home leads here when nobody of the performance office can be told anything: what is missing, and the way to it. */
export function OfficeUnreached({ departmentId }: { readonly departmentId: string | null }) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const problems = useContactProblems().data?.items ?? [];
  const sections = useSections(departmentId).data?.items ?? [];
  if (!problems.some(({ problem }) => problem === 'office-unreached')) return null;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="organisation-unreached"
        title={t('organisation.officeUnreached')}
        description={t(departmentId === null ? 'organisation.officeChoose' : 'organisation.officeHow')}
        action={
          departmentId !== null && (
            <Button
              onClick={() => {
                setAdding(true);
              }}
            >
              {t('organisation.officeAdd')}
            </Button>
          )
        }
      />
      {isAdding && departmentId !== null && (
        <ContactForm
          departmentId={departmentId}
          contact={null}
          duty="office"
          sections={sections}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}
