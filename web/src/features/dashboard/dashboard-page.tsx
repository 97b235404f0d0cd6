import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../api/organisation.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { SheetFilter, useSheetFilter } from '../../components/sheet-filter.js';
import { monthName } from '../../period/month-name.js';
import { PeriodSelect } from '../../period/period-select.js';
import { usePeriod } from '../../period/use-period.js';
import { BeingScored } from './being-scored.js';
import { BiggestLosses } from './biggest-losses.js';
import { HeatMap } from './heat-map.js';
import { Headlines } from './headlines.js';
import { LeagueTable } from './league-table.js';
import { MissingReports } from './missing-reports.js';
import { RatingBars } from './rating-bars.js';
import './dashboard.css';

/** The installation at a glance; what is looked at stands in the address. */
export function DashboardPage() {
  const { t } = useTranslation();
  const period = usePeriod();
  const { month } = period;
  const { departmentId, kind } = useSheetFilter();
  const departments = useDepartments();
  const sheets = { asOf: month, ...(departmentId && { departmentId }), ...(kind && { kind }) };
  return (
    <Page
      title={t('dashboard.title')}
      hint={t('dashboard.hint', { month: monthName(month) })}
      tools={
        <>
          <SheetFilter />
          <PeriodSelect {...period} />
        </>
      }
    >
      <div className="stack">
        <BeingScored sheets={sheets} />
        <Headlines sheets={sheets} />
        <Panel title={t('dashboard.heat')}>
          <Loaded queries={{ departments }}>
            {({ departments: { items } }) => <HeatMap sheets={{ ...onlyOne(items), ...sheets }} />}
          </Loaded>
        </Panel>
        <div className="dashboard">
          <Panel title={t('dashboard.league')} className="flush">
            <LeagueTable sheets={sheets} />
          </Panel>
          <div className="stack">
            <Panel title={t('dashboard.ratings')}>
              <RatingBars sheets={sheets} />
            </Panel>
            <Panel title={t('dashboard.losses')}>
              <BiggestLosses sheets={sheets} />
            </Panel>
          </div>
        </div>
        <Panel title={t('dashboard.missing')} className="flush">
          <MissingReports sheets={sheets} />
        </Panel>
      </div>
    </Page>
  );
}

/** Nobody compares a department with itself: of the only one there is, the sheets are compared. */
function onlyOne(departments: readonly { readonly id: string }[]): { departmentId?: string } {
  const [first, second] = departments;
  return first && !second ? { departmentId: first.id } : {};
}
