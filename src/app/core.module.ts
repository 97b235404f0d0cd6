import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from '../common/clock.js';
import { DatabaseClock } from '../common/database-clock.js';
import { IdempotencyKeysRepository } from '../common/http/idempotency/idempotency-keys.repository.js';
import { IdempotentRequests } from '../common/http/idempotency/idempotent-requests.js';
import { Today } from '../common/today.js';
import { Configuration } from '../config/configuration.js';
import { dataSourceOptions } from './database/data-source.js';

const IDEMPOTENCY = [IdempotentRequests, IdempotencyKeysRepository];

/** What every capability may use: settings, clocks, database. */
@Module({})
export class CoreModule {
  static for(configuration: Configuration, databaseUrl: string): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      imports: [TypeOrmModule.forRoot(dataSourceOptions(databaseUrl))],
      providers: [{ provide: Configuration, useValue: configuration }, Clock, DatabaseClock, Today, ...IDEMPOTENCY],
      exports: [Configuration, Clock, DatabaseClock, Today, ...IDEMPOTENCY],
    };
  }
}
