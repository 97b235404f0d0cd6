import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type Scope, scopeParameters } from '../common/access/actor.js';
import type { Month } from '../domain/month.js';
import type { EntryQuery, SaveEntryDto } from './dto/entry.dto.js';
import { type ChangeAction, ProgressChange } from './progress-change.entity.js';
import { type EntryStatus, ProgressEntry } from './progress-entry.entity.js';

export interface EntryKey {
  readonly indicatorId: string;
  readonly month: Month;
}

/** Who did it, when, and why where a reason belongs to it. */
export interface Deed {
  readonly action: ChangeAction;
  readonly actor: string;
  /** The absent user whose deputy the actor is. */
  readonly onBehalfOf?: string | null;
  readonly at: Date;
  readonly reason?: string | null;
}

/** An entry that was made elsewhere, with the state it had reached there. */
export interface TakenOverEntry extends SaveEntryDto {
  readonly indicatorId: string;
  readonly month: Month;
  readonly status: EntryStatus;
}

const CONTENT = [
  'value',
  'numerator',
  'denominator',
  'grade',
  'coefficient',
  'not_applicable',
  'not_applicable_reason',
  'deviation_reason',
  'corrective_measure',
  'note',
];

const contentOf = (entry: SaveEntryDto): unknown[] => [
  entry.value ?? null,
  entry.numerator ?? null,
  entry.denominator ?? null,
  entry.grade ?? null,
  entry.coefficient ?? null,
  entry.notApplicable ?? false,
  entry.notApplicableReason ?? null,
  entry.deviationReason ?? null,
  entry.correctiveMeasure ?? null,
  entry.note ?? null,
];

/** Each write changes the entry and adds its line of history in one statement, and so in one round trip. */
@Injectable()
export class ProgressRepository {
  find(manager: EntityManager, { indicatorId, month }: EntryKey): Promise<ProgressEntry | null> {
    return manager.findOneBy(ProgressEntry, { indicatorId, month });
  }

  list(manager: EntityManager, query: EntryQuery, scope: Scope): Promise<ProgressEntry[]> {
    const { month, departmentId, sectionId, indicatorId, status, cursor, limit } = query;
    const entries = manager
      .createQueryBuilder(ProgressEntry, 'entry')
      .innerJoin('entry.indicator', 'indicator')
      .innerJoin('indicator.sheet', 'sheet')
      .where('(:all OR sheet.departmentId = ANY (:departments))', scopeParameters(scope))
      .orderBy('entry.id')
      .take(limit + 1);
    if (month) entries.andWhere('entry.month = :month', { month });
    if (departmentId) entries.andWhere('sheet.departmentId = :departmentId', { departmentId });
    if (sectionId) entries.andWhere('indicator.sectionId = :sectionId', { sectionId });
    if (indicatorId) entries.andWhere('entry.indicatorId = :indicatorId', { indicatorId });
    if (status) entries.andWhere('entry.status = :status', { status });
    if (cursor) entries.andWhere('entry.id > :cursor', { cursor });
    return entries.getMany();
  }

  history(manager: EntityManager, entryId: string): Promise<ProgressChange[]> {
    return manager.find(ProgressChange, { where: { entryId }, order: { version: 'ASC' } });
  }

  /** @returns false when the month has an entry already. */
  create(manager: EntityManager, { indicatorId, month }: EntryKey, entry: SaveEntryDto, deed: Deed): Promise<boolean> {
    const columns = ['id', 'indicator_id', 'month', ...CONTENT, 'updated_at'];
    const values = [uuid(), indicatorId, month, ...contentOf(entry), deed.at];
    return this.write(
      manager,
      `INSERT INTO progress_entry (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})
       ON CONFLICT (indicator_id, month) DO NOTHING`,
      values,
      deed,
    );
  }

  /** @returns false when the entry is not as the caller saw it, or must not be changed. */
  update(manager: EntityManager, key: EntryKey, version: number, entry: SaveEntryDto, deed: Deed): Promise<boolean> {
    const values = [key.indicatorId, key.month, version, deed.at, ...contentOf(entry)];
    const assignments = CONTENT.map((column, index) => `${column} = $${index + 5}`).join(', ');
    return this.write(
      manager,
      `UPDATE progress_entry SET ${assignments}, status = 'draft', version = version + 1, updated_at = $4
       WHERE indicator_id = $1 AND month = $2 AND version = $3 AND status IN ('draft', 'returned')`,
      values,
      deed,
    );
  }

  /** Moves the entry from one of the states to another. @returns false when it is not in one, or not as seen. */
  move(
    manager: EntityManager,
    key: EntryKey,
    version: number,
    from: readonly EntryStatus[],
    to: EntryStatus,
    deed: Deed,
  ): Promise<boolean> {
    const submission = to === 'submitted' ? ', submitted_by = $6, submitted_at = $7' : '';
    const notOwn = to === 'approved' ? 'AND (submitted_by <> ALL ($6)) IS NOT FALSE' : '';
    const extra = submission ? [deed.actor, deed.at] : notOwn ? [[deed.actor, deed.onBehalfOf].filter(Boolean)] : [];
    const values = [key.indicatorId, key.month, version, from, to, ...extra];
    return this.write(
      manager,
      `UPDATE progress_entry SET status = $5, version = version + 1, updated_at = now()${submission}
       WHERE indicator_id = $1 AND month = $2 AND version = $3 AND status = ANY($4) ${notOwn}`,
      values,
      deed,
    );
  }

  /** Inserts entries that were made elsewhere, each with its first line of history; existing ones are left alone. */
  async insertAll(manager: EntityManager, entries: readonly TakenOverEntry[], deed: Deed): Promise<void> {
    const rows = entries.map((entry) => ({ ...entry, id: uuid(), changeId: uuid() }));
    await manager.query(
      `WITH taken AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (
           id uuid, "changeId" uuid, "indicatorId" uuid, month text, value numeric, numerator numeric, denominator numeric,
           grade text, coefficient numeric, "notApplicable" boolean, "notApplicableReason" text, "deviationReason" text,
           "correctiveMeasure" text, note text, status text)
       ), inserted AS (
         INSERT INTO progress_entry (id, indicator_id, month, ${CONTENT.join(', ')}, status, submitted_by, submitted_at, updated_at)
         SELECT id, "indicatorId", month, value, numerator, denominator, grade, coefficient, coalesce("notApplicable", false),
                "notApplicableReason", "deviationReason", "correctiveMeasure", note, status,
                CASE WHEN status = 'draft' THEN NULL ELSE $2 END,
                CASE WHEN status = 'draft' THEN NULL ELSE $3::timestamptz END, $3::timestamptz
         FROM taken
         ON CONFLICT (indicator_id, month) DO NOTHING
         RETURNING *
       )
       INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
       SELECT t."changeId", i.id, 1, $4, $2, to_jsonb(i), $3::timestamptz FROM inserted i JOIN taken t ON t.id = i.id`,
      [JSON.stringify(rows), deed.actor, deed.at, deed.action],
    );
  }

  private async write(manager: EntityManager, statement: string, values: unknown[], deed: Deed): Promise<boolean> {
    const first = values.length + 1;
    const rows: unknown[] = await manager.query(
      `WITH changed AS (${statement} RETURNING *)
       INSERT INTO progress_change (id, entry_id, version, action, actor, on_behalf_of, reason, entry, changed_at)
       SELECT $${first}::uuid, id, version, $${first + 1}, $${first + 2}, $${first + 3}, $${first + 4}, to_jsonb(changed), $${first + 5}::timestamptz
       FROM changed RETURNING id`,
      [...values, uuid(), deed.action, deed.actor, deed.onBehalfOf ?? null, deed.reason ?? null, deed.at],
    );
    return rows.length > 0;
  }
}
