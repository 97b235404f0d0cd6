/** Alerts: points in danger, each told once to whom the settings name. */
export const ALERT_NAMES = ['light-red', 'all-or-nothing', 'ceiling-breach', 'execution-lag'] as const;
export type AlertName = (typeof ALERT_NAMES)[number];

/** What a digest tells of. */
export const DIGEST_RULES = [
  'entries-owed',
  'approval-stalled',
  'calendar-missing',
  'unreached-contacts',
  ...ALERT_NAMES,
] as const;
export type DigestRule = (typeof DIGEST_RULES)[number];

/** What a line of the ledger can be about. */
export const NOTIFICATION_RULES = [
  ...DIGEST_RULES,
  'report-issued',
  'asked-now',
  'installation-trouble',
  'account-notice',
  'contact-notice',
  'audit-head',
] as const;
export type NotificationRule = (typeof NOTIFICATION_RULES)[number];
