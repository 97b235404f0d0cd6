import { createHash } from 'node:crypto';
import { pack } from 'tar-stream';
import type { Measured } from './backup-manifest.js';

/** What is held in memory of a member, and the length of its pieces in the archive. */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * A tar archive, written member by member. Tar wants to know the length of a member before it begins, which nobody knows of
 * a table: a member longer than one piece goes on in members called `NAME.1`, `NAME.2`.
 */
export class ArchiveWriter {
  private readonly pack = pack();

  constructor() {
    // Whoever writes and whoever reads is told; a stream that nobody reads yet has nobody to tell.
    this.pack.on('error', () => undefined);
  }

  /** The bytes of the archive. */
  get stream(): AsyncIterable<Uint8Array> {
    return this.pack as AsyncIterable<Uint8Array>;
  }

  async add(name: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Measured> {
    const hash = createHash('sha256');
    let [bytes, number] = [0, 0];
    let waiting: Uint8Array[] = [];
    let length = 0;
    const write = async (): Promise<void> => {
      await this.entry(number === 0 ? name : `${name}.${number}`, Buffer.concat(waiting));
      number += 1;
      [waiting, length] = [[], 0];
    };
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.length;
      length += chunk.length;
      waiting.push(chunk);
      if (length >= PIECE_BYTES) await write();
    }
    if (length > 0 || number === 0) await write();
    return { bytes, sha256: hash.digest('hex') };
  }

  end(): void {
    this.pack.finalize();
  }

  /** Lets whoever reads the archive fail with what went wrong while it was written. */
  fail(error: Error): void {
    this.pack.destroy(error);
  }

  private entry(name: string, content: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      const entry = this.pack.entry({ name, mode: 0o600 }, content, (error) => {
        if (error) reject(error);
        else resolve();
      });
      entry.on('error', reject); // the reader has gone, as when the disk is full
    });
  }
}
