import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { canonicalJson } from '../common/canonical-json.js';
import { FileStorage } from '../files/file-storage.js';
import { usedFiles } from '../files/stored-files.service.js';
import { type DamagedFile, damagedFiles } from './damaged-files.js';

export interface Integrity {
  readonly audit: { readonly lines: number; readonly broken: string | null };
  readonly files: { readonly checked: number; readonly damaged: readonly DamagedFile[] };
  readonly reports: { readonly checked: number; readonly altered: readonly string[] };
}

const AT_ONCE = 200;

/** Whether everything that must never change is there, and as it was. */
@Injectable()
export class IntegrityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly storage: FileStorage,
  ) {}

  /** Walks the audit log's chain, and reads every file and every frozen report. */
  async check(): Promise<Integrity> {
    return { audit: await this.audit.verify(), files: await this.files(), reports: await this.reports() };
  }

  private async files(): Promise<Integrity['files']> {
    const { manager } = this.dataSource;
    const hashes = await usedFiles((sql) => manager.query(sql));
    return { checked: hashes.length, damaged: await damagedFiles(manager, this.storage, 'whole') };
  }

  /** A report's hash is that of its content. */
  private async reports(): Promise<Integrity['reports']> {
    const altered: string[] = [];
    let [checked, last] = [0, '00000000-0000-0000-0000-000000000000'];
    for (;;) {
      const rows: { id: string; content: unknown; hash: string }[] = await this.dataSource.query(
        'SELECT id, content, hash FROM report WHERE id > $1 ORDER BY id LIMIT $2',
        [last, AT_ONCE],
      );
      for (const { id, content, hash } of rows) if (hashOf(content) !== hash) altered.push(id);
      checked += rows.length;
      last = rows.at(-1)?.id ?? last;
      if (rows.length < AT_ONCE) return { checked, altered };
    }
  }
}

const hashOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');
