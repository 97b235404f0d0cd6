import { type DynamicModule, Module } from '@nestjs/common';
import { DATABASE_ADDRESS, QueueService } from './queue.service.js';

@Module({})
export class QueueModule {
  static forDatabase(address: string): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [QueueService, { provide: DATABASE_ADDRESS, useValue: address }],
      exports: [QueueService],
    };
  }
}
