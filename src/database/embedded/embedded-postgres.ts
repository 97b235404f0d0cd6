import { rmSync } from 'node:fs';
import path from 'node:path';
import type { DomainError } from '../../domain/domain-error.js';
import { ensureCluster, type ServerPlan } from './cluster.js';
import { DataFolder } from './data-folder.js';
import { alreadyRunning } from './errors.js';
import { findPostgresBinaries } from './postgres-binaries.js';
import { chooseServerAccount } from './server-account.js';
import { makeServiceRole } from './service-role.js';
import { Supervisor } from './supervisor.js';

export interface EmbeddedAddresses {
  /** As the role of the service. */
  readonly url: string;
  /** As the superuser, who owns the tables. */
  readonly ownerUrl: string;
}

export interface EmbeddedPostgres extends EmbeddedAddresses {
  /** Settles, with the reason, when the server ended and could not be brought back. */
  readonly lost: Promise<DomainError>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder of the installation's data, such as `./data`. */
  readonly dataFolder: string;
  /** false only for tests: faster, but a power cut loses data. */
  readonly durable?: boolean;
}

/**
 * Starts the PostgreSQL server that Jixiao brings along, on a unix socket and with the data below `dataFolder`, and keeps
 * it running. The first start creates the cluster; after a crash PostgreSQL recovers from its own log.
 * @throws DomainError in words where the folder is unusable, another Jixiao runs on it, or it is another version's
 */
export async function startEmbeddedPostgres({
  dataFolder,
  durable = true,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = new DataFolder(path.resolve(dataFolder));
  folder.create();
  if (folder.owner) throw alreadyRunning(folder.root, folder.owner);
  folder.claim();
  try {
    const plan: ServerPlan = {
      folder,
      binaries: await findPostgresBinaries(),
      account: chooseServerAccount(),
      durable,
    };
    if (plan.account.uid !== undefined) folder.letPass();
    ensureCluster(plan);
    const supervisor = new Supervisor(plan);
    await supervisor.start();
    try {
      await makeServiceRole(folder);
    } catch (error) {
      await supervisor.stop();
      throw error;
    }
    return { ...folder.addresses, lost: supervisor.lost, stop: () => stop(folder, supervisor) };
  } catch (error) {
    folder.release();
    throw error;
  }
}

/**
 * Addresses of the embedded server that another process of this installation runs; undefined when none does.
 * @throws DomainError `socket-folder-foreign`
 */
export function findRunningEmbeddedPostgres(dataFolder: string): EmbeddedAddresses | undefined {
  const folder = new DataFolder(path.resolve(dataFolder));
  if (!folder.owner || !folder.postmaster?.ready) return undefined;
  folder.checkSocketFolder();
  return folder.addresses;
}

/** Whether a first start has made a database there. */
export const hasEmbeddedPostgres = (dataFolder: string): boolean =>
  new DataFolder(path.resolve(dataFolder)).clusterVersion !== undefined;

async function stop(folder: DataFolder, supervisor: Supervisor): Promise<void> {
  await supervisor.stop();
  rmSync(folder.socketFolder, { recursive: true, force: true });
  folder.release();
}
