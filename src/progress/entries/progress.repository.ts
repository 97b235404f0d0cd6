import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Scope, scopeParameters } from '../../common/access/actor.js';
import type { Month } from '../../domain/calendar/month.js';
import type { EntryQuery } from './dto/entry.dto.js';
import { CHANGED_FIGURES, ENTRY } from './entry-columns.js';
import type { NamedChange } from './history/progress-change.entity.js';
import { EMPTY, type EntryStatus, ProgressEntry } from './progress-entry.entity.js';

export interface EntryKey {
  readonly indicatorId: string;
  readonly month: Month;
}

const ALREADY_REPORTED: EntryStatus[] = ['submitted', 'approved'];

@Injectable()
export class ProgressRepository {
  async find(manager: EntityManager, key: EntryKey): Promise<ProgressEntry | null> {
    const [entry] = await this.findAll(manager, [key]);
    return entry ?? null;
  }

  list(manager: EntityManager, query: EntryQuery, scope: Scope): Promise<ProgressEntry[]> {
    const { month, departmentId, sectionId, indicatorId, status, cursor, limit } = query;
    const entries = manager
      .createQueryBuilder(ProgressEntry, 'entry')
      .innerJoin('entry.indicator', 'indicator')
      .innerJoin('indicator.sheet', 'sheet')
      .where('(:all OR sheet.departmentId = ANY (:departments))', scopeParameters(scope))
      .andWhere('entry.status <> :empty', { empty: EMPTY })
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

  /** Also of an entry that was emptied; oldest first. */
  history(manager: EntityManager, { indicatorId, month }: EntryKey): Promise<NamedChange[]> {
    return manager.query(
      `SELECT c.id, c.entry_id AS "entryId", c.version, c.action, c.actor, c.on_behalf_of AS "onBehalfOf", c.reason,
              c.entry, c.changed_at AS "changedAt", coalesce(u.display_name, c.actor) AS "actorName",
              ${CHANGED_FIGURES} AS figures
       FROM progress_change c
       JOIN progress_entry e ON e.id = c.entry_id
       LEFT JOIN app_user u ON u.username = c.actor
       WHERE e.indicator_id = $1 AND e.month = $2
       ORDER BY c.version`,
      [indicatorId, month],
    );
  }

  /** @param lock `held`: until the transaction ends */
  findAll(manager: EntityManager, keys: readonly EntryKey[], lock?: 'held'): Promise<ProgressEntry[]> {
    return manager.query(
      `SELECT ${ENTRY} FROM progress_entry
       WHERE (indicator_id, month) IN (SELECT * FROM unnest($1::uuid[], $2::text[])) AND status <> '${EMPTY}'
       ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
      [keys.map(({ indicatorId }) => indicatorId), keys.map(({ month }) => month)],
    );
  }

  /** 成本指标 in one of these units. */
  async costIndicators(manager: EntityManager, sheetId: string, units: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM indicator WHERE sheet_id = $1 AND level1 LIKE '%成本%' AND unit = ANY ($2) AND per IS NULL`,
      [sheetId, units],
    );
    return rows.map(({ id }) => id);
  }

  /** What was submitted or approved of these indicators so far, of a reopened month what was approved last; by indicator. */
  async reported(manager: EntityManager, indicatorIds: readonly string[]): Promise<Map<string, ProgressEntry[]>> {
    const byIndicator = new Map<string, ProgressEntry[]>(indicatorIds.map((id) => [id, []]));
    if (indicatorIds.length === 0) return byIndicator;
    const indicatorId = In([...indicatorIds]);
    const found = await manager.findBy(ProgressEntry, [
      { indicatorId, status: In(ALREADY_REPORTED) },
      { indicatorId, lastApproved: Not(IsNull()) },
    ]);
    for (const entry of found) byIndicator.get(entry.indicatorId)?.push(counted(entry));
    return byIndicator;
  }
}

function counted(entry: ProgressEntry): ProgressEntry {
  return entry.lastApproved && !ALREADY_REPORTED.includes(entry.status) ? { ...entry, ...entry.lastApproved } : entry;
}

export const entryKey = ({ indicatorId, month }: EntryKey): string => `${indicatorId} ${month}`;
