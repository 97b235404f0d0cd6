import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Event } from './event.js';
import { CHANNEL } from './events.service.js';

const ANSWER_WITHIN_MS = 3_000;

/** What reaches this process: events, and the news that some may have been missed. */
export interface Listening {
  readonly onEvent: (event: Event) => void;
  readonly onGap: () => void;
}

/** This process's ear on the channel, on a connection of its own: a pooled one would be lent to others. */
@Injectable()
export class EventListener implements OnModuleDestroy {
  private readonly logger = new Logger(EventListener.name);
  private client: pg.Client | undefined;
  private ensuring: Promise<void> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Listens, or makes sure that it still does: a connection may be dead without anybody having said so. */
  ensure(listening: Listening): Promise<void> {
    this.ensuring ??= this.ensureOnce(listening).finally(() => (this.ensuring = undefined));
    return this.ensuring;
  }

  onModuleDestroy(): void {
    this.forget(this.client);
  }

  private async ensureOnce(listening: Listening): Promise<void> {
    const { client } = this;
    try {
      if (client) await client.query('SELECT 1');
      else await this.listen(listening);
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.message : String(error) });
      this.forget(this.client);
    }
  }

  private async listen({ onEvent, onGap }: Listening): Promise<void> {
    const { url } = this.dataSource.options as { url: string };
    const client = new pg.Client({
      connectionString: url,
      application_name: 'jixiao events',
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    });
    client.on('error', () => {
      this.forget(client);
    });
    client.on('notification', ({ payload = '' }) => {
      onEvent(JSON.parse(payload) as Event);
    });
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    onGap();
  }

  private forget(client: pg.Client | undefined): void {
    if (!client) return;
    if (this.client === client) this.client = undefined;
    client.end().catch(() => undefined); // it is gone already
  }
}
