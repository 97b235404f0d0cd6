import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './common/clock.js';
import { Today } from './common/today.js';
import { Configuration } from './config/configuration.js';
import { dataSourceOptions } from './database/data-source.js';
import { QueueModule } from './queue/queue.module.js';

/** What every capability may use: settings, clock, database, queue. */
@Module({})
export class CoreModule {
  static for(configuration: Configuration, databaseUrl: string): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      imports: [TypeOrmModule.forRoot(dataSourceOptions(databaseUrl)), QueueModule.forDatabase(databaseUrl)],
      providers: [{ provide: Configuration, useValue: configuration }, Clock, Today],
      exports: [Configuration, Clock, Today],
    };
  }
}
