import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { checkAsMeant } from '../../audit/as-meant.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { coveredLines } from '../../audit/history-lines.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { updateVersioned } from '../../audit/versioned.js';
import { namesOf } from '../../common/names-of.js';
import { monthOf } from '../../domain/calendar/month.js';
import { MonthsService } from '../../months/months.service.js';
import { PoliciesService } from '../../policies/policies.service.js';
import type { ReviseSheetDto } from './dto/revision.dto.js';
import { IndicatorRevision } from './indicator-revision.entity.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { revisedIndicators } from './revised-indicators.js';
import { SheetChanges } from '../sheets/sheet-changes.js';
import { SheetRevision } from './sheet-revision.entity.js';
import { TargetSheet, type WeightWaiver, type WholeSheet } from '../sheets/target-sheet.entity.js';
import { targetColumns, withTarget } from '../indicators/target-columns.js';
import { TargetSheetsService } from '../sheets/target-sheets.service.js';
import { checkWeights } from '../sheets/weight-check.js';

const WHAT = { zh: '绩效目标表', en: 'target sheet' };

export interface Revision extends SheetRevision {
  /** As people call whoever revised; the user name, where there is no such account any more. */
  readonly actorName: string;
  readonly indicators: readonly IndicatorRevision[];
}

/** What a revision would leave; nothing of it is stored. */
export interface PlannedRevision {
  readonly sheet: WholeSheet;
  /** By id, the indicators that it changes. */
  readonly revised: ReadonlyMap<string, Indicator>;
  /** What the weights give then, together with the execution points. */
  readonly weightTotal: string;
  readonly weightWaiver: WeightWaiver | null;
  readonly earlier: readonly Revision[];
}

/** Who revises, when, and the version of the sheet that they saw. */
export interface RevisionAction {
  readonly version: number | null;
  readonly actor: string;
  readonly at: Date;
}

/** Mid-year changes of targets and weights: what was in force before stays readable, and earlier months are scored by it. */
@Injectable()
export class RevisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly policies: PoliciesService,
    private readonly changes: SheetChanges,
    private readonly months: MonthsService,
  ) {}

  /** Oldest first, each with the indicators that it changed; none for a sheet that was never revised. */
  async list(sheetId: string, manager: EntityManager = this.dataSource.manager): Promise<Revision[]> {
    const revisions = await manager.find(SheetRevision, { where: { sheetId }, order: { number: 'ASC' } });
    const indicators = await manager.find(IndicatorRevision, { where: { sheetId }, order: { indicatorId: 'ASC' } });
    const nameOf = await namesOf(
      manager,
      revisions.map(({ actor }) => actor),
    );
    return revisions.map((revision) => ({
      ...revision,
      actorName: nameOf(revision.actor),
      indicators: indicators.filter(({ number }) => number === revision.number).map(withTarget),
    }));
  }

  /** What a revision would do, by the checks of the revision itself. @throws DomainError as `revise` */
  async planned(
    sheetId: string,
    revision: ReviseSheetDto,
    actor: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<PlannedRevision> {
    const sheet = await this.sheets.find(sheetId, manager);
    const earlier = await this.list(sheetId, manager);
    await this.months.checkOpenFrom(manager, sheet.departmentId, revision.effectiveMonth);
    const revised = revisedIndicators(revision, sheet, earlier.at(-1)?.effectiveMonth ?? null);
    const after = sheet.indicators.map((indicator) => revised.get(indicator.id) ?? indicator);
    const policy = this.policies.get(sheet.policy);
    // What ends leaves its points to the others.
    const indicators = after.filter(({ endMonth }) => endMonth === null);
    const weightWaiver = checkWeights({ ...sheet, indicators, waiver: revision.waiver ?? null }, policy, actor);
    return { sheet, revised, earlier, weightWaiver, weightTotal: weightWaiver?.weightTotal ?? '100' };
  }

  /** @throws ConflictError, DomainError `revision-invalid`, `target-unparsed`, `waiver-required`, `month-closed` */
  async revise(sheetId: string, revision: ReviseSheetDto, { version, actor, at }: RevisionAction): Promise<Revision[]> {
    return this.dataSource.transaction(async (manager) => {
      const { sheet, earlier, revised, weightWaiver } = await this.planned(sheetId, revision, actor, manager);
      const { indicators } = sheet;
      const { effectiveMonth, reason } = revision;
      await updateVersioned(manager, TargetSheet, { id: sheetId, version }, { weightWaiver }, WHAT);

      const common = { sheetId, actor, revisedAt: at };
      if (earlier.length === 0) {
        const adopted = {
          effectiveMonth: monthOf(sheet.fiscalYear, 1),
          reason: null,
          weightWaiver: sheet.weightWaiver,
        };
        await manager.insert(SheetRevision, { ...common, ...adopted, id: uuid(), number: 0 });
      }
      const number = (earlier.at(-1)?.number ?? 0) + 1;
      await manager.insert(SheetRevision, { ...common, id: uuid(), number, effectiveMonth, reason, weightWaiver });
      const known = new Set(earlier.flatMap((one) => one.indicators.map(({ indicatorId }) => indicatorId)));
      const first = indicators.filter(({ id }) => revised.has(id) && !known.has(id));
      const lines = [
        ...first.map((indicator) => inRevision(indicator, 0, monthOf(sheet.fiscalYear, 1))),
        ...[...revised.values()].map((indicator) => inRevision(indicator, number, effectiveMonth)),
      ];
      const ids = [...revised.keys()];
      const { covers } = await witnessed(manager, { indicator: ids, indicator_plan: ids }, async () => {
        await manager.insert(IndicatorRevision, lines);
        for (const indicator of revised.values()) {
          const next = { ...scoredBy(indicator), dueMonth: indicator.dueMonth, version: () => 'version + 1' };
          await manager.update(Indicator, { id: indicator.id }, next);
        }
      });
      await checkRevised(manager, lines, [...revised.values()]);
      await this.changes.publish(manager, { sheetId, fromMonth: effectiveMonth });
      const revisions = await this.list(sheetId, manager);
      const added = revisions.filter((one) => one.number === number || earlier.length === 0);
      await recordInAuditLog(manager, {
        action: 'target_sheet.revised',
        subjectType: 'target_sheet',
        subjectId: sheetId,
        departmentId: sheet.departmentId,
        after: { number, effectiveMonth },
        reason,
        covers: {
          ...covers,
          ...(await coveredLines(
            manager,
            'sheet_revision',
            added.map(({ id }) => id),
          )),
          ...(await coveredLines(
            manager,
            'indicator_revision',
            lines.map((line) => `${line.indicatorId} ${line.number}`),
          )),
        },
      });
      return revisions;
    });
  }
}

/** @throws DomainError `values-altered` */
async function checkRevised(
  manager: EntityManager,
  lines: readonly ReturnType<typeof inRevision>[],
  revised: readonly Indicator[],
): Promise<void> {
  const ids = revised.map(({ id }) => id);
  const [kept, now] = [
    await manager.findBy(IndicatorRevision, { indicatorId: In(ids) }),
    await manager.findBy(Indicator, { id: In(ids) }),
  ];
  for (const line of lines) {
    const { indicatorId, number } = line;
    const stored = kept.find((one) => one.indicatorId === indicatorId && one.number === number) ?? {};
    checkAsMeant(manager, 'indicator_revision', line, stored);
  }
  for (const indicator of revised)
    checkAsMeant(manager, 'indicator', scoredBy(indicator), now.find(({ id }) => id === indicator.id) ?? {});
}

/** What a revision keeps of an indicator: all that scoring goes by. */
function scoredBy(
  indicator: Indicator,
): Omit<IndicatorRevision, 'indicatorId' | 'number' | 'sheetId' | 'effectiveMonth'> {
  const { comparator, targetUpper, targetText, unit, raw, weight, rule, milestones, endMonth, endReason } = indicator;
  const scored = { comparator, targetUpper, unit, raw, weight, rule, milestones, endMonth, endReason };
  return { ...scored, ...targetColumns(indicator), targetText };
}

const inRevision = (indicator: Indicator, number: number, effectiveMonth: string) => ({
  ...scoredBy(indicator),
  indicatorId: indicator.id,
  number,
  sheetId: indicator.sheetId,
  effectiveMonth,
});
