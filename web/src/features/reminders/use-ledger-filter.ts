import { MAIL_STATES, type MailState } from '@domain/reminding/mail-state.js';
import { NOTIFICATION_RULES, type NotificationRule } from '@domain/reminding/told-rules.js';
import { useAddress } from '../../period/use-address.js';

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

/** What of the ledger is looked for, as the address has it. */
export function useLedgerFilter() {
  const { address, choose } = useAddress();
  const search = address.get('search') ?? undefined;
  const rule = oneOf<NotificationRule>(NOTIFICATION_RULES, address.get('rule'));
  const state = oneOf<MailState>(MAIL_STATES, address.get('state'));
  const isAsked = [search, rule, state].some((one) => one !== undefined);
  return { asked: { search, rule, state }, isAsked, choose };
}
