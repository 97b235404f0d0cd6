import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { fileKind } from './file-kind.js';
import { FileStorage } from './file-storage.js';
import { type IncomingFile, IncomingFiles } from './incoming-files.js';

const UNUSED_HOURS = 1;
const AT_ONCE = 500;
const UNSEEN = 'application/octet-stream';

/** That nothing refers to the file `f`. */
const IS_UNUSED = `
  NOT EXISTS (SELECT FROM evidence WHERE sha256 = f.sha256)
  AND NOT EXISTS (SELECT FROM import_batch_item WHERE sha256 = f.sha256)
  AND NOT EXISTS (SELECT FROM document_import WHERE file_sha256 = f.sha256)`;

/** Archives of reports are made again from what a backup holds: they are kept for their days, and not in every backup. */
const IS_NO_ARCHIVE = 'NOT EXISTS (SELECT FROM report_batch WHERE sha256 = f.sha256)';

/** The hashes of all files that something refers to, as `query` sees the database: what a backup has to hold. */
export async function usedFiles(query: EntityManager['query']): Promise<string[]> {
  const rows: { sha256: string }[] = await query(
    `SELECT sha256 FROM stored_file f WHERE NOT (${IS_UNUSED}) ORDER BY sha256`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Held while files are copied: none that was there when it was taken is deleted before it is given back. */
export const FILES_STAY_LOCK = 5_204_033;

/** Files in the storage, and the rows that know of them. */
@Injectable()
export class StoredFilesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: FileStorage,
    private readonly incoming: IncomingFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks a file that has arrived and puts it away under its hash, once however often it comes.
   * @returns its hash @throws DomainError `file-kind`
   */
  async keep(file: IncomingFile, name: string): Promise<string> {
    return this.putAway(file, await fileKind(file.path, name));
  }

  /** As `keep`, whatever it is: a document that waits to be read, by a process that says what is wrong with it. */
  keepUnseen(file: IncomingFile): Promise<string> {
    return this.putAway(file, UNSEEN);
  }

  /** As `keepUnseen`, of bytes that are at hand. */
  async keepBytes(bytes: Uint8Array): Promise<string> {
    const file = await this.incoming.receive(Readable.from([bytes]), Infinity);
    try {
      return await this.keepUnseen(file);
    } finally {
      await this.incoming.discard(file);
    }
  }

  open(sha256: string) {
    return this.storage.open(sha256);
  }

  /**
   * Deletes files that nothing refers to: detached ones, documents that could not be read, and those of an upload that broke
   * off. The rows stay locked until their files are gone, so that an upload of the same content waits and then writes it
   * anew: the one place where files are touched inside a transaction.
   * @returns how many
   */
  async sweep(at: Date): Promise<number> {
    const deleted = await this.dataSource.transaction(async (manager) => {
      const [{ free }]: [{ free: boolean }] = await manager.query(
        'SELECT pg_try_advisory_xact_lock_shared($1) AS free',
        [FILES_STAY_LOCK],
      );
      if (!free) return 0; // a backup copies files; tomorrow is another night
      const [rows]: [{ sha256: string }[], number] = await manager.query(
        `DELETE FROM stored_file WHERE sha256 IN (
           SELECT sha256 FROM stored_file f
           WHERE uploaded_at < $1::timestamptz - make_interval(hours => $2)
             AND ${IS_UNUSED} AND ${IS_NO_ARCHIVE}
           ORDER BY sha256 LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING sha256`,
        [at, UNUSED_HOURS, AT_ONCE],
      );
      for (const { sha256 } of rows) await this.storage.delete(sha256);
      return rows.length;
    });
    const abandoned = await this.incoming.deleteAbandoned(at);
    return deleted + abandoned;
  }

  private async putAway(file: IncomingFile, mediaType: string): Promise<string> {
    // Waits for a sweep that is just deleting the same content, and keeps later ones from it.
    await this.dataSource.query(
      `INSERT INTO stored_file AS f (sha256, media_type, size, uploaded_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (sha256) DO UPDATE SET
         uploaded_at = greatest(f.uploaded_at, excluded.uploaded_at),
         media_type = CASE WHEN excluded.media_type = $5 THEN f.media_type ELSE excluded.media_type END`,
      [file.sha256, mediaType, file.size, this.clock.now(), UNSEEN],
    );
    await this.storage.put(file.sha256, file.path);
    return file.sha256;
  }
}
