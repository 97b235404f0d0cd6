import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Indicator } from '../../api/indicators.js';
import { useIndicator, useProgress, useSheetScore } from '../../api/queries.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { MonthSelect } from '../../period/month-select.js';
import { useMonthWithin } from '../../period/use-period.js';
import { SheetYears } from '../shown/sheet-years.js';
import { IndicatorView } from './indicator-view.js';
import './indicators.css';

export function IndicatorPage() {
  const { id = '' } = useParams();
  const indicator = useIndicator(id);
  return indicator.data ? (
    <IndicatorOfMonth indicator={indicator.data} />
  ) : (
    <Page title="">
      <Loaded queries={{ indicator }}>{() => null}</Loaded>
    </Page>
  );
}

/** One indicator: its months and where they lead, every point in words, who decided what, and what holds of it since when. */
function IndicatorOfMonth({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const { sheet } = indicator;
  const { month, months, onMonth } = useMonthWithin(sheet.fiscalYear);
  const queries = { score: useSheetScore(sheet.id, month), progress: useProgress(indicator.id) };
  const facts = [indicator.level1, indicator.level2, indicator.section?.name ?? t('table.unowned')];
  return (
    <Page
      title={indicator.name}
      above={[
        { to: `/sheets?month=${month}`, name: t('shown.sheets') },
        { to: `/sheets/${sheet.id}?month=${month}`, name: sheet.project ?? t('shown.wholeDepartment') },
      ]}
      hint={facts.join(' · ')}
      tools={
        <>
          <SheetYears sheet={sheet} indicator={indicator.name} />
          <MonthSelect {...{ month, months, onMonth }} />
        </>
      }
    >
      <Loaded queries={queries}>
        {({ score, progress }) => {
          const scored = score.indicators.find(({ indicatorId }) => indicatorId === indicator.id);
          if (!scored) return <p>{t('indicator.notScored')}</p>;
          return <IndicatorView {...{ indicator, scored, asOf: score.asOf, entries: progress.items }} />;
        }}
      </Loaded>
    </Page>
  );
}
