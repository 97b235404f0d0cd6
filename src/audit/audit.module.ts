import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditReading } from './reading/audit-reading.js';
import { AuditController } from './reading/audit.controller.js';
import { AuditRepository } from './audit.repository.js';
import { AuditService } from './audit.service.js';
import { KnownHead } from './known-head.js';
import { AuditShortening } from './shortening/audit-shortening.js';
import { openAuditLog } from './open-audit-log.js';
import { Configuration } from '../config/configuration.js';

// Opened before any module begins its work, which may be written down.
const OPENED = { provide: KnownHead, inject: [DataSource, Configuration], useFactory: openAuditLog };

@Module({
  controllers: [AuditController],
  providers: [AuditService, AuditReading, AuditRepository, AuditShortening, OPENED],
  exports: [AuditService, AuditShortening, KnownHead],
})
export class AuditModule {}
