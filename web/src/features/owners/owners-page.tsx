import { useTranslation } from 'react-i18next';
import { DepartmentSelect } from '../../components/department-select.js';
import { Page } from '../../components/page.js';
import { usePeriod } from '../../period/use-period.js';
import { YearSelect } from '../../period/year-select.js';
import { OwnersList } from './owners-list.js';
import { useOwnersFilter } from './use-owners-filter.js';
import './owners.css';

/** After an import: who enters which indicator. */
export function OwnersPage() {
  const { t } = useTranslation();
  const period = usePeriod();
  const { filter, choose } = useOwnersFilter();
  return (
    <Page
      title={t('owners.title')}
      hint={t('owners.hint')}
      tools={
        <>
          <DepartmentSelect
            value={filter.departmentId}
            onChange={(department) => {
              choose({ department, sheet: undefined });
            }}
          />
          {filter.year !== undefined && <YearSelect {...period} />}
        </>
      }
    >
      <OwnersList key={JSON.stringify(filter)} />
    </Page>
  );
}
