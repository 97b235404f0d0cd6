import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../common/clock.js';
import { DatabaseClock } from '../common/database-clock.js';
import { IdempotencyKeysRepository } from '../common/http/idempotency/idempotency-keys.repository.js';
import { IdempotentRequests } from '../common/http/idempotency/idempotent-requests.js';
import { Today } from '../common/today.js';
import { Configuration } from '../config/configuration.js';
import { OwnerDatabase } from '../database/owner-database.js';
import { createDataSource, dataSourceOptions } from './database/data-source.js';

const SHARED = [Clock, DatabaseClock, Today, IdempotentRequests, IdempotencyKeysRepository];

export interface AppOptions {
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  /** As the owner of the tables; without it nothing is done that takes one. */
  readonly ownerUrl?: string;
}

/** What every capability may use: settings, clocks, database. */
@Module({})
export class CoreModule {
  static for({ configuration, databaseUrl, ownerUrl = databaseUrl }: AppOptions): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(databaseUrl, { prepared: configuration.STATEMENTS === 'prepared' })),
      ],
      providers: [
        { provide: Configuration, useValue: configuration },
        {
          provide: OwnerDatabase,
          useFactory: () => new OwnerDatabase(() => createDataSource(ownerUrl, { limited: false })),
        },
        ...SHARED,
      ],
      exports: [Configuration, OwnerDatabase, ...SHARED],
    };
  }
}
