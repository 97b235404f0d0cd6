import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { isUnjudged } from '@domain/scoring/unjudged.js';
import { useParams } from 'react-router';
import { useIndicatorMonths } from '../../api/progress.js';
import { usePolicies, useSheetScore, useTargetSheet } from '../../api/queries.js';
import type { IndicatorMonths, Policy, ScoredSheet, TargetSheet } from '../../api/types.js';
import { ScoreGauge } from '../../components/charts/score-gauge.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { Panel } from '../../components/panel.js';
import { MonthSelect } from '../../period/month-select.js';
import { useMonthWithin } from '../../period/use-period.js';
import { SheetYears } from '../shown/sheet-years.js';
import { FirstMonth } from './first-month/first-month.js';
import { GoalList } from './goal-list.js';
import { IndicatorTree } from './indicator-tree.js';
import { PaceChart } from './pace-chart.js';
import { SheetFigures } from './sheet-figures.js';
import { WhatIf } from './what-if/what-if.js';
import './sheets.css';

export function SheetPage() {
  const { id = '' } = useParams();
  const sheet = useTargetSheet(id);
  return sheet.data ? (
    <SheetOfMonth sheet={sheet.data} />
  ) : (
    <Page title="">
      <Loaded queries={{ sheet }}>{() => null}</Loaded>
    </Page>
  );
}

/** One sheet as of a month: where it stands, how it got there, what every indicator earns, what could still be. */
function SheetOfMonth({ sheet }: { readonly sheet: TargetSheet }) {
  const { t, i18n } = useTranslation();
  const { month, months, onMonth } = useMonthWithin(sheet.fiscalYear);
  const queries = {
    score: useSheetScore(sheet.id, month),
    progress: useIndicatorMonths({ year: sheet.fiscalYear, sheetId: sheet.id }),
    policies: usePolicies(),
  };
  const { project, department, responsibleName, policy } = sheet;
  const title = queries.policies.data?.items.find(({ name }) => name === policy)?.title;
  const facts = [
    department.name,
    t('period.ofYear', { year: sheet.fiscalYear }),
    responsibleName && t('sheets.responsible', { name: responsibleName }),
    title && t('sheets.policy', { policy: title[i18n.language as Language] }),
  ];
  return (
    <Page
      title={project ?? t('shown.wholeDepartment')}
      above={[{ to: `/sheets?month=${month}`, name: t('shown.sheets') }]}
      hint={facts.filter(Boolean).join(' · ')}
      tools={
        <>
          <SheetYears sheet={sheet} />
          <MonthSelect {...{ month, months, onMonth }} />
        </>
      }
    >
      <Loaded queries={queries}>
        {({ score, progress, policies }) => (
          <SheetView
            sheet={sheet}
            score={score}
            months={progress.items}
            policy={policies.items.find(({ name }) => name === score.policy.name)}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface SheetViewProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  readonly months: readonly IndicatorMonths[];
  readonly policy: Policy | undefined;
}

function SheetView({ sheet, score, months, policy }: SheetViewProps) {
  const { t } = useTranslation();
  const marks = policy?.ratings.map(({ from }) => from).filter((from) => Number(from) > 0) ?? [];
  const { weightWaiver: waiver } = sheet;
  const unjudged = isUnjudged(score);
  return (
    <div className="stack">
      {waiver && (
        <Alert
          type="warning"
          showIcon
          title={t('sheets.waiver', { total: waiver.weightTotal, reason: waiver.reason })}
        />
      )}
      <FirstMonth sheet={sheet} />
      <div className="sheet-top">
        <Panel title={t('sheets.standing')}>
          <ScoreGauge
            score={unjudged ? null : score.pace.normalised}
            rating={unjudged ? null : score.pace.rating}
            marks={marks}
          />
          <SheetFigures score={score} />
        </Panel>
        <Panel title={t('sheets.pace')}>
          <PaceChart sheetId={sheet.id} asOf={score.asOf} />
        </Panel>
      </div>
      <Panel
        title={t('sheets.indicators')}
        tools={policy && <WhatIf sheet={sheet} score={score} policy={policy} />}
        className="flush"
      >
        <IndicatorTree sheet={sheet} score={score} months={months} />
      </Panel>
      <GoalList goals={sheet.goals} indicators={sheet.indicators} scored={score.indicators} />
    </div>
  );
}
