import { monthName } from '../../domain/calendar/month-name.js';
import type { Message } from '../../domain/domain-error.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import { ASKED, type AskedReason } from '../asked/asked-reminders.service.js';
import type { Reason } from '../digest-line.js';
import { DIGEST_RULES, type DigestRule } from '../../domain/reminding/told-rules.js';
import type { Notification } from '../notification.entity.js';
import { reasonText } from '../rules/reason-text.js';

const isOfDigest = (rule: string): rule is DigestRule => (DIGEST_RULES as readonly string[]).includes(rule);

/** Why somebody was told on that day, as a sentence; null where the rule says it all. */
export function toldText({ rule, subject, dueDate, reason }: Notification, day: LocalDate): Message | null {
  if (rule === ASKED) {
    const { by, indicator, month } = reason as unknown as AskedReason;
    return {
      zh: `${by}催报：${indicator}（${monthName(month).zh}）`,
      en: `${by} asked for ${indicator} (${monthName(month).en})`,
    };
  }
  if (!isOfDigest(rule)) return null;
  const line = { rule, subject, dueDate, reason: reason as unknown as Reason };
  return { zh: reasonText(line, day, 'zh'), en: reasonText(line, day, 'en') };
}
