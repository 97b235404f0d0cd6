import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { GoalProgressService } from '../../progress/goal-progress.service.js';
import type { FrozenScore } from '../../scoring/score-snapshots.service.js';
import type { Indicator } from '../../targets/indicator.entity.js';
import { TargetSheetsService } from '../../targets/target-sheets.service.js';
import type { ReportedIndicator, ReportedSheet } from './report-content.js';
import { type Deviation, ReportFactsRepository, type SheetLine } from './report-facts.repository.js';

/** A sheet with all that its forms print. */
@Injectable()
export class ReportedSheetsService {
  constructor(
    private readonly facts: ReportFactsRepository,
    private readonly sheets: TargetSheetsService,
    private readonly goalProgress: GoalProgressService,
  ) {}

  async of(manager: EntityManager, line: SheetLine, score: FrozenScore): Promise<ReportedSheet> {
    const sheet = await this.sheets.find(line.id, manager);
    const progress = new Map(
      (await this.goalProgress.latest(line.id, score.asOf, manager)).map(({ goalId, text }) => [goalId, text]),
    );
    const deviations = new Map(
      (await this.facts.deviations(manager, line.id, score.asOf)).map((found) => [found.indicatorId, found]),
    );
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
        sources: sheet.fundingSources,
        spentBySource: await this.facts.spentBySource(manager, line.id, score.asOf),
      },
      weightWaiver: sheet.weightWaiver?.reason ?? null,
      goals: sheet.goals.map(({ id, text }) => ({ text, progress: progress.get(id) ?? null })),
      indicators: sheet.indicators.map((indicator) => reported(indicator, deviations.get(indicator.id))),
      score,
    };
  }
}

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
  deviationReason: deviation?.deviationReason ?? null,
  correctiveMeasure: deviation?.correctiveMeasure ?? null,
  core: indicator.core,
});
