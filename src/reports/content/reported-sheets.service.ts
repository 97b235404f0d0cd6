import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { GoalProgressService } from '../../progress/goals/goal-progress.service.js';
import type { FrozenScore } from '../../scoring/stored/score-snapshots.service.js';
import { inForce, type Revised } from '../../targets/revisions/in-force.js';
import { IndicatorRevision } from '../../targets/revisions/indicator-revision.entity.js';
import type { Indicator } from '../../targets/indicators/indicator.entity.js';
import { withTarget } from '../../targets/indicators/target-columns.js';
import { TargetSheetsService } from '../../targets/sheets/target-sheets.service.js';
import type { ReportedIndicator, ReportedSheet, ReportedTarget } from './report-content.js';
import { type Deviation, ReportFactsRepository, type SheetLine } from './report-facts.repository.js';

/** A sheet with all that its forms print. */
@Injectable()
export class ReportedSheetsService {
  constructor(
    private readonly facts: ReportFactsRepository,
    private readonly sheets: TargetSheetsService,
    private readonly goalProgress: GoalProgressService,
    private readonly policies: PoliciesService,
  ) {}

  async of(manager: EntityManager, line: SheetLine, score: FrozenScore): Promise<ReportedSheet> {
    const sheet = await this.sheets.find(line.id, manager);
    const progress = new Map(
      (await this.goalProgress.latest(line.id, score.asOf, manager)).map(({ goalId, text }) => [goalId, text]),
    );
    const deviations = new Map(
      (await this.facts.deviations(manager, line.id, score.asOf)).map((found) => [found.indicatorId, found]),
    );
    const revised = await manager.find(IndicatorRevision, { where: { sheetId: line.id }, order: { number: 'ASC' } });
    return {
      kind: sheet.kind,
      fiscalYear: sheet.fiscalYear,
      project: sheet.project,
      department: line.department,
      superior: line.superior,
      responsible: { name: sheet.responsibleName, phone: sheet.responsiblePhone },
      funding: {
        total: sheet.fundingTotal,
        fiscal: sheet.fundingFiscal,
        other: sheet.fundingOther,
        carriedOver: sheet.fundingCarriedOver,
        sources: sheet.fundingSources,
        spentBySource: await this.facts.spentBySource(manager, line.id, score.asOf),
      },
      weightWaiver: sheet.weightWaiver?.reason ?? null,
      policyTitle: this.policies.get(score.policy.name).title,
      goals: sheet.goals.map(({ id, text }) => ({ text, progress: progress.get(id) ?? null })),
      indicators: sheet.indicators.map((indicator) => {
        const revisions = revised.filter(({ indicatorId }) => indicatorId === indicator.id);
        return {
          ...reported(inForce({ ...indicator, revisions }, score.asOf), deviations.get(indicator.id)),
          ...initialTarget({ revisions }, score.asOf),
        };
      }),
      score,
    };
  }
}

/** Nothing where the month is still judged by the target of the beginning; a revision may have changed the weight only. */
function initialTarget({ revisions }: Revised, asOf: Month): { initial?: ReportedTarget } {
  const held = revisions.filter(({ effectiveMonth }) => effectiveMonth <= asOf).map(withTarget);
  const [first, last] = [held.at(0), held.at(-1)];
  if (!first || !last || targetOf(first) === targetOf(last)) return {};
  const { comparator, target, targetUpper, targetText } = first;
  return { initial: { comparator, target, targetUpper, targetText } };
}

const targetOf = ({ comparator, target, targetUpper, targetText, unit }: IndicatorRevision): string =>
  JSON.stringify([comparator, target, targetUpper, targetText, unit]);

const reported = (indicator: Indicator, deviation: Deviation | undefined): ReportedIndicator => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.name,
  section: indicator.section?.name ?? null,
  comparator: indicator.comparator,
  raw: indicator.raw,
  target: indicator.target,
  targetUpper: indicator.targetUpper,
  targetText: indicator.targetText,
  unit: indicator.unit,
  per: indicator.per,
  endMonth: indicator.endMonth,
  endReason: indicator.endReason,
  deviationReason: deviation?.deviationReason ?? null,
  correctiveMeasure: deviation?.correctiveMeasure ?? null,
  core: indicator.core,
});
