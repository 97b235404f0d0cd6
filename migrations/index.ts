import { CreateSchema1763942400000 } from './1763942400000-create-schema.js';
import { CreateAccounts1764028800000 } from './1764028800000-create-accounts.js';
import { AddGoalProgressAndMilestones1764549243000 } from './1764549243000-add-goal-progress-and-milestones.js';
import { AddDeputies1764549300000 } from './1764549300000-add-deputies.js';
import { MakeMailsTheirOwnQueue1764549650000 } from './1764549650000-make-mails-their-own-queue.js';
import { CreateIdempotencyKeys1764550376000 } from './1764550376000-create-idempotency-keys.js';
import { AddRulesAsData1764551478000 } from './1764551478000-add-rules-as-data.js';
import { AddMonths1764551578000 } from './1764551578000-add-months.js';
import { CreateMeasures1764552042000 } from './1764552042000-create-measures.js';
import { CreateEvidence1764552450000 } from './1764552450000-create-evidence.js';
import { KeepCompactScores1764552900000 } from './1764552900000-keep-compact-scores.js';
import { CreateScenarios1764553600000 } from './1764553600000-create-scenarios.js';
import { CreateScoreSnapshots1764553700000 } from './1764553700000-create-score-snapshots.js';
import { KeepExecutionRates1764554900000 } from './1764554900000-keep-execution-rates.js';
import { AddRevisionsAndBudgetHistory1764555310000 } from './1764555310000-add-revisions-and-budget-history.js';
import { FreezeReports1764555600000 } from './1764555600000-freeze-reports.js';
import { RecordImportDecisions1764556100000 } from './1764556100000-record-import-decisions.js';
import { LinkIdentities1764556200000 } from './1764556200000-link-identities.js';
import { AddSpendingBySource1764556300000 } from './1764556300000-add-spending-by-source.js';
import { KeepLocalPolicies1764556400000 } from './1764556400000-keep-local-policies.js';
import { KeepPacePoints1764557017100 } from './1764557017100-keep-pace-points.js';
import { KeepWhatWasMeant1764557017200 } from './1764557017200-keep-what-was-meant.js';
import { CountWhatWasApproved1764557017300 } from './1764557017300-count-what-was-approved.js';
import { RepairImports1764557018100 } from './1764557018100-repair-imports.js';
import { KeepAuthorsAndAnswers1764557021700 } from './1764557021700-keep-authors-and-answers.js';
import { SayWhatHangsOnASheet1764557030100 } from './1764557030100-say-what-hangs-on-a-sheet.js';
import { SayWhatIsOwed1764557041300 } from './1764557041300-say-what-is-owed.js';
import { FindWhatWaits1764557041400 } from './1764557041400-find-what-waits.js';
import { KeepDepartmentAliases1764557080100 } from './1764557080100-keep-department-aliases.js';
import { KeepPublishedFigures1764557080200 } from './1764557080200-keep-published-figures.js';
import { CreateImportBatches1764557090100 } from './1764557090100-create-import-batches.js';
import { KeepImportedDocuments1764557100100 } from './1764557100100-keep-imported-documents.js';
import { NameIndicatorsWorkedOn1764557100200 } from './1764557100200-name-indicators-worked-on.js';
import { FindRunningJobsAndCompletions1764557100300 } from './1764557100300-find-running-jobs-and-completions.js';
import { TellPeopleOnce1764557200000 } from './1764557200000-tell-people-once.js';
import { MarkRefusedAddresses1764557300000 } from './1764557300000-mark-refused-addresses.js';
import { FindMailsThatFailed1764557300200 } from './1764557300200-find-mails-that-failed.js';
import { DisableDepartmentsAndSections1764557386000 } from './1764557386000-disable-departments-and-sections.js';
import { CreateReportBatches1764557387000 } from './1764557387000-create-report-batches.js';
import { ThrottleSignIns1764557388000 } from './1764557388000-throttle-sign-ins.js';
import { ShowSessions1764557389000 } from './1764557389000-show-sessions.js';
import { AskSecondPersons1764557390000 } from './1764557390000-ask-second-persons.js';
import { SealTheAuditLog1764557400000 } from './1764557400000-seal-the-audit-log.js';
import { KeepPrintedSections1764557380000 } from './1764557380000-keep-printed-sections.js';
import { KnowWhoseMailIsUnderWay1764557310000 } from './1764557310000-know-whose-mail-is-under-way.js';
import { KeepTheMailTest1764557385000 } from './1764557385000-keep-the-mail-test.js';
import { WatchTheRelay1764557300100 } from './1764557300100-watch-the-relay.js';
import { AddSecondFactors1764557410000 } from './1764557410000-add-second-factors.js';
import { KeepCancelledBatches1764557430000 } from './1764557430000-keep-cancelled-batches.js';
import { KnowWhoSavedScenarios1764557440000 } from './1764557440000-know-who-saved-scenarios.js';
import { AddPasskeys1764557450000 } from './1764557450000-add-passkeys.js';
import { StoreMissingEntries1764557460000 } from './1764557460000-store-missing-entries.js';
import { ShortenTheAuditLog1764557470000 } from './1764557470000-shorten-the-audit-log.js';
import { TakeUpInMidYear1764557480000 } from './1764557480000-take-up-in-mid-year.js';
import { VersionPasskeys1764557490000 } from './1764557490000-version-passkeys.js';
import { RememberFormerPasswords1764557510000 } from './1764557510000-remember-former-passwords.js';
import { KnowWhatIsNotJudgedYet1764557520000 } from './1764557520000-know-what-is-not-judged-yet.js';
import { BeginSheetsWithAMonth1764557521000 } from './1764557521000-begin-sheets-with-a-month.js';
import { ProveWaysIn1764557550000 } from './1764557550000-prove-ways-in.js';
import { ProveAccounts1764557551000 } from './1764557551000-prove-accounts.js';

/** In the order in which they are applied: that of their numbers. */
export const MIGRATIONS = [
  CreateSchema1763942400000,
  CreateAccounts1764028800000,
  AddGoalProgressAndMilestones1764549243000,
  AddDeputies1764549300000,
  MakeMailsTheirOwnQueue1764549650000,
  CreateIdempotencyKeys1764550376000,
  AddRulesAsData1764551478000,
  AddMonths1764551578000,
  CreateMeasures1764552042000,
  CreateEvidence1764552450000,
  KeepCompactScores1764552900000,
  CreateScenarios1764553600000,
  CreateScoreSnapshots1764553700000,
  KeepExecutionRates1764554900000,
  AddRevisionsAndBudgetHistory1764555310000,
  FreezeReports1764555600000,
  RecordImportDecisions1764556100000,
  LinkIdentities1764556200000,
  AddSpendingBySource1764556300000,
  KeepLocalPolicies1764556400000,
  KeepPacePoints1764557017100,
  KeepWhatWasMeant1764557017200,
  CountWhatWasApproved1764557017300,
  RepairImports1764557018100,
  KeepAuthorsAndAnswers1764557021700,
  SayWhatHangsOnASheet1764557030100,
  SayWhatIsOwed1764557041300,
  FindWhatWaits1764557041400,
  KeepDepartmentAliases1764557080100,
  KeepPublishedFigures1764557080200,
  CreateImportBatches1764557090100,
  KeepImportedDocuments1764557100100,
  NameIndicatorsWorkedOn1764557100200,
  FindRunningJobsAndCompletions1764557100300,
  TellPeopleOnce1764557200000,
  MarkRefusedAddresses1764557300000,
  WatchTheRelay1764557300100,
  FindMailsThatFailed1764557300200,
  KnowWhoseMailIsUnderWay1764557310000,
  KeepPrintedSections1764557380000,
  KeepTheMailTest1764557385000,
  DisableDepartmentsAndSections1764557386000,
  CreateReportBatches1764557387000,
  ThrottleSignIns1764557388000,
  ShowSessions1764557389000,
  AskSecondPersons1764557390000,
  SealTheAuditLog1764557400000,
  AddSecondFactors1764557410000,
  KeepCancelledBatches1764557430000,
  KnowWhoSavedScenarios1764557440000,
  AddPasskeys1764557450000,
  StoreMissingEntries1764557460000,
  ShortenTheAuditLog1764557470000,
  TakeUpInMidYear1764557480000,
  VersionPasskeys1764557490000,
  RememberFormerPasswords1764557510000,
  KnowWhatIsNotJudgedYet1764557520000,
  BeginSheetsWithAMonth1764557521000,
  ProveWaysIn1764557550000,
  ProveAccounts1764557551000,
];
