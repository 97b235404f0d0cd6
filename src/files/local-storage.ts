import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileMissing } from './errors.js';
import { FileStorage } from './file-storage.js';

/** Files in a folder of this machine: `ab/abcdef…`, since some file systems are slow with many files in one folder. */
export class LocalStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  async put(sha256: string, from: string): Promise<void> {
    const file = this.placeOf(sha256);
    await mkdir(path.dirname(file), { recursive: true });
    await rename(from, file); // whole or not at all
    await syncFolder(path.dirname(file));
    await syncFolder(this.folder);
  }

  async open(sha256: string): Promise<Readable> {
    try {
      return (await open(this.placeOf(sha256))).createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw fileMissing(sha256);
      throw error;
    }
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }

  private placeOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256 and nothing else');
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** A rename is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
