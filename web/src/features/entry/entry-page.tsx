import { Alert, Empty, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { monthOf, monthsBetween, yearOf } from '../../../../src/domain/month.js';
import type { Policy } from '../../../../src/domain/policy.js';
import { useIndicatorMonths } from '../../api/progress.js';
import { usePolicies } from '../../api/queries.js';
import { DepartmentSelect } from '../../components/department-select.js';
import { Loaded } from '../../components/loaded.js';
import { MonthSelect } from '../../components/month-select.js';
import { Page } from '../../components/page.js';
import { endedMonths } from '../../components/today.js';
import { useAddress } from '../../components/use-address.js';
import { EntryGrid } from './entry-grid.js';
import { SubmitMonth } from './submit-month.js';
import { YearGrid } from './year-grid.js';

/** The month that everybody has to enter: type, and it is saved; then hand it in. */
export function EntryPage() {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const months = endedMonths();
  const view = address.get('view') === 'year' ? 'year' : 'month';
  const month = address.get('month') ?? months[0] ?? '';
  const departmentId = address.get('department') ?? undefined;
  const indicators = useIndicatorMonths({ year: yearOf(month), whose: 'mine', ...(departmentId && { departmentId }) });
  const policies = usePolicies();
  return (
    <Page
      title={t('nav.entry')}
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
              choose('view', value === 'year' ? value : undefined);
            }}
          />
          <DepartmentSelect
            value={departmentId}
            onChange={(value) => {
              choose('department', value);
            }}
          />
          <MonthSelect
            month={month}
            months={months}
            onMonth={(value) => {
              choose('month', value);
            }}
          />
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
              <SubmitMonth indicators={items} month={month} />
              {view === 'year' ? (
                <YearGrid indicators={items} months={yearOfMonth(month)} policies={byName(rules)} />
              ) : (
                <EntryGrid indicators={items} month={month} policies={byName(rules)} />
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

const yearOfMonth = (month: string): string[] => monthsBetween(monthOf(yearOf(month), 1), monthOf(yearOf(month), 12));

const byName = (policies: readonly Policy[]) => new Map(policies.map((policy) => [policy.name, policy]));
