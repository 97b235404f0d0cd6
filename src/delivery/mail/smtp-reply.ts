import type { Delivery } from '../delivery.js';

const ADDRESS = /[^\s<>@"']{1,64}@([\w.-]{1,255})/g;
const LONGEST_REPLY = 500;

/** What a server said, fit to be kept: without the mail addresses that many servers repeat. */
export function keptReply(text: string): string {
  return text.slice(0, LONGEST_REPLY).replace(ADDRESS, '***@$1');
}

/**
 * What an error of the SMTP client means. 5xx is final (RFC 5321, 4.2.1), 4xx and a server that cannot be reached are not;
 * a connection that ends after the whole message has left and before its answer leaves everybody in the dark.
 */
export function deliveryOf(error: unknown, contentLeft: boolean): Delivery {
  const replyCode = (error as { responseCode?: number }).responseCode ?? null;
  const reply = keptReply(error instanceof Error ? error.message : String(error));
  if (replyCode !== null) return { outcome: replyCode >= 500 ? 'refused' : 'postponed', replyCode, reply };
  return { outcome: contentLeft ? 'uncertain' : 'postponed', replyCode, reply };
}
