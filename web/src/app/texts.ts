import { apiTexts } from '../api/texts.js';
import { componentsTexts } from '../components/texts.js';
import { auditTexts } from '../features/audit/texts.js';
import { calendarTexts } from '../features/calendar/texts.js';
import { checklistTexts } from '../features/checklist/texts.js';
import { dashboardTexts } from '../features/dashboard/texts.js';
import { pasteTexts } from '../features/entry/paste/texts.js';
import { submitTexts } from '../features/entry/submit/texts.js';
import { entryTexts } from '../features/entry/texts.js';
import { workbookTexts } from '../features/entry/workbook/texts.js';
import { doubtsTexts } from '../features/imports/doubts/texts.js';
import { draftTexts } from '../features/imports/draft/texts.js';
import { guideTexts } from '../features/guide/texts.js';
import { importsTexts } from '../features/imports/texts.js';
import { indicatorFactsTexts } from '../features/indicators/facts/texts.js';
import { overrideTexts } from '../features/indicators/override/texts.js';
import { indicatorPlanTexts } from '../features/indicators/plan/texts.js';
import { indicatorsTexts } from '../features/indicators/texts.js';
import { thenTexts } from '../features/indicators/then/texts.js';
import { conditionTexts } from '../features/condition/texts.js';
import { missingTexts } from '../features/months/missing/texts.js';
import { monthsTexts } from '../features/months/texts.js';
import { organisationTexts } from '../features/organisation/texts.js';
import { removingTexts } from '../features/organisation/removing/texts.js';
import { ownersTexts } from '../features/owners/texts.js';
import { policiesTexts } from '../features/policies/texts.js';
import { remindersTexts } from '../features/reminders/texts.js';
import { reportsTexts } from '../features/reports/texts.js';
import { reviewTexts } from '../features/review/texts.js';
import { ownMailsTexts } from '../features/session/own-mails/texts.js';
import { secondFactorTexts } from '../features/session/second-factor/texts.js';
import { sessionTexts } from '../features/session/texts.js';
import { commitmentTexts } from '../features/sheets/commitment/texts.js';
import { executionTexts } from '../features/sheets/execution/texts.js';
import { firstMonthTexts } from '../features/sheets/first-month/texts.js';
import { goalsTexts } from '../features/sheets/goals/texts.js';
import { headTexts } from '../features/sheets/head/texts.js';
import { sheetPolicyTexts } from '../features/sheets/policy/texts.js';
import { sharedTexts } from '../features/sheets/shared/texts.js';
import { sheetsTexts } from '../features/sheets/texts.js';
import { whatIfTexts } from '../features/sheets/what-if/texts.js';
import { accessTexts } from '../features/shown/access/texts.js';
import { confirmingTexts } from '../features/shown/confirming/texts.js';
import { entryYearTexts } from '../features/shown/entry-year/texts.js';
import { evidenceTexts } from '../features/shown/evidence/texts.js';
import { firstStepsTexts } from '../features/shown/first-steps/texts.js';
import { mailsTexts } from '../features/shown/mails/texts.js';
import { pendingTexts } from '../features/shown/pending/texts.js';
import { planTexts } from '../features/shown/plan/texts.js';
import { relayTexts } from '../features/shown/relay/texts.js';
import { revisingTexts } from '../features/shown/revising/texts.js';
import { shownTexts } from '../features/shown/texts.js';
import { unreachedTexts } from '../features/shown/unreached/texts.js';
import { systemTexts } from '../features/system/texts.js';
import { todayTexts } from '../features/today/texts.js';
import { handoverTexts } from '../features/users/handover/texts.js';
import { usersTexts } from '../features/users/texts.js';
import { periodTexts } from '../period/texts.js';
import { shellTexts } from './shell/texts.js';
import type { InOneLanguage } from '../i18n/texts.js';

/** What every part of the client says: each part's texts stand in its own folder. */
export const TEXTS = {
  ...apiTexts,
  ...componentsTexts,
  ...auditTexts,
  ...calendarTexts,
  ...checklistTexts,
  ...dashboardTexts,
  ...pasteTexts,
  ...submitTexts,
  ...entryTexts,
  ...workbookTexts,
  ...doubtsTexts,
  ...draftTexts,
  ...guideTexts,
  ...importsTexts,
  ...indicatorFactsTexts,
  ...overrideTexts,
  ...indicatorPlanTexts,
  ...indicatorsTexts,
  ...thenTexts,
  ...conditionTexts,
  ...missingTexts,
  ...monthsTexts,
  ...organisationTexts,
  ...removingTexts,
  ...ownersTexts,
  ...policiesTexts,
  ...remindersTexts,
  ...reportsTexts,
  ...reviewTexts,
  ...ownMailsTexts,
  ...secondFactorTexts,
  ...sessionTexts,
  ...commitmentTexts,
  ...executionTexts,
  ...firstMonthTexts,
  ...goalsTexts,
  ...headTexts,
  ...sheetPolicyTexts,
  ...sharedTexts,
  ...sheetsTexts,
  ...whatIfTexts,
  ...accessTexts,
  ...confirmingTexts,
  ...entryYearTexts,
  ...evidenceTexts,
  ...firstStepsTexts,
  ...mailsTexts,
  ...pendingTexts,
  ...planTexts,
  ...relayTexts,
  ...revisingTexts,
  ...shownTexts,
  ...unreachedTexts,
  ...systemTexts,
  ...todayTexts,
  ...handoverTexts,
  ...usersTexts,
  ...periodTexts,
  ...shellTexts,
};

declare module 'i18next' {
  // Asking for a text that is not there does not compile.
  interface CustomTypeOptions {
    resources: { translation: InOneLanguage<typeof TEXTS> };
  }
}
