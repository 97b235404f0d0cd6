import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { namesOf } from '../../common/names-of.js';
import { Today } from '../../common/today.js';
import { deleteVersioned, insertRow, updateVersioned } from '../../audit/versioned.js';
import { ConflictError, NotFoundError } from '../../domain/domain-error.js';
import { exact } from '../../domain/exact.js';
import { monthOf, yearOf } from '../../domain/calendar/month.js';
import { IndicatorsService } from '../../targets/indicators/indicators.service.js';
import { SheetChanges } from '../../targets/sheets/sheet-changes.js';
import type { SaveOverrideDto } from './dto/override.dto.js';
import { ScoreOverride } from './score-override.entity.js';
import { fromOutsideYear, outsideWeight, ownEntries, tooManyDecimals } from './errors.js';

const WHAT = { zh: '人工复核得分', en: 'reviewed score' };

export interface NamedOverride extends ScoreOverride {
  /** As people call whoever decided; the user name, where there is no such account any more. */
  readonly decidedByName: string;
}

/** Points that a reviewer gives, with a reason, beside those of the formula (design, domain §3). */
@Injectable()
export class ScoreOverridesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indicators: IndicatorsService,
    private readonly changes: SheetChanges,
    private readonly today: Today,
  ) {}

  /** @throws NotFoundError */
  async find(indicatorId: string, manager = this.dataSource.manager): Promise<NamedOverride> {
    const override = await manager.findOneBy(ScoreOverride, { indicatorId });
    if (!override) throw new NotFoundError(WHAT);
    const nameOf = await namesOf(manager, [override.decidedBy]);
    return { ...override, decidedByName: nameOf(override.decidedBy) };
  }

  /**
   * Gives the points from `fromMonth` on. `version` null creates.
   * @throws DomainError `override-invalid`, `own-submission`; ConflictError
   */
  async save(indicatorId: string, version: number | null, body: SaveOverrideDto, by: string): Promise<ScoreOverride> {
    const { weight, sheet } = await this.indicators.find(indicatorId);
    checkOverride(body, weight, sheet.fiscalYear);
    return this.changed(sheet.id, sheet.fiscalYear, async (manager) => {
      await refuseOwnSubmission(manager, indicatorId, by);
      const content = { ...body, decidedBy: by, updatedAt: this.today.now() };
      const current = await manager.findOneBy(ScoreOverride, { indicatorId });
      if (version === null) {
        if (current) throw new ConflictError(current, current.version);
        return insertRow(manager, ScoreOverride, { id: uuid(), indicatorId, ...content });
      }
      if (!current) throw new NotFoundError(WHAT);
      return updateVersioned(manager, ScoreOverride, { id: current.id, version }, content, WHAT);
    });
  }

  /** The formula's points count again. */
  async withdraw(indicatorId: string, version: number | null): Promise<void> {
    const { sheet } = await this.indicators.find(indicatorId);
    await this.changed(sheet.id, sheet.fiscalYear, async (manager) => {
      const { id } = await this.find(indicatorId, manager);
      await deleteVersioned(manager, ScoreOverride, { id, version }, WHAT);
    });
  }

  private changed<T>(sheetId: string, fiscalYear: number, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const result = await work(manager);
      await this.changes.publish(manager, { sheetId, fromMonth: monthOf(fiscalYear, 1) });
      return result;
    });
  }
}

function checkOverride({ score, fromMonth }: SaveOverrideDto, weight: string, fiscalYear: number): void {
  if (exact(score).lt(0) || exact(score).gt(exact(weight))) throw outsideWeight(weight);
  if (!/^\d+(\.\d{1,2})?$/.test(score)) throw tooManyDecimals();
  if (yearOf(fromMonth) !== fiscalYear) throw fromOutsideYear(fromMonth, fiscalYear);
}

/** Nobody reviews what they reported themselves. */
async function refuseOwnSubmission(manager: EntityManager, indicatorId: string, by: string): Promise<void> {
  const own: unknown[] = await manager.query(
    `SELECT 1 FROM progress_entry e JOIN progress_change c ON c.entry_id = e.id
     WHERE e.indicator_id = $1 AND c.action IN ('saved', 'submitted') AND $2 IN (c.actor, c.on_behalf_of) LIMIT 1`,
    [indicatorId, by],
  );
  if (own.length > 0) throw ownEntries();
}
