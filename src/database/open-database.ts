import path from 'node:path';
import type { Configuration } from '../config/configuration.js';
import type { DomainError } from '../domain/domain-error.js';
import { noInstallation } from './errors.js';
import { keepPrivate } from './private-folder.js';
import { refuseUnfinishedRestore } from './unfinished-restore.js';
import {
  findRunningEmbeddedPostgres,
  hasEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded/embedded-postgres.js';

/** The database of this installation. `close` stops it where this process started it. */
export interface OpenDatabase {
  /** As the role that the service runs as. */
  readonly url: string;
  /** As the owner of the tables; the same where the installation knows no other. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** Settles, with the reason, when the server that this process started ended for good. */
  readonly lost?: Promise<DomainError>;
  close(): Promise<void>;
}

const leaveRunning = (): Promise<void> => Promise.resolve();

/** For the service: the server of DATABASE_URL, or the embedded one, which this process then owns. */
export async function openDatabase({
  DATABASE_URL,
  DATABASE_OWNER_URL,
  DATA_DIR,
}: Configuration): Promise<OpenDatabase> {
  refuseUnfinishedRestore(DATA_DIR);
  keepPrivate(DATA_DIR);
  if (DATABASE_URL) {
    return { url: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL, embedded: false, close: leaveRunning };
  }
  const server = await startEmbeddedPostgres({ dataFolder: DATA_DIR });
  const { url, ownerUrl, lost } = server;
  return { url, ownerUrl, embedded: true, lost, close: () => server.stop() };
}

/**
 * For the command line: as above, but a server that the running service has started is used along with it.
 * @param how `found`: none is made where there is none, nor a folder
 * @throws DomainError `no-installation`
 */
export async function joinDatabase(configuration: Configuration, how: 'join' | 'found'): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = configuration;
  const running = DATABASE_URL ? undefined : findRunningEmbeddedPostgres(DATA_DIR);
  if (running) return { ...running, embedded: true, close: leaveRunning };
  refuseUnfinishedRestore(DATA_DIR);
  if (how === 'found' && !DATABASE_URL && !hasEmbeddedPostgres(DATA_DIR)) throw noInstallation(path.resolve(DATA_DIR));
  return openDatabase(configuration);
}
