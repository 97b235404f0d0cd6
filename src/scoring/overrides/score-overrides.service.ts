import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Today } from '../../common/today.js';
import { deleteVersioned, insertRow, updateVersioned } from '../../audit/versioned.js';
import { ConflictError, DomainError, errorAt, type Message, NotFoundError } from '../../domain/domain-error.js';
import { exact } from '../../domain/exact.js';
import { monthOf, yearOf } from '../../domain/calendar/month.js';
import { IndicatorsService } from '../../targets/indicators/indicators.service.js';
import { SheetChanges } from '../../targets/sheets/sheet-changes.js';
import type { SaveOverrideDto } from './dto/override.dto.js';
import { ScoreOverride } from './score-override.entity.js';

const WHAT = { zh: '人工复核得分', en: 'reviewed score' };

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
  async find(indicatorId: string, manager = this.dataSource.manager): Promise<ScoreOverride> {
    const override = await manager.findOneBy(ScoreOverride, { indicatorId });
    if (!override) throw new NotFoundError(WHAT);
    return override;
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
  const outside = exact(score).lt(0) || exact(score).gt(exact(weight));
  if (outside) {
    throw invalid('/score', {
      zh: `得分应在 0 和该指标的分值 ${weight} 之间。`,
      en: `score must lie between 0 and the indicator’s weight ${weight}.`,
    });
  }
  if (!/^\d+(\.\d{1,2})?$/.test(score)) {
    throw invalid('/score', { zh: '得分最多两位小数。', en: 'score must have at most 2 decimals.' });
  }
  if (yearOf(fromMonth) === fiscalYear) return;
  throw invalid('/fromMonth', {
    zh: `${fromMonth} 不在 ${fiscalYear} 年度内。`,
    en: `${fromMonth} lies outside fiscal year ${fiscalYear}.`,
  });
}

const invalid = (pointer: string, message: Message): DomainError =>
  errorAt(pointer, 'unfit', 'override-invalid', message);

/** Nobody reviews what they reported themselves. */
async function refuseOwnSubmission(manager: EntityManager, indicatorId: string, by: string): Promise<void> {
  const own: unknown[] = await manager.query(
    `SELECT 1 FROM progress_entry e JOIN progress_change c ON c.entry_id = e.id
     WHERE e.indicator_id = $1 AND c.action IN ('saved', 'submitted') AND $2 IN (c.actor, c.on_behalf_of) LIMIT 1`,
    [indicatorId, by],
  );
  if (own.length === 0) return;
  throw new DomainError('forbidden', 'own-submission', {
    zh: '该指标有您本人填写或提交的数据，不能由您复核得分。',
    en: 'You wrote or submitted entries of this indicator yourself; somebody else has to review its score.',
  });
}
