import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { recordAllInAuditLog } from '../../audit/audit-log.js';
import { coversOf, witnessed } from '../../audit/rows/witnessed.js';
import { isInScope, type Scope } from '../../common/access/actor.js';
import { pageOf } from '../../common/http/page.js';
import { ConflictError, type DomainError } from '../../domain/domain-error.js';
import { sectionDisabled } from '../../organisation/errors.js';
import { Section } from '../../organisation/section.entity.js';
import { noIndicator } from '../indicators/errors.js';
import type { OwnedRowDto, OwnersQuery } from './dto/owners.dto.js';
import { ownedTwice, sectionOfAnother, sharedOtherwise } from './errors.js';
import { type HeldIndicator, OwnersRepository } from './owners.repository.js';
import { OwnerSuggestions } from './owner-suggestions.service.js';

/** What became of a row: the version of the indicator by now, or why nothing was written. */
export interface OwnOutcome {
  readonly version: number | null;
  readonly refusal: DomainError | null;
}

/** Whose indicators are: a section's, which enters them and is reminded of them. */
@Injectable()
export class OwnersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly owners: OwnersRepository,
    private readonly suggestions: OwnerSuggestions,
  ) {}

  async list({ limit, cursor, ...criteria }: OwnersQuery, scope: Scope) {
    const { manager } = this.dataSource;
    const rows = await this.owners.list(manager, criteria, scope, { cursor, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit);
    const suggested = await this.suggestions.of(manager, items);
    const { total, unowned } = await this.owners.counts(manager, criteria, scope);
    return {
      items: items.map((item) => ({ ...item, suggested: suggested.get(item.id) ?? null })),
      nextCursor,
      total,
      unowned,
    };
  }

  /** Each row is checked for itself, all that are fine are written in one statement; `outcomes` in the order of the rows. */
  own(rows: readonly OwnedRowDto[], scope: Scope): Promise<OwnOutcome[]> {
    return this.dataSource.transaction(async (manager) => {
      const held = new Map((await this.owners.hold(manager, idsOf(rows))).map((one) => [one.id, one]));
      const sections = await this.sections(manager, rows);
      const first = new Map<string, OwnedRowDto>();
      for (const row of rows) if (!first.has(row.indicatorId)) first.set(row.indicatorId, row);
      const shared = new Map<string, string | null>();
      const checked = rows.map((row) => {
        const indicator = held.get(row.indicatorId);
        const refusal =
          first.get(row.indicatorId) === row ? refusalOf(row, indicator, { scope, sections }) : ownedTwice();
        return { row, indicator, refusal: refusal ?? otherOwner(row, indicator, shared) };
      });
      const changing = checked.flatMap(({ row: { sectionId }, indicator, refusal }) =>
        indicator && !refusal && indicator.sectionId !== sectionId ? [{ indicator, sectionId }] : [],
      );
      await this.write(manager, changing);
      const changed = new Set(changing.map(({ indicator }) => indicator.id));
      return checked.map(({ indicator, refusal }) => ({
        version: indicator && !refusal ? indicator.version + (changed.has(indicator.id) ? 1 : 0) : null,
        refusal,
      }));
    });
  }

  unownedByImport(importIds: readonly string[]): Promise<Map<string, number>> {
    return this.owners.unownedByImport(this.dataSource.manager, importIds);
  }

  /** Held, so that nobody takes a section away meanwhile; by id. */
  private async sections(manager: EntityManager, rows: readonly OwnedRowDto[]): Promise<Map<string, Section>> {
    const ids = [...new Set(rows.flatMap(({ sectionId }) => sectionId ?? []))];
    const lock = { mode: 'for_key_share' } as const;
    const found = await manager.find(Section, { where: { id: In(ids) }, order: { id: 'ASC' }, lock });
    return new Map(found.map((section) => [section.id, section]));
  }

  private async write(
    manager: EntityManager,
    named: readonly { readonly indicator: HeldIndicator; readonly sectionId: string | null }[],
  ): Promise<void> {
    if (named.length === 0) return;
    const given = named.map(({ indicator: { id }, sectionId }) => ({ id, sectionId }));
    const along = await this.owners.together(manager, given);
    const changing = [...named, ...along.map((indicator) => ({ indicator, sectionId: indicator.given }))];
    const ids = changing.map(({ indicator: { id } }) => id);
    const measures = [...new Set(changing.flatMap(({ indicator: { measureId } }) => measureId ?? []))];
    const { result: followed, covers } = await witnessed(manager, { indicator: ids, measure: measures }, async () => {
      await this.owners.own(
        manager,
        changing.map(({ indicator: { id }, sectionId }) => ({ id, sectionId })),
      );
      return this.owners.follow(manager, ids);
    });
    await recordAllInAuditLog(manager, [
      ...changing.map(({ indicator: { id, departmentId, sectionId: before }, sectionId }) => ({
        ...{ action: 'indicator.changed', subjectType: 'indicator', subjectId: id, departmentId },
        ...{ before: { sectionId: before }, after: { sectionId }, covers: coversOf(covers, 'indicator', id) },
      })),
      ...followed.map(({ id, departmentId, before, after }) => ({
        ...{ action: 'measure.changed', subjectType: 'measure', subjectId: id, departmentId },
        ...{ before: { sectionId: before }, after: { sectionId: after }, covers: coversOf(covers, 'measure', id) },
      })),
    ]);
  }
}

/** What a measure feeds belongs to one section: the first row that names one of them says which. */
function otherOwner(
  { sectionId }: OwnedRowDto,
  indicator: HeldIndicator | undefined,
  shared: Map<string, string | null>,
): DomainError | null {
  if (!indicator?.measureId) return null;
  const owner = shared.get(indicator.measureId);
  if (owner === undefined) shared.set(indicator.measureId, sectionId);
  return owner === undefined || owner === sectionId ? null : sharedOtherwise(indicator.name);
}

const idsOf = (rows: readonly OwnedRowDto[]): string[] => [...new Set(rows.map(({ indicatorId }) => indicatorId))];

function refusalOf(
  { version, sectionId }: OwnedRowDto,
  indicator: HeldIndicator | undefined,
  { scope, sections }: { readonly scope: Scope; readonly sections: ReadonlyMap<string, Section> },
): DomainError | null {
  if (!indicator || !isInScope(scope, indicator.departmentId)) return noIndicator();
  if (indicator.version !== version) return new ConflictError(indicator, indicator.version);
  const section = sectionId === null ? null : sections.get(sectionId);
  if (section === null) return null;
  if (section?.departmentId !== indicator.departmentId) return sectionOfAnother(indicator.name);
  if (section.disabled && section.id !== indicator.sectionId) return sectionDisabled(section.name);
  return null;
}
