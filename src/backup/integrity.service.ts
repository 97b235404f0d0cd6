import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { canonicalJson } from '../common/canonical-json.js';
import { FileStorage } from '../files/file-storage.js';
import { usedFiles } from '../files/stored-files.service.js';
import { measured } from './archive-reader.js';

/** A file that should be there: its hash, and where people know it from. */
export interface DamagedFile {
  readonly sha256: string;
  readonly how: 'missing' | 'altered';
  /** Such as `综合股.xlsx (2026-10)`: names of evidence and imported documents. */
  readonly usedAs: readonly string[];
}

export interface Integrity {
  readonly audit: { readonly lines: number; readonly broken: string | null };
  readonly files: { readonly checked: number; readonly damaged: readonly DamagedFile[] };
  readonly reports: { readonly checked: number; readonly altered: readonly string[] };
}

const USES = `
  SELECT file_name || ' (' || month || ')' AS name FROM evidence WHERE sha256 = $1
  UNION SELECT file_name FROM document_import WHERE file_sha256 = $1
  UNION SELECT name FROM import_batch_item WHERE sha256 = $1
  ORDER BY name LIMIT 5`;
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

  /** @param how `there`: only whether each file is there */
  async files(how: 'whole' | 'there' = 'whole'): Promise<Integrity['files']> {
    const hashes = await usedFiles((sql) => this.dataSource.query(sql));
    const damaged: DamagedFile[] = [];
    for (const sha256 of hashes) {
      const fault = await this.faultOf(sha256, how);
      if (fault) damaged.push({ sha256, how: fault, usedAs: await this.usesOf(sha256) });
    }
    return { checked: hashes.length, damaged };
  }

  private async faultOf(sha256: string, how: 'whole' | 'there'): Promise<DamagedFile['how'] | null> {
    try {
      const content = await this.storage.open(sha256);
      if (how === 'there') {
        content.destroy();
        return null;
      }
      return (await measured(content as AsyncIterable<Uint8Array>)).sha256 === sha256 ? null : 'altered';
    } catch (error) {
      if ((error as { code?: string }).code === 'file-missing') return 'missing';
      throw error;
    }
  }

  private async usesOf(sha256: string): Promise<string[]> {
    const rows: { name: string }[] = await this.dataSource.query(USES, [sha256]);
    return rows.map(({ name }) => name);
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
