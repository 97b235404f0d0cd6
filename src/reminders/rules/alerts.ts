import type { AlertName } from '../../domain/reminding/told-rules.js';
import type { AlertRule } from './alert-rule.js';
import { allOrNothing } from './all-or-nothing.js';
import { ceilingBreach } from './ceiling-breach.js';
import { executionLag } from './execution-lag.js';
import { lightRed } from './light-red.js';

/** Every alert by the name under which the ledger and the settings know it. */
export const ALERTS = {
  'light-red': lightRed,
  'all-or-nothing': allOrNothing,
  'ceiling-breach': ceilingBreach,
  'execution-lag': executionLag,
} as const satisfies Record<AlertName, AlertRule>;

export const isAlert = (rule: string): rule is AlertName => rule in ALERTS;
