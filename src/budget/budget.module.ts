import { Module } from '@nestjs/common';
import { MonthsModule } from '../months/months.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { BudgetController } from './budget.controller.js';
import { BudgetService } from './budget.service.js';

@Module({
  imports: [TargetsModule, MonthsModule, ProgressModule],
  controllers: [BudgetController],
  providers: [BudgetService],
  exports: [BudgetService],
})
export class BudgetModule {}
