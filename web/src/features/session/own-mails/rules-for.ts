import { ALERT_NAMES, type NotificationRule } from '@domain/reminding/told-rules.js';
import type { Role } from '../../../api/session.js';

type Duty = 'reporter' | 'head' | 'office';

const OF_DUTY: Readonly<Record<Duty, readonly NotificationRule[]>> = {
  reporter: ['entries-owed', 'asked-now'],
  head: ['entries-owed', 'asked-now', 'approval-stalled', ...ALERT_NAMES],
  office: ['entries-owed', 'asked-now', 'approval-stalled', 'unreached-contacts', 'calendar-missing', ...ALERT_NAMES],
};
const OF_ROLE: Readonly<Partial<Record<Role, readonly NotificationRule[]>>> = {
  'system-administrator': ['installation-trouble'],
  auditor: ['audit-head'],
};

/** What somebody may be told of, by duties and role; the rules of reminders say when. */
export function rulesFor(duties: readonly { readonly duty: Duty }[], role: Role | undefined): NotificationRule[] {
  const own = [
    ...duties.flatMap(({ duty }) => OF_DUTY[duty]),
    ...((role && OF_ROLE[role]) ?? []),
    'account-notice' as const,
    'contact-notice' as const,
    ...(duties.length > 0 ? (['report-issued'] as const) : []),
  ];
  return [...new Set(own)];
}
