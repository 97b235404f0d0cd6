import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../config/configuration.js';
import { fileTooLarge } from './errors.js';

/** A whole file that has arrived and is not kept anywhere yet. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

const ABANDONED_MS = 3_600_000;
const MEGABYTE = 1024 * 1024;
/** What a form has around its file. */
const FORM_BYTES = 64 * 1024;

/** The place where files arrive: on the same file system as the files that are kept, so that a rename is enough. */
@Injectable()
export class IncomingFiles {
  private readonly folder: string;
  private readonly megabytes: number;

  constructor({ DATA_DIR, MAX_UPLOAD_MB }: Configuration) {
    this.folder = path.join(DATA_DIR, 'files', 'incoming');
    this.megabytes = MAX_UPLOAD_MB;
  }

  /** Before the first byte is read. @throws DomainError `file-too-large` */
  checkAnnounced(contentLength: string | undefined, megabytes = this.megabytes): void {
    if (Number(contentLength ?? 0) > megabytes * MEGABYTE + FORM_BYTES) throw fileTooLarge(megabytes);
  }

  /**
   * Writes a stream to a file of its own, hashing it on the way; whoever receives it puts it away or discards it.
   * @throws DomainError `file-too-large`; whatever goes wrong, nothing is left behind
   */
  async receive(stream: AsyncIterable<Buffer>, megabytes = this.megabytes): Promise<IncomingFile> {
    await mkdir(this.folder, { recursive: true });
    const file = path.join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    async function* measured(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > megabytes * MEGABYTE) throw fileTooLarge(megabytes);
        hash.update(chunk);
        yield chunk;
      }
    }
    try {
      await pipeline(stream, measured, createWriteStream(file, { flags: 'wx', flush: true }));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
    return { path: file, sha256: hash.digest('hex'), size };
  }

  /** Harmless when the file has been put away. */
  async discard({ path: file }: IncomingFile): Promise<void> {
    await rm(file, { force: true });
  }

  /** Files of processes that were killed. @returns how many were deleted */
  async deleteAbandoned(at: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    let deleted = 0;
    for (const name of names) {
      const file = path.join(this.folder, name);
      const arrived = await stat(file).catch(() => null);
      if (!arrived || at.getTime() - arrived.mtimeMs < ABANDONED_MS) continue;
      await rm(file, { force: true });
      deleted += 1;
    }
    return deleted;
  }
}
