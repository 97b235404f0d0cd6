import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccountNoticesModule } from '../account-notices/account-notices.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { BudgetModule } from '../budget/budget.module.js';
import { CalendarModule } from '../calendar/calendar.module.js';
import { ConditionModule } from '../condition/condition.module.js';
import { type AppOptions, CoreModule } from './core.module.js';
import { EvidenceModule } from '../evidence/evidence.module.js';
import { EventsModule } from '../events/events.module.js';
import { FirstStepsModule } from '../first-steps/first-steps.module.js';
import { HealthModule } from '../health/health.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { KeptAboutModule } from '../kept-about/kept-about.module.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { MetricsModule } from '../metrics/metrics.module.js';
import { MonthsModule } from '../months/months.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { ProgressModule } from '../progress/progress.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { SampleYearModule } from '../sample-year/sample-year.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { TargetsModule } from '../targets/targets.module.js';

@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.for(options),
        ScheduleModule.forRoot(),
        AuditModule,
        AuthModule,
        EventsModule,
        FirstStepsModule,
        HealthModule,
        CalendarModule,
        PoliciesModule,
        OrganisationModule,
        MonthsModule,
        TargetsModule,
        ImportsModule,
        EvidenceModule,
        ProgressModule,
        BudgetModule,
        ScoringModule,
        DeliveryModule,
        RemindersModule,
        AccountNoticesModule,
        ReportsModule,
        KeptAboutModule,
        JobsModule,
        ConditionModule,
        MetricsModule,
        SampleYearModule,
      ],
    };
  }
}
