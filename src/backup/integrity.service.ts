import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditHead } from '../audit/audit-head.js';
import { AuditService } from '../audit/audit.service.js';
import type { ChainState } from '../audit/chain-check.js';
import { canonicalJson } from '../common/canonical-json.js';
import { strangeGuards } from '../database/rights/guards.js';
import { FileStorage } from '../files/file-storage.js';
import { usedFiles } from '../files/stored-files.service.js';
import { type DamagedFile, damagedFiles } from './damaged-files.js';

export interface Integrity {
  readonly audit: ChainState;
  /** Triggers, rules, policies, views and functions that are not ours, altered, switched off or missing. */
  readonly guards: readonly string[];
  readonly files: { readonly checked: number; readonly damaged: readonly DamagedFile[] };
  readonly reports: { readonly checked: number; readonly altered: readonly string[] };
}

const AT_ONCE = 200;

/** With the hash that was written down when it was issued; null: the audit log knows of no such report. */
const REPORTS = `
  WITH piece AS (SELECT id, content, hash FROM report WHERE id > $1 ORDER BY id LIMIT $2)
  SELECT piece.id, content, piece.hash, a.after ->> 'hash' AS issued
  FROM piece LEFT JOIN audit_event a ON a.action = 'report.issued' AND a.subject_id = piece.id::text
  ORDER BY piece.id`;

/** Whether everything that must never change is there, and as it was. */
@Injectable()
export class IntegrityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly storage: FileStorage,
  ) {}

  /**
   * Walks the audit log's chain with the histories that it vouches for, and reads every file and every frozen report.
   * @param head of the audit log, kept elsewhere, that the log has to lead to
   */
  async check(head?: AuditHead): Promise<Integrity> {
    return {
      audit: await this.audit.verify({ head }),
      guards: await strangeGuards(this.dataSource.manager),
      files: await this.files(),
      reports: await this.reports(),
    };
  }

  private async files(): Promise<Integrity['files']> {
    const { manager } = this.dataSource;
    const hashes = await usedFiles((sql) => manager.query(sql));
    return { checked: hashes.length, damaged: await damagedFiles(manager, this.storage, 'whole') };
  }

  /** A report's hash is that of its content, and the one that the audit log has of its issue. */
  private async reports(): Promise<Integrity['reports']> {
    const altered: string[] = [];
    let [checked, last] = [0, '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const rows: { id: string; content: unknown; hash: string; issued: string | null }[] = await this.dataSource.query(
        REPORTS,
        [last, AT_ONCE],
      );
      for (const { id, content, hash, issued } of rows)
        if (hashOf(content) !== hash || hash !== issued) altered.push(id);
      checked += rows.length;
      last = rows.at(-1)?.id ?? last;
      if (rows.length < AT_ONCE) return { checked, altered };
    }
  }
}

const hashOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');
