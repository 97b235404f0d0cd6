import { Alert, Empty, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndicatorMonths } from '../../api/progress.js';
import { usePolicies } from '../../api/queries.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { useAddress } from '../../period/use-address.js';
import { today } from '../../api/clock.js';
import { NotOpenYet } from '../../period/not-open-yet.js';
import { isEnded } from '../../period/period.js';
import { PeriodSelect } from '../../period/period-select.js';
import { usePeriod } from '../../period/use-period.js';
import { EntryDesk } from './entry-desk.js';
import { WorkbookButton } from './workbook/workbook-button.js';
import './entry.css';

/** The month that everybody has to enter: type, and it is saved; then hand it in. */
export function EntryPage() {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const period = usePeriod();
  const { year, month, months } = period;
  const view = address.get('view') === 'year' ? 'year' : 'month';
  const departmentId = address.get('department') ?? undefined;
  const indicators = useIndicatorMonths({ year, whose: 'mine', ...(departmentId && { departmentId }) });
  const policies = usePolicies();
  return (
    <Page
      title={t('entry.title')}
      hint={t('entry.how')}
      tools={
        <>
          <Segmented
            aria-label={t('entry.view')}
            value={view}
            options={[
              { value: 'month', label: t('entry.monthView') },
              { value: 'year', label: t('entry.yearView') },
            ]}
            onChange={(value) => {
              choose({ view: value === 'year' ? value : undefined });
            }}
          />
          <DepartmentSelect
            value={departmentId}
            onChange={(value) => {
              choose({ department: value });
            }}
          />
          {view === 'month' && <WorkbookButton month={month} departmentId={departmentId} />}
          <PeriodSelect {...period} months={months.filter((one) => isEnded(one, today()) || one === month)} />
        </>
      }
    >
      <Loaded queries={{ policies, indicators }}>
        {({ policies: { items: rules }, indicators: { items, nextCursor } }) =>
          items.length === 0 ? (
            <Empty description={t('entry.none')} />
          ) : (
            <>
              {nextCursor && <Alert type="info" title={t('entry.more', { count: items.length })} />}
              {view === 'month' && <NotOpenYet month={month} />}
              <EntryDesk indicators={items} policies={rules} {...{ month, months, view }} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
