import { Module } from '@nestjs/common';
import { BackupModule } from '../backup/backup.module.js';
import { ConditionModule } from '../condition/condition.module.js';
import { InstallationFigures } from './installation-figures.js';
import { MetricsServer } from './metrics-server.js';
import { Metrics } from './metrics.js';

@Module({
  imports: [BackupModule, ConditionModule],
  providers: [Metrics, InstallationFigures, MetricsServer],
  exports: [Metrics, MetricsServer],
})
export class MetricsModule {}
