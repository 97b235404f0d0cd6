import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { MANAGERS } from '@domain/roles.js';
import { useParams } from 'react-router';
import { useIndicatorMonths } from '../../api/progress.js';
import { useIndicator, useProgress, useSheetScore } from '../../api/queries.js';
import { useSession } from '../../api/session.js';
import type { ProgressEntry, ScoredIndicator } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { MonthSelect } from '../../period/month-select.js';
import { monthName } from '../../period/month-name.js';
import { useMonthWithin } from '../../period/use-period.js';
import { Evidence } from '../shown/evidence/evidence.js';
import { MonthlyEntries } from './monthly-entries.js';
import { printedTarget } from '../shown/indicator-row.js';
import { PaceCell } from '../shown/pace-cell.js';
import { ScoreCell } from '../shown/score-cell.js';
import { SheetYears } from '../shown/sheet-years.js';
import { EntryHistory } from '../shown/entry-history.js';
import { Explanations } from './explanations.js';
import { MonthsChart } from '../shown/entry-year/months-chart.js';
import './indicators.css';

type Indicator = NonNullable<ReturnType<typeof useIndicator>['data']>;

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

/** One indicator: its months and where they lead, every point in words, and who entered what. */
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

interface IndicatorViewProps {
  readonly indicator: Indicator;
  readonly scored: ScoredIndicator;
  readonly asOf: string;
  readonly entries: readonly ProgressEntry[];
}

function IndicatorView({ indicator, scored, asOf, entries }: IndicatorViewProps) {
  const { t, i18n } = useTranslation();
  const { data: session } = useSession();
  const mayReopen = MANAGERS.some((role) => role === session?.user.role);
  const { data: mine } = useIndicatorMonths({
    year: indicator.sheet.fiscalYear,
    whose: 'mine',
    sheetId: indicator.sheet.id,
  });
  const isMine = mine?.items.some(({ id }) => id === indicator.id) ?? false;
  const status = entries.find(({ month }) => month === asOf)?.status;
  const isLocked = status === 'submitted' || status === 'approved';
  return (
    <div className="stack">
      <dl className="tiles">
        <div>
          <dt>{t('table.target')}</dt>
          <dd>{printedTarget(indicator, i18n.language as Language)}</dd>
        </div>
        <div>
          <dt>{t('indicator.previous')}</dt>
          <dd>{indicator.previous ?? '—'}</dd>
        </div>
        <div>
          <dt>{t('table.score')}</dt>
          <dd>
            <ScoreCell score={scored} asOf={asOf} />
          </dd>
        </div>
        <div>
          <dt>{t('table.light')}</dt>
          <dd>
            <PaceCell scored={scored} asOf={asOf} />
          </dd>
        </div>
      </dl>
      {indicator.comparator !== 'qualitative' && (
        <Panel title={t('indicator.months')}>
          <MonthsChart indicator={indicator} outlook={scored.outlook} entries={entries} asOf={asOf} />
        </Panel>
      )}
      <Panel title={t('indicator.reason')}>
        <Explanations scored={scored} />
      </Panel>
      <Panel title={t('indicator.entries')} className="flush">
        <MonthlyEntries indicator={indicator} entries={entries} asOf={asOf} mayReopen={mayReopen} />
      </Panel>
      <Panel title={`${t('evidence.title')} · ${monthName(asOf)}`}>
        <Evidence indicatorId={indicator.id} month={asOf} editable={isMine && !isLocked} />
      </Panel>
      <Panel title={`${t('shown.history')} · ${monthName(asOf)}`}>
        <EntryHistory indicatorId={indicator.id} month={asOf} />
      </Panel>
    </div>
  );
}
