import { Empty } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { monthsBetween, monthOf, yearOf } from '../../../../src/domain/month.js';
import { useScoresOfMonths, useTargetSheets } from '../../api/queries.js';
import type { TargetSheetSummary } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { MonthSelect } from '../../components/month-select.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { useMonth } from '../../components/use-month.js';
import { BiggestLosses } from './biggest-losses.js';
import { HeatMap } from './heat-map.js';
import { Headlines } from './headlines.js';
import { LeagueTable } from './league-table.js';
import { Overdue } from './overdue.js';
import { RatingBars } from './rating-bars.js';
import { standingsOf } from './standings.js';
import { SheetFilter, useSheetFilter } from './sheet-filter.js';

/** The installation at a glance; what is looked at stands in the address. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { month, months, onMonth } = useMonth();
  const sheets = useTargetSheets();
  return (
    <Page
      title={t('nav.dashboard')}
      hint={t('dashboard.hint', { month })}
      tools={
        <>
          <SheetFilter sheets={sheets.data?.items ?? []} />
          <MonthSelect {...{ month, months, onMonth }} />
        </>
      }
    >
      <Loaded queries={{ sheets }}>
        {({ sheets: { items } }) =>
          items.length === 0 ? <Empty description={t('sheet.none')} /> : <Panels {...{ items, month }} />
        }
      </Loaded>
    </Page>
  );
}

function Panels({ items, month }: { readonly items: readonly TargetSheetSummary[]; readonly month: string }) {
  const { t } = useTranslation();
  const { isShown } = useSheetFilter();
  const months = useMemo(() => monthsBetween(monthOf(yearOf(month), 1), month), [month]);
  const { scores, error, retry } = useScoresOfMonths(months);
  const standings = standingsOf(
    items.filter((sheet) => sheet.fiscalYear === yearOf(month) && isShown(sheet)),
    scores.map((league) => league.items),
  );
  if (error) return <LoadError error={error} onRetry={retry} />;
  if (scores.length === 0) return <Loading />;
  return (
    <div className="stack">
      <Headlines standings={standings} />
      <div className="dashboard">
        <Panel title={t('dashboard.league')} className="flush">
          <LeagueTable standings={standings} month={month} />
        </Panel>
        <div className="stack">
          <Panel title={t('dashboard.ratings')}>
            <RatingBars standings={standings} />
          </Panel>
          <Panel title={t('dashboard.losses')}>
            <BiggestLosses standings={standings} month={month} />
          </Panel>
        </div>
      </div>
      <Panel title={t('dashboard.heat')}>
        <HeatMap standings={standings} months={months} />
      </Panel>
      <Panel title={t('dashboard.overdue')} className="flush">
        <Overdue month={month} isShown={isShown} />
      </Panel>
    </div>
  );
}
