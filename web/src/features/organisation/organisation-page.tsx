import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../../api/organisation.js';
import { useSession } from '../../api/session.js';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';
import { DepartmentDetail } from './department-detail.js';
import { DepartmentForm } from './department-form.js';
import { OfficeUnreached } from './office-unreached.js';
import { DepartmentList } from './department-list.js';
import './organisation.css';

/** Departments at the left, and of the one that is chosen its sections and contacts. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { address, choose } = useAddress();
  const [isAdding, setAdding] = useState(false);
  const isOffice = session?.user.role === 'performance-office';
  const { data: all } = useOrganisation({ search: undefined, lacking: false });
  const [only, second] = all?.pages[0]?.items ?? [];
  const own = isOffice && !second ? only?.id : session?.user.departmentId; // a single one needs no choosing
  const chosen = address.get('department') ?? own ?? null;
  const show = (department: string): void => {
    choose({ department });
  };
  const add = (
    <Button
      type="primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {t('organisation.addDepartment')}
    </Button>
  );
  return (
    <Page title={t('organisation.title')} hint={t('organisation.hint')} tools={isOffice && add}>
      {isOffice && <OfficeUnreached departmentId={chosen} />}
      <div className="organisation">
        <DepartmentList chosen={chosen} onChoose={show} />
        {chosen === null ? (
          <div className="panel muted">{t('organisation.choose')}</div>
        ) : (
          <DepartmentDetail key={chosen} id={chosen} mayChange={isOffice} />
        )}
      </div>
      {isAdding && (
        <DepartmentForm
          department={null}
          onClose={(id) => {
            setAdding(false);
            if (id !== null) show(id);
          }}
        />
      )}
    </Page>
  );
}
