import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NightlyBackups } from '../backup/nightly-backups.js';
import { PROGRAM_VERSION } from '../common/program-version.js';
import { Configuration } from '../config/configuration.js';

/** What runs here, for whoever looks after it. */
export interface InstallationFacts {
  readonly version: string;
  readonly nodeVersion: string;
  readonly timeZone: string;
  /** `embedded`: it runs with the service; `bytes` is what it takes on its disk. */
  readonly database: { readonly version: string; readonly bytes: number; readonly embedded: boolean };
  /** The disk of the data; null: it cannot be asked. `bucket`: uploaded files lie in an object store instead. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  readonly bucket: boolean;
  readonly backups: {
    readonly place: Awaited<ReturnType<NightlyBackups['place']>>;
    readonly kept: number;
    /** null: there is none. */
    readonly lastAt: Date | null;
  };
}

const DATABASE =
  "SELECT current_setting('server_version') AS version, pg_database_size(current_database())::text AS bytes";

@Injectable()
export class InstallationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly backups: NightlyBackups,
  ) {}

  async facts(): Promise<InstallationFacts> {
    const { DATABASE_URL, DATA_DIR, S3_BUCKET, TIME_ZONE } = this.configuration;
    const [{ version, bytes }]: [{ version: string; bytes: string }] = await this.dataSource.query(DATABASE);
    const kept = await this.backups.kept();
    return {
      version: PROGRAM_VERSION,
      nodeVersion: process.version.slice(1),
      timeZone: TIME_ZONE,
      database: { version, bytes: Number(bytes), embedded: DATABASE_URL === undefined },
      disk: await roomOn(DATA_DIR),
      bucket: S3_BUCKET !== undefined,
      backups: { place: await this.backups.place(), kept: kept.length, lastAt: kept.at(-1)?.writtenAt ?? null },
    };
  }
}

async function roomOn(folder: string): Promise<InstallationFacts['disk']> {
  if (!existsSync(folder)) return null;
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
