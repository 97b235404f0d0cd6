import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { inScope, type Scope } from '../../common/access/actor.js';
import { type Page, pageOf } from '../../common/http/page.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { insertRow, updateVersioned } from '../../audit/versioned.js';
import { NotFoundError, type Problem, refuseUnfit } from '../../domain/domain-error.js';
import { entryKind } from '../../domain/entries/entry-rules.js';
import { SectionsService } from '../../organisation/sections.service.js';
import type { CreateMeasureDto, MeasureQuery } from './dto/measure.dto.js';
import { Indicator } from '../indicators/indicator.entity.js';
import { type IndicatorInSheet, IndicatorsService } from '../indicators/indicators.service.js';
import {
  type MeasureProposal,
  MeasureProposalsRepository,
  type ProposalQuery,
} from './measure-proposals.repository.js';
import { Measure } from './measure.entity.js';

const WHAT = { zh: '共用数据', en: 'measure' };

/** Values that are entered once and feed several indicators. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indicators: IndicatorsService,
    private readonly sections: SectionsService,
    private readonly proposed: MeasureProposalsRepository,
  ) {}

  async list({ departmentId, cursor, limit }: MeasureQuery, scope: Scope): Promise<Page<Measure>> {
    const query = this.dataSource
      .createQueryBuilder(Measure, 'measure')
      .leftJoinAndSelect('measure.indicators', 'indicator')
      .where(inScope<Measure>(scope, 'departmentId'))
      .orderBy('measure.id')
      .take(limit + 1);
    if (departmentId) query.andWhere('measure.departmentId = :departmentId', { departmentId });
    if (cursor) query.andWhere('measure.id > :cursor', { cursor });
    return pageOf(await query.getMany(), limit);
  }

  /** With the indicators that it feeds. @throws NotFoundError */
  async find(id: string, manager = this.dataSource.manager): Promise<Measure & { indicators: Indicator[] }> {
    const measure = await manager.findOne(Measure, {
      where: { id },
      relations: { indicators: true },
      order: { indicators: { id: 'ASC' } },
    });
    if (!measure) throw new NotFoundError(WHAT);
    return { ...measure, indicators: measure.indicators ?? [] };
  }

  create(measure: CreateMeasureDto): Promise<Measure> {
    return this.dataSource.transaction((manager) => this.createWithin(manager, measure));
  }

  /** In the caller's transaction. Without a section it is entered by that of its indicators, where they share one. */
  async createWithin(
    manager: EntityManager,
    { departmentId, name, sectionId, indicatorIds }: CreateMeasureDto,
  ): Promise<Measure> {
    if (sectionId) await this.sections.find(departmentId, sectionId, manager);
    const known = await this.indicators.findAll(indicatorIds, manager);
    const [shared, ...others] = new Set([...known.values()].map((indicator) => indicator.sectionId));
    const owner = sectionId === undefined && others.length === 0 ? (shared ?? null) : (sectionId ?? null);
    const measure = await insertRow(manager, Measure, { id: uuid(), departmentId, sectionId: owner, name });
    await this.feed(manager, measure, indicatorIds);
    return this.find(measure.id, manager);
  }

  /** Indicators of one department and year that read as one value; nothing is linked before a person says so. */
  proposals(query: ProposalQuery, scope: Scope, manager = this.dataSource.manager): Promise<MeasureProposal[]> {
    return this.proposed.list(manager, query, scope);
  }

  /** The department's measure of that name feeds these indicators, too. @returns its id, if there was none before */
  async extend(
    manager: EntityManager,
    { departmentId, name, indicatorIds }: Pick<CreateMeasureDto, 'departmentId' | 'name' | 'indicatorIds'>,
  ): Promise<string[]> {
    const known = await manager.findOne(Measure, { where: { departmentId, name }, relations: { indicators: true } });
    if (!known) return [(await this.createWithin(manager, { departmentId, name, indicatorIds })).id];
    const fed = (known.indicators ?? []).map(({ id }) => id);
    await this.feed(manager, known, [...new Set([...fed, ...indicatorIds])]);
    return [];
  }

  /** Says which indicators it feeds from now on. @throws DomainError `measure-unfit` */
  async link(id: string, version: number | null, indicatorIds: readonly string[]): Promise<Measure> {
    return this.dataSource.transaction(async (manager) => {
      const measure = await updateVersioned(manager, Measure, { id, version }, {}, WHAT);
      await this.feed(manager, measure, indicatorIds);
      return this.find(id, manager);
    });
  }

  private async feed(manager: EntityManager, measure: Measure, indicatorIds: readonly string[]): Promise<void> {
    const known = await this.indicators.findAll(indicatorIds, manager);
    checkFit(measure, indicatorIds, known);
    const next = { version: () => 'version + 1' };
    const fed = await manager.find(Indicator, { select: { id: true }, where: { measureId: measure.id } });
    const touched = [...new Set([...fed.map(({ id }) => id), ...indicatorIds])];
    const { covers } = await witnessed(manager, { indicator: touched }, async () => {
      await manager.update(Indicator, { measureId: measure.id }, { measureId: null, ...next });
      await manager.update(Indicator, { id: In([...indicatorIds]) }, { measureId: measure.id, ...next });
    });
    const about = { action: 'measure.linked', subjectType: 'measure', subjectId: measure.id };
    const { departmentId } = measure;
    await recordInAuditLog(manager, { ...about, departmentId, after: { indicatorIds }, covers });
  }
}

function checkFit(measure: Measure, ids: readonly string[], known: ReadonlyMap<string, IndicatorInSheet>): void {
  const [first] = ids.flatMap((id) => known.get(id) ?? []);
  const problems = ids.flatMap((id, index): Problem[] => {
    const found = known.get(id);
    const problem = (zh: string, en: string): Problem[] => [
      { code: 'measure-unfit', pointer: `/indicatorIds/${index}`, message: { zh, en } },
    ];
    if (found?.sheet.departmentId !== measure.departmentId) {
      return problem('只能关联本部门的指标。', 'Only indicators of the department can be fed.');
    }
    if (found.measureId !== null && found.measureId !== measure.id) {
      return problem(`“${found.name}”已由另一项共用数据填报。`, `“${found.name}” is fed by another measure already.`);
    }
    if (found.sheet.fiscalYear !== first?.sheet.fiscalYear) {
      return problem('关联的指标须属同一年度。', 'The indicators must belong to one year.');
    }
    if (found.unit !== first.unit) {
      return problem(
        `“${found.name}”的计量单位（${found.unit ?? '无'}）与其他指标（${first.unit ?? '无'}）不同，同一个数会有两种含义。`,
        `The unit of “${found.name}” (${found.unit ?? 'none'}) differs from the others’ (${first.unit ?? 'none'}): one number would mean two things.`,
      );
    }
    if (entryKind(found) === entryKind(first)) return [];
    return problem(
      `“${found.name}”的填报方式与其他指标不同。`,
      `What is entered for “${found.name}” differs from the others.`,
    );
  });
  refuseUnfit(problems);
}
