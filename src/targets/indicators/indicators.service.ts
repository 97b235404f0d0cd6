import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { traitsOf } from '../../domain/aggregation.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { insertRow, updateVersioned } from '../../audit/versioned.js';
import { entryKind } from '../../domain/entries/entry-rules.js';
import type { Milestone } from '../../domain/indicator.js';
import { type Month, monthOf, yearOf } from '../../domain/calendar/month.js';
import { firstMonthOf } from '../../domain/entries/first-month.js';
import { monthOutsideYear } from '../../months/errors.js';
import { Today } from '../../common/today.js';
import { MonthsService } from '../../months/months.service.js';
import { SectionsService } from '../../organisation/sections.service.js';
import type { NewIndicator } from '../sheets/new-sheet.js';
import { commitmentOf } from './commitment.js';
import type { CreateCommitmentDto, UpdateIndicatorDto } from './dto/indicator.dto.js';
import type { Revised } from '../revisions/in-force.js';
import { IndicatorRevision } from '../revisions/indicator-revision.entity.js';
import { Indicator } from './indicator.entity.js';
import { checkMilestones, inOrder } from './milestone-checks.js';
import { SheetChanges } from '../sheets/sheet-changes.js';
import type { TargetSheet } from '../sheets/target-sheet.entity.js';
import { withTarget } from './target-columns.js';
import { TargetSheetsService } from '../sheets/target-sheets.service.js';
import { aggregationUnfit, INDICATOR, noIndicator } from './errors.js';

export type IndicatorInSheet = Indicator & { readonly sheet: TargetSheet };

export type IndicatorOfYear = IndicatorInSheet & Revised;

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: TargetSheetsService,
    private readonly sections: SectionsService,
    private readonly changes: SheetChanges,
    private readonly months: MonthsService,
    private readonly today: Today,
  ) {}

  /** The indicator with its sheet, whose year and policy its entries must fit. @throws NotFoundError */
  async find(id: string, manager = this.dataSource.manager): Promise<IndicatorInSheet> {
    const [indicator] = await manager.find(Indicator, { where: { id }, relations: { sheet: true, section: true } });
    if (!indicator?.sheet) throw noIndicator();
    return { ...withTarget(indicator), sheet: indicator.sheet };
  }

  /** As `find`, for many, with their revisions; by id. */
  async findAll(ids: readonly string[], manager = this.dataSource.manager): Promise<Map<string, IndicatorOfYear>> {
    const relations = { sheet: true, measure: true };
    const indicators = await manager.find(Indicator, { where: { id: In([...ids]) }, relations });
    const found = { where: { indicatorId: In([...ids]) }, order: { number: 'ASC' } } as const;
    const revised = await manager.find(IndicatorRevision, found);
    const revisionsOf = (id: string) => revised.filter(({ indicatorId }) => indicatorId === id);
    return new Map(
      indicators.flatMap(({ sheet, ...rest }) =>
        sheet ? [[rest.id, { ...withTarget(rest), sheet, revisions: revisionsOf(rest.id) }] as const] : [],
      ),
    );
  }

  /** Those that these measures feed. */
  async fedBy(measureIds: readonly string[], manager: EntityManager): Promise<IndicatorOfYear[]> {
    const rows = await manager.find(Indicator, { select: { id: true }, where: { measureId: In([...measureIds]) } });
    return [
      ...(
        await this.findAll(
          rows.map(({ id }) => id),
          manager,
        )
      ).values(),
    ];
  }

  async update(id: string, version: number | null, changes: UpdateIndicatorDto): Promise<Indicator> {
    const { sheet, ...indicator } = await this.find(id);
    checkAggregation(indicator, changes);
    if (changes.sectionId && changes.sectionId !== indicator.sectionId)
      await this.sections.findInUse(sheet.departmentId, changes.sectionId);
    return this.dataSource.transaction(async (manager) => {
      // All months of the year are added up in the other way then.
      if (changes.aggregation !== undefined && changes.aggregation !== indicator.aggregation)
        await this.months.checkOpenFrom(manager, sheet.departmentId, monthOf(sheet.fiscalYear, 1));
      return this.change(manager, sheet, { id, version }, changes);
    });
  }

  /** Replaces the plan by months. @throws DomainError `milestones-invalid` */
  async plan(id: string, version: number | null, planned: readonly Milestone[]): Promise<Indicator> {
    const { sheet, ...indicator } = await this.find(id);
    checkMilestones(indicator, sheet.fiscalYear, planned);
    const milestones = inOrder(planned);
    return this.dataSource.transaction(async (manager) => {
      // The plan belongs to what is in force last; earlier revisions keep theirs.
      const last = await manager.maximum(IndicatorRevision, 'number', { indicatorId: id });
      if (last !== null) await planRevision(manager, { indicatorId: id, number: last }, milestones);
      return this.change(manager, sheet, { id, version }, { milestones });
    });
  }

  async addCommitment(
    sheetId: string,
    { firstMonth, ...commitment }: CreateCommitmentDto,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Indicator> {
    const { departmentId, fiscalYear } = await this.sheets.find(sheetId, manager);
    const now = this.today.date().slice(0, 7);
    const first = firstMonth ?? (yearOf(now) === fiscalYear ? now : monthOf(fiscalYear, 1));
    if (yearOf(first) !== fiscalYear) throw monthOutsideYear(first, fiscalYear, '/firstMonth');
    if (commitment.sectionId) await this.sections.findInUse(departmentId, commitment.sectionId, manager);
    return manager.transaction(async (transaction) => {
      // Two additions at once must not take the same place.
      await transaction.query('SELECT 1 FROM target_sheet WHERE id = $1 FOR NO KEY UPDATE', [sheetId]);
      const last = await transaction.maximum(Indicator, 'ordinal', { sheetId });
      const ordinal = (last ?? -1) + 1;
      const made = commitmentOf(commitment, fiscalYear);
      const row = { ...made, firstMonth: beginning(made, first), id: uuid(), sheetId, ordinal };
      return withTarget(await insertRow(transaction, Indicator, row));
    });
  }

  private async change(
    manager: EntityManager,
    { id: sheetId, fiscalYear }: TargetSheet,
    seen: Pick<Indicator, 'id'> & { version: number | null },
    changes: object,
  ): Promise<Indicator> {
    const changed = await updateVersioned(manager, Indicator, seen, changes, INDICATOR);
    await this.changes.publish(manager, { sheetId, fromMonth: monthOf(fiscalYear, 1) });
    return withTarget(changed);
  }
}

/** null where it is asked for since January, or once. */
const beginning = (made: NewIndicator, first: Month): Month | null =>
  first.endsWith('-01') ? null : firstMonthOf(withTarget(made), first);

async function planRevision(
  manager: EntityManager,
  revision: Pick<IndicatorRevision, 'indicatorId' | 'number'>,
  milestones: Milestone[],
): Promise<void> {
  const { indicatorId: subjectId, number } = revision;
  const { covers } = await witnessed(manager, { indicator_plan: [subjectId] }, () =>
    manager.update(IndicatorRevision, revision, { milestones }),
  );
  const about = { action: 'indicator.planned', subjectType: 'indicator', subjectId };
  await recordInAuditLog(manager, { ...about, after: { number, milestones }, covers });
}

/** How months add up may be corrected; what a month's entry consists of may not, or the entries there are would be void. */
function checkAggregation(indicator: Indicator, { aggregation }: UpdateIndicatorDto): void {
  if (aggregation === undefined) return;
  const isText = indicator.comparator === 'qualitative';
  const isDay = indicator.comparator === 'by';
  const isSame =
    !isText &&
    isDay === (traitsOf(aggregation).entered === 'date') &&
    entryKind({ ...indicator, aggregation }) === entryKind(indicator);
  if (!isSame) throw aggregationUnfit(indicator.name, aggregation);
}
