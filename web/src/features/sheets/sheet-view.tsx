import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { isUnjudged } from '@domain/scoring/unjudged.js';
import type { IndicatorMonths, Policy, ScoredSheet, TargetSheet } from '../../api/types.js';
import { ScoreGauge } from '../../components/charts/score-gauge.js';
import { Panel } from '../../components/panel.js';
import { Revisions } from '../shown/revising/revisions.js';
import { AddCommitment } from './commitment/add-commitment.js';
import { FirstMonth } from './first-month/first-month.js';
import { Goals } from './goals/goals.js';
import { IndicatorTree } from './indicator-tree.js';
import { PaceChart } from './pace-chart.js';
import { SharedValues } from './shared/shared-values.js';
import { SheetFigures } from './sheet-figures.js';
import { WhatIf } from './what-if/what-if.js';

interface SheetViewProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  readonly months: readonly IndicatorMonths[];
  readonly policy: Policy | undefined;
}

/** Where it stands, every indicator, and below what it is made of: goals, revisions, shared values. */
export function SheetView({ sheet, score, months, policy }: SheetViewProps) {
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
        tools={
          <span className="panel-tools">
            <AddCommitment sheet={sheet} />
            {policy && <WhatIf sheet={sheet} score={score} policy={policy} />}
          </span>
        }
        className="flush"
      >
        <IndicatorTree sheet={sheet} score={score} months={months} />
      </Panel>
      <div className="sheet-bottom">
        <Goals sheet={sheet} score={score} />
        <div className="stack">
          <Revisions sheetId={sheet.id} indicators={sheet.indicators} />
          <SharedValues sheet={sheet} />
        </div>
      </div>
    </div>
  );
}
