import { AuditEvent } from '../../audit/audit-event.entity.js';
import { AuditCheckpoint } from '../../audit/shortening/audit-checkpoint.entity.js';
import { ApiToken } from '../../auth/credentials/api-token.entity.js';
import { FormerPassword } from '../../auth/credentials/former-password.entity.js';
import { RateLimit } from '../../auth/access/rate-limit.entity.js';
import { PendingChange } from '../../auth/pending/pending-change.entity.js';
import { KnownBrowser } from '../../auth/sign-in/known-browser.entity.js';
import { PasskeyChallenge } from '../../auth/second-factor/passkeys/passkey-challenge.entity.js';
import { Passkey } from '../../auth/second-factor/passkeys/passkey.entity.js';
import { RecoveryCode } from '../../auth/second-factor/recovery-code.entity.js';
import { Totp } from '../../auth/second-factor/totp.entity.js';
import { SignInFailure } from '../../auth/sign-in/sign-in-failure.entity.js';
import { SignInStep } from '../../auth/sign-in/sign-in-step.entity.js';
import { UserSession } from '../../auth/sessions/user-session.entity.js';
import { User } from '../../auth/users/user.entity.js';
import { BudgetChange } from '../../budget/budget-change.entity.js';
import { BudgetExecution } from '../../budget/budget-execution.entity.js';
import { CalendarDay } from '../../calendar/calendar-day.entity.js';
import { IdempotencyKey } from '../../common/http/idempotency/idempotency-key.entity.js';
import { Evidence } from '../../evidence/evidence.entity.js';
import { StoredFile } from '../../files/stored-file.entity.js';
import { CalendarYear } from '../../calendar/calendar-year.entity.js';
import { ImportBatchItem } from '../../imports/batches/import-batch-item.entity.js';
import { ImportBatch } from '../../imports/batches/import-batch.entity.js';
import { DocumentImport } from '../../imports/document-import.entity.js';
import { ImportRepair } from '../../imports/repairs/import-repair.entity.js';
import { JobRun } from '../../jobs/job-run.entity.js';
import { ChatRobot } from '../../delivery/chat/chat-robot.entity.js';
import { MailAttempt } from '../../delivery/mail/mail-attempt.entity.js';
import { RefusedAddress } from '../../delivery/refused/refused-address.entity.js';
import { RelayFailure } from '../../delivery/mail/relay-failure.entity.js';
import { MailOptOut } from '../../delivery/opt-out/mail-opt-out.entity.js';
import { Mail } from '../../delivery/mail/mail.entity.js';
import { MonthDecision } from '../../months/month-decision.entity.js';
import { SigningKey } from '../../delivery/opt-out/signing-key.entity.js';
import { Contact } from '../../organisation/contact.entity.js';
import { DepartmentAlias } from '../../organisation/aliases/department-alias.entity.js';
import { Department } from '../../organisation/department.entity.js';
import { Section } from '../../organisation/section.entity.js';
import { GoalProgress } from '../../progress/goals/goal-progress.entity.js';
import { ProgressChange } from '../../progress/entries/history/progress-change.entity.js';
import { ProgressEntry } from '../../progress/entries/progress-entry.entity.js';
import { Notification } from '../../reminders/notification.entity.js';
import { ReportBatch } from '../../reports/batches/report-batch.entity.js';
import { Report } from '../../reports/report.entity.js';
import { Scenario } from '../../scoring/what-if/scenario.entity.js';
import { ScoreOverride } from '../../scoring/overrides/score-override.entity.js';
import { ScoreSnapshot } from '../../scoring/stored/score-snapshot.entity.js';
import { SheetScore } from '../../scoring/stored/sheet-score.entity.js';
import { Setting } from '../../settings/setting.entity.js';
import { Goal } from '../../targets/goals/goal.entity.js';
import { Indicator } from '../../targets/indicators/indicator.entity.js';
import { IndicatorRevision } from '../../targets/revisions/indicator-revision.entity.js';
import { Measure } from '../../targets/measures/measure.entity.js';
import { SheetRevision } from '../../targets/revisions/sheet-revision.entity.js';
import { LocalPolicy } from '../../policies/local-policy.entity.js';
import { TargetSheet } from '../../targets/sheets/target-sheet.entity.js';

/** Every table of the database, in the order in which data flows through them. */
export const ENTITIES = [
  Setting,
  CalendarYear,
  CalendarDay,
  Department,
  DepartmentAlias,
  Section,
  Contact,
  User,
  FormerPassword,
  KnownBrowser,
  PendingChange,
  SignInFailure,
  SignInStep,
  Totp,
  RecoveryCode,
  Passkey,
  PasskeyChallenge,
  UserSession,
  ApiToken,
  RateLimit,
  IdempotencyKey,
  AuditEvent,
  AuditCheckpoint,
  MonthDecision,
  DocumentImport,
  ImportRepair,
  ImportBatch,
  ImportBatchItem,
  LocalPolicy,
  TargetSheet,
  Goal,
  Measure,
  SheetRevision,
  IndicatorRevision,
  Indicator,
  StoredFile,
  Evidence,
  ProgressEntry,
  ProgressChange,
  GoalProgress,
  BudgetExecution,
  BudgetChange,
  Scenario,
  ScoreOverride,
  ScoreSnapshot,
  SheetScore,
  Report,
  ReportBatch,
  Mail,
  MailAttempt,
  RefusedAddress,
  RelayFailure,
  MailOptOut,
  ChatRobot,
  SigningKey,
  Notification,
  JobRun,
];
