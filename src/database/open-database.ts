import type { Configuration } from '../config/configuration.js';
import type { DomainError } from '../domain/domain-error.js';
import { refuseUnfinishedRestore } from './unfinished-restore.js';
import { findRunningEmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';

/** The database of this installation. `close` stops it where this process started it. */
export interface OpenDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Settles, with the reason, when the server that this process started ended for good. */
  readonly lost?: Promise<DomainError>;
  close(): Promise<void>;
}

const leaveRunning = (): Promise<void> => Promise.resolve();

/** For the service: the server of DATABASE_URL, or the embedded one, which this process then owns. */
export async function openDatabase({ DATABASE_URL, DATA_DIR }: Configuration): Promise<OpenDatabase> {
  refuseUnfinishedRestore(DATA_DIR);
  if (DATABASE_URL) return { url: DATABASE_URL, embedded: false, close: leaveRunning };
  const server = await startEmbeddedPostgres({ dataFolder: DATA_DIR });
  return { url: server.url, embedded: true, lost: server.lost, close: () => server.stop() };
}

/** For the command line: as above, but a server that the running service has started is used along with it. */
export async function joinDatabase(configuration: Configuration): Promise<OpenDatabase> {
  const running = configuration.DATABASE_URL ? undefined : findRunningEmbeddedPostgres(configuration.DATA_DIR);
  return running ? { url: running, embedded: true, close: leaveRunning } : openDatabase(configuration);
}
