import { BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';

/** Address of the database; pg-boss keeps connections of its own. */
export const DATABASE_ADDRESS = Symbol('database address');

/** A piece of work that is tried again: `last` says that no further try follows. */
export type Handler<T> = (data: T, attempt: { readonly last: boolean }) => Promise<void>;

const RETRY = { retryLimit: 8, retryDelay: 30, retryBackoff: true };
// A worker that was killed gives its job back within a minute.
const EXPIRE_SECONDS = 45;
const MAINTENANCE_SECONDS = 10;
const DRAIN_MS = 20_000;
const BATCH = 5;

/**
 * Work to be done after a commit, at least once. It is queued in the same transaction as the rows it concerns: both
 * are there after a crash, or neither.
 */
@Injectable()
export class QueueService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(QueueService.name);
  private readonly boss: PgBoss;
  private started: Promise<unknown> | undefined;
  private readonly queues = new Map<string, Promise<void>>();

  constructor(@Inject(DATABASE_ADDRESS) connectionString: string) {
    this.boss = new PgBoss({
      connectionString,
      schema: 'queue',
      application_name: 'jixiao queue',
      max: 4,
      schedule: false,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    });
    // Connections come and go with the database; pg-boss goes on by itself.
    this.boss.on('error', ({ message }) => {
      this.logger.error({ error: message });
    });
  }

  async enqueue(manager: EntityManager, queue: string, items: readonly object[]): Promise<void> {
    if (items.length === 0) return;
    await this.ensureQueue(queue);
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({ rows: await manager.query<unknown[]>(text, values) }),
    };
    await this.boss.insert(
      items.map((data) => ({ name: queue, data, ...RETRY, expireInSeconds: EXPIRE_SECONDS })),
      { db },
    );
  }

  /** Handles items side by side; one that fails is tried again alone, the others of its batch are done. */
  async work<T extends object>(queue: string, handler: Handler<T>): Promise<void> {
    await this.ensureQueue(queue);
    const options = { includeMetadata: true as const, pollingIntervalSeconds: 0.5, batchSize: BATCH };
    await this.boss.work<T>(queue, options, async (jobs) => {
      await Promise.all(
        jobs.map(async ({ id, data, retryCount, retryLimit }) => {
          try {
            await handler(data, { last: retryCount >= retryLimit });
          } catch (error) {
            await this.boss.fail(queue, id, { message: error instanceof Error ? error.message : String(error) });
          }
        }),
      );
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.started) return;
    await this.started;
    await this.boss.stop({ graceful: true, wait: true, timeout: DRAIN_MS });
  }

  private ensureQueue(name: string): Promise<void> {
    this.started ??= this.boss.start();
    const existing = this.queues.get(name) ?? this.started.then(() => this.boss.createQueue(name));
    this.queues.set(name, existing);
    return existing;
  }
}
