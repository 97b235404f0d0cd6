import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastAudited, recordInAuditLog } from '../../../audit/audit-log.js';
import { AS_SAVED, DRAFTS_COVERED } from '../../../audit/unvouched-rows.js';
import { covering, type HistoryLine, lineOfHistory } from '../../../audit/history-lines.js';

const AT_ONCE = 500;

// An hour back: what was under way at the last time was not seen then. To be covered twice harms nothing.
const DRAFTS = `
  SELECT ${lineOfHistory('progress_change')}
  FROM progress_entry e JOIN progress_change h ON h.entry_id = e.id
  WHERE e.status NOT IN ('submitted', 'approved') AND ($1::timestamptz IS NULL OR h.changed_at >= $1::timestamptz - interval '1 hour')
    AND h.version > (SELECT coalesce(max(p.version), 0) FROM progress_change p
                     WHERE p.entry_id = e.id AND p.action NOT IN ('saved', 'emptied'))
    AND ${AS_SAVED}
  ORDER BY h.id`;

/** What people have saved and not handed in leaves no line in the audit log of its own: every night one vouches for all of it. */
@Injectable()
export class OpenDrafts {
  /** @returns how many lines of histories are covered now */
  async cover(manager: EntityManager, at: Date): Promise<number> {
    const last = await lastAudited(manager, DRAFTS_COVERED);
    const until = (last?.after as { until?: string } | null | undefined)?.until ?? null;
    const lines: HistoryLine[] = await manager.query(DRAFTS, [until]);
    for (let start = 0; start < lines.length; start += AT_ONCE) {
      const some = lines.slice(start, start + AT_ONCE);
      await recordInAuditLog(manager, {
        action: DRAFTS_COVERED,
        subjectType: 'progress_entry',
        after: { lines: some.length, until: at.toISOString() },
        covers: covering('progress_change', some),
      });
    }
    return lines.length;
  }
}
