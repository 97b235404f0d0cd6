import { Injectable } from '@nestjs/common';
import Papa from 'papaparse';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { masked } from '../../common/personal-data.js';
import { Configuration } from '../../config/configuration.js';
import { addDays, instantOf, localTime } from '../../domain/calendar/working-days.js';
import { AuditEvent } from '../audit-event.entity.js';
import { recordInAuditLog } from '../audit-log.js';
import type { AuditFilter } from './audit.query.js';

const LINES_AT_ONCE = 1_000;
const COLUMNS = ['position', 'at', 'actor', 'action', 'subjectType', 'subjectId', 'reason', 'address', 'requestId', 'before', 'after']; // prettier-ignore
/** Spreadsheets take a file without it for one of the system's old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What the auditor reads of the log, newest first. */
@Injectable()
export class AuditReading {
  private readonly timeZone: string;

  constructor(
    private readonly dataSource: DataSource,
    { TIME_ZONE }: Configuration,
  ) {
    this.timeZone = TIME_ZONE;
  }

  async list(
    limit: number,
    cursor?: string,
    filter: AuditFilter = {},
  ): Promise<{ items: AuditEvent[]; nextCursor: string | null }> {
    const rows = await this.lines(filter, cursor)
      .take(limit + 1)
      .getMany();
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.position ?? null) : null };
  }

  /**
   * The same lines as a table (CSV, UTF-8; times in the installation's zone), piece by piece. That they left is a line of the
   * log itself.
   */
  async export(filter: AuditFilter): Promise<AsyncGenerator<string>> {
    await recordInAuditLog(this.dataSource.manager, {
      action: 'audit_log.exported',
      subjectType: 'audit_log',
      subjectId: null,
      after: { ...filter },
    });
    return this.table(filter);
  }

  private async *table(filter: AuditFilter): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + COLUMNS.join(',') + '\r\n';
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await this.list(LINES_AT_ONCE, cursor, filter);
      if (items.length > 0) yield this.rows(items);
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }

  /** Nothing in it is a formula, whatever people have written; what is personal is masked, as the auditor sees it elsewhere. */
  private rows(items: readonly AuditEvent[]): string {
    const cells = items.map(({ at, before, after, ...line }) => {
      const { date, time } = localTime(at, this.timeZone);
      const values = { ...line, at: `${date} ${time}`, before: jsonOf(masked(before)), after: jsonOf(masked(after)) };
      return COLUMNS.map((column) => values[column as keyof typeof values] ?? '');
    });
    return Papa.unparse(cells, { escapeFormulae: true, newline: '\r\n' }) + '\r\n';
  }

  private lines(
    { actor, action, subjectId, from, to }: AuditFilter,
    cursor: string | undefined,
  ): SelectQueryBuilder<AuditEvent> {
    const lines = this.dataSource.manager.createQueryBuilder(AuditEvent, 'event').orderBy('event.position', 'DESC');
    if (cursor) lines.andWhere('event.position < :cursor', { cursor });
    if (actor) lines.andWhere('position(lower(:actor) IN lower(event.actor)) > 0', { actor });
    if (action) lines.andWhere("(event.action = :action OR starts_with(event.action, :action || '.'))", { action });
    if (subjectId) lines.andWhere('event.subjectId = :subjectId', { subjectId });
    if (from) lines.andWhere('event.at >= :from', { from: instantOf(`${from}T00:00`, this.timeZone) });
    if (to) lines.andWhere('event.at < :until', { until: instantOf(`${addDays(to, 1)}T00:00`, this.timeZone) });
    return lines;
  }
}

const jsonOf = (value: object | null): string => (value === null ? '' : JSON.stringify(value));
