import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import type { Indicator } from '../../api/indicators.js';
import { useIndicatorMonths } from '../../api/progress.js';
import { useSession } from '../../api/session.js';
import type { ProgressEntry, ScoredIndicator } from '../../api/types.js';
import { Panel } from '../../components/panel.js';
import { monthName } from '../../period/month-name.js';
import { MonthsChart } from '../shown/entry-year/months-chart.js';
import { Evidence } from '../shown/evidence/evidence.js';
import { Revisions } from '../shown/revising/revisions.js';
import { Explanations } from './explanations.js';
import { IndicatorFacts } from './facts/indicator-facts.js';
import { IndicatorTiles } from './indicator-tiles.js';
import { MonthlyEntries } from './monthly-entries.js';
import { OverridePanel } from './override/override-panel.js';
import { PlanPanel } from './plan/plan-panel.js';
import { ThenPanel } from './then/then-panel.js';

export interface IndicatorViewProps {
  readonly indicator: Indicator;
  readonly scored: ScoredIndicator;
  readonly asOf: string;
  readonly entries: readonly ProgressEntry[];
}

/** The year on the left; on the right what it is judged by, and what people decided about it. */
export function IndicatorView({ indicator, scored, asOf, entries }: IndicatorViewProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const mayReopen = MANAGERS.some((role) => role === session?.user.role);
  const { id, sheet } = indicator;
  const { data: mine } = useIndicatorMonths({ year: sheet.fiscalYear, whose: 'mine', sheetId: sheet.id });
  const isMine = mine?.items.some((one) => one.id === id) ?? false;
  const status = entries.find(({ month }) => month === asOf)?.status;
  const isLocked = status === 'submitted' || status === 'approved';
  return (
    <div className="stack">
      <IndicatorTiles {...{ indicator, scored, asOf }} />
      <div className="indicator-columns">
        <div className="stack">
          {indicator.comparator !== 'qualitative' && (
            <Panel title={t('indicator.months')}>
              <MonthsChart indicator={indicator} outlook={scored.outlook} entries={entries} asOf={asOf} />
            </Panel>
          )}
          <Panel title={t('indicator.reason')}>
            <Explanations scored={scored} />
          </Panel>
          <Panel title={t('indicator.entries')} className="flush">
            <MonthlyEntries {...{ indicator, entries, asOf, mayReopen }} />
          </Panel>
          <Panel title={`${t('evidence.title')} · ${monthName(asOf)}`}>
            <Evidence indicatorId={id} month={asOf} editable={isMine && !isLocked} />
          </Panel>
        </div>
        <div className="stack">
          <IndicatorFacts indicator={indicator} />
          <PlanPanel indicator={indicator} />
          <Revisions sheetId={sheet.id} indicators={[indicator]} />
          <OverridePanel {...{ indicator, scored, asOf }} />
          <ThenPanel {...{ indicator, scored, entries, asOf }} />
        </div>
      </div>
    </div>
  );
}
