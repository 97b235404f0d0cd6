import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { departmentList, type Scope } from '../common/access/actor.js';
import type { Month } from '../domain/calendar/month.js';
import { Evidence, type EvidenceKind } from './evidence.entity.js';

export interface IndicatorMonth {
  readonly indicatorId: string;
  readonly month: Month;
}

/** As it is shown: with what is known of its file. */
export interface EvidenceFile extends Omit<Evidence, 'indicator' | 'file'> {
  readonly mediaType: string;
  readonly size: number;
  /** Who added it, as people call them; their login where the account is gone. */
  readonly addedByName: string;
}

/** Another place where the same file is evidence. */
export interface Duplicate extends IndicatorMonth {
  readonly id: string;
  readonly indicatorName: string;
}

const FILES = `
  SELECT e.id, e.indicator_id AS "indicatorId", e.month, e.sha256, e.kind, e.file_name AS "fileName",
         e.added_by AS "addedBy", e.added_at AS "addedAt",
         coalesce(u.display_name, e.added_by) AS "addedByName", f.media_type AS "mediaType", f.size
  FROM evidence e JOIN stored_file f ON f.sha256 = e.sha256 LEFT JOIN app_user u ON u.username = e.added_by`;

@Injectable()
export class EvidenceRepository {
  list(manager: EntityManager, { indicatorId, month }: IndicatorMonth): Promise<EvidenceFile[]> {
    return manager.query(`${FILES} WHERE e.indicator_id = $1 AND e.month = $2 ORDER BY e.id`, [indicatorId, month]);
  }

  async find(manager: EntityManager, id: string): Promise<EvidenceFile | null> {
    const [row]: EvidenceFile[] = await manager.query(`${FILES} WHERE e.id = $1`, [id]);
    return row ?? null;
  }

  /** Only where the scope reaches. */
  async findInScope(manager: EntityManager, id: string, scope: Scope): Promise<EvidenceFile | null> {
    const [row]: EvidenceFile[] = await manager.query(
      `${FILES} JOIN indicator i ON i.id = e.indicator_id JOIN target_sheet s ON s.id = i.sheet_id
       WHERE e.id = $1 AND ($2::uuid[] IS NULL OR s.department_id = ANY ($2))`,
      [id, departmentList(scope)],
    );
    return row ?? null;
  }

  /** @returns false where the file is evidence of that month already. */
  async insert(manager: EntityManager, row: Omit<Evidence, 'indicator' | 'file'>): Promise<boolean> {
    const result = await manager
      .createQueryBuilder()
      .insert()
      .into(Evidence)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  async delete(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(Evidence, { id });
  }

  /** Where else the same file is evidence, as far as the scope reaches. */
  duplicates(manager: EntityManager, { id, sha256 }: EvidenceFile, scope: Scope): Promise<Duplicate[]> {
    return manager.query(
      `SELECT e.id, e.indicator_id AS "indicatorId", i.name AS "indicatorName", e.month
       FROM evidence e JOIN indicator i ON i.id = e.indicator_id JOIN target_sheet s ON s.id = i.sheet_id
       WHERE e.sha256 = $1 AND e.id <> $2 AND ($3::uuid[] IS NULL OR s.department_id = ANY ($3))
       ORDER BY e.id LIMIT 20`,
      [sha256, id, departmentList(scope)],
    );
  }

  /** The month's entry cannot be submitted or approved while its evidence changes. @returns its status */
  async holdEntry(manager: EntityManager, { indicatorId, month }: IndicatorMonth): Promise<string | null> {
    const [row]: { status: string }[] = await manager.query(
      'SELECT status FROM progress_entry WHERE indicator_id = $1 AND month = $2 FOR SHARE',
      [indicatorId, month],
    );
    return row?.status ?? null;
  }

  /** The kinds of evidence that the months have, held so that none is detached until the transaction ends. */
  kinds(
    manager: EntityManager,
    months: readonly IndicatorMonth[],
  ): Promise<(IndicatorMonth & { readonly kind: EvidenceKind })[]> {
    return manager.query(
      `SELECT e.indicator_id AS "indicatorId", e.month, e.kind
       FROM evidence e JOIN unnest($1::uuid[], $2::text[]) AS wanted (id, month)
         ON wanted.id = e.indicator_id AND wanted.month = e.month
       FOR KEY SHARE OF e`,
      [months.map(({ indicatorId }) => indicatorId), months.map(({ month }) => month)],
    );
  }
}
