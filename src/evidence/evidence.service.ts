import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../common/access/actor.js';
import { Clock } from '../common/clock.js';
import { recordInAuditLog } from '../audit/audit-log.js';
import type { Covers } from '../audit/history-lines.js';
import { witnessed } from '../audit/rows/witnessed.js';
import { DomainError, NotFoundError, refuseUnfit } from '../domain/domain-error.js';
import { yearOf } from '../domain/calendar/month.js';
import { StoredFilesService } from '../files/stored-files.service.js';
import { monthOutsideYear } from '../months/errors.js';
import { MonthsService } from '../months/months.service.js';
import { type IndicatorInSheet, IndicatorsService } from '../targets/indicators/indicators.service.js';
import { notAsked } from '../targets/indicators/not-asked.js';
import { demandedKind } from './evidence-kind.js';
import type { EvidenceKind } from './evidence.entity.js';
import { type Duplicate, type EvidenceFile, EvidenceRepository, type IndicatorMonth } from './evidence.repository.js';
import { evidenceMissing, evidenceSettled } from './errors.js';

const WHAT = { zh: '佐证资料', en: 'evidence' };

/** A piece of evidence, and where else the same file is one: not forbidden, but worth a second look. */
export interface AddedEvidence extends EvidenceFile {
  readonly duplicates: readonly Duplicate[];
}

/** What is to be evidence; `kind` null: what the indicator demands. */
interface NewEvidence {
  readonly sha256: string;
  readonly fileName: string;
  readonly kind: EvidenceKind | null;
}

/** An entry, as far as its evidence goes. */
interface Reported extends IndicatorMonth {
  readonly id: string;
  readonly notApplicable: boolean;
}

@Injectable()
export class EvidenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly evidence: EvidenceRepository,
    private readonly files: StoredFilesService,
    private readonly indicators: IndicatorsService,
    private readonly months: MonthsService,
    private readonly clock: Clock,
  ) {}

  list(indicatorMonth: IndicatorMonth): Promise<EvidenceFile[]> {
    return this.evidence.list(this.dataSource.manager, indicatorMonth);
  }

  async find(id: string, manager = this.dataSource.manager): Promise<EvidenceFile> {
    const found = await this.evidence.find(manager, id);
    if (!found) throw new NotFoundError(WHAT);
    return found;
  }

  async open(id: string): Promise<{ file: EvidenceFile; content: Readable }> {
    const file = await this.find(id);
    return { file, content: await this.files.open(file.sha256) };
  }

  /** A file that is evidence already, somewhere where the caller sees it, becomes evidence here too. */
  async reuse(
    indicatorMonth: IndicatorMonth,
    evidenceId: string,
    kind: EvidenceKind | null,
    actor: Actor,
  ): Promise<AddedEvidence> {
    const known = await this.evidence.findInScope(this.dataSource.manager, evidenceId, actor.scope);
    if (!known) throw new NotFoundError(WHAT);
    return this.add(
      indicatorMonth,
      { sha256: known.sha256, fileName: known.fileName, kind: kind ?? known.kind },
      actor,
    );
  }

  /**
   * Adding the same file twice is no error and changes nothing.
   * @throws DomainError `month-outside-year`, `not-begun`, `ended`, `month-closed`, `evidence-settled`
   */
  async add(
    indicatorMonth: IndicatorMonth,
    { kind, ...file }: NewEvidence,
    { name, scope }: Actor,
  ): Promise<AddedEvidence> {
    const indicator = await this.indicators.find(indicatorMonth.indicatorId);
    checkMonth(indicatorMonth, indicator);
    return this.dataSource.transaction(async (manager) => {
      await this.checkOpen(manager, indicatorMonth, indicator);
      const row = {
        ...indicatorMonth,
        ...file,
        id: uuid(),
        kind: kind ?? demandedKind(indicator) ?? 'work-record',
        addedBy: name,
        addedAt: this.clock.now(),
      };
      const { result: added, covers } = await witnessed(manager, { evidence: [row.id] }, () =>
        this.evidence.insert(manager, row),
      );
      const here = (await this.evidence.list(manager, indicatorMonth)).find(({ sha256 }) => sha256 === file.sha256);
      if (!here) throw new NotFoundError(WHAT);
      const answer = { ...here, duplicates: await this.evidence.duplicates(manager, here, scope) };
      if (added) await record(manager, 'added', indicator, { before: null, after: here, covers });
      return answer;
    });
  }

  /** @throws DomainError `month-closed`, `evidence-settled` */
  async detach(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const file = await this.find(id, manager);
      const indicator = await this.indicators.find(file.indicatorId, manager);
      await this.checkOpen(manager, file, indicator);
      const { covers } = await witnessed(manager, { evidence: [id] }, () => this.evidence.delete(manager, id));
      await record(manager, 'detached', indicator, { before: file, after: null, covers });
    });
  }

  /** Why entries cannot be submitted, by their ids: their sheet demands evidence of what is reported, and they lack it. */
  async missing(
    manager: EntityManager,
    entries: readonly Reported[],
    indicators: ReadonlyMap<string, IndicatorInSheet>,
  ): Promise<Map<string, DomainError>> {
    const demanding = entries.filter(
      ({ indicatorId, notApplicable }) => !notApplicable && indicators.get(indicatorId)?.sheet.evidenceRequired,
    );
    if (demanding.length === 0) return new Map();
    const found = await this.evidence.kinds(manager, demanding);
    return new Map(
      demanding.flatMap(({ id, indicatorId, month }) => {
        const indicator = indicators.get(indicatorId);
        const there = found.filter((kind) => kind.indicatorId === indicatorId && kind.month === month);
        const kind = indicator ? demandedKind(indicator) : null;
        if (!indicator || there.some((piece) => kind === null || piece.kind === kind)) return [];
        return [[id, evidenceMissing(indicator.name, month, kind)] as const];
      }),
    );
  }

  /** What a reviewer has before them, or has approved, stays as it is; so does a closed month. */
  private async checkOpen(
    manager: EntityManager,
    indicatorMonth: IndicatorMonth,
    { sheet: { departmentId } }: IndicatorInSheet,
  ): Promise<void> {
    await this.months.checkOpen(manager, { departmentId, month: indicatorMonth.month });
    const status = await this.evidence.holdEntry(manager, indicatorMonth);
    if (status === 'submitted' || status === 'approved') throw evidenceSettled(indicatorMonth.month);
  }
}

/** Of what is never entered nothing is to be shown. */
function checkMonth({ month }: IndicatorMonth, { sheet, ...indicator }: IndicatorInSheet): void {
  if (yearOf(month) !== sheet.fiscalYear) throw monthOutsideYear(month, sheet.fiscalYear);
  refuseUnfit(notAsked(indicator, month));
}

interface Change {
  readonly before: EvidenceFile | null;
  readonly after: EvidenceFile | null;
  readonly covers: Covers | null;
}

function record(
  manager: EntityManager,
  what: 'added' | 'detached',
  { sheet }: IndicatorInSheet,
  { before, after, covers }: Change,
): Promise<void> {
  return recordInAuditLog(manager, {
    action: `evidence.${what}`,
    subjectType: 'evidence',
    subjectId: (after ?? before)?.id,
    departmentId: sheet.departmentId,
    before,
    after,
    covers,
  });
}
