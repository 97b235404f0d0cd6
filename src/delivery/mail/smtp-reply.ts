import type { Delivery } from '../delivery.js';

const ADDRESS = /[^\s<>@"']{1,64}@([\w.-]{1,255})/g;
const LONGEST_REPLY = 500;

/** What a server said, fit to be kept: without the mail addresses that many servers repeat. */
export function keptReply(text: string): string {
  return text.slice(0, LONGEST_REPLY).replace(ADDRESS, '***@$1');
}

/** A server says so of a recipient, or of the mailbox once it has seen the mail (RFC 3463: 5.1.x address, 5.2.1 disabled). */
const REFUSED_AT_RCPT = [550, 551, 553, 556];
const REFUSED_MAILBOX = /^550[ -]5\.(1\.\d+|2\.1)\b/;

interface SmtpError {
  readonly responseCode?: number;
  readonly response?: string;
  /** The command that failed, and what kind of failure: EMESSAGE is the answer to the whole message. */
  readonly command?: string;
  readonly code?: string;
}

/**
 * What an error of the SMTP client means. Only a refusal of the recipient is final: a wrong password, a sender or a network
 * that the server does not take, a full mailbox or a content that it dislikes are the office's or the relay's trouble, and
 * the mail waits until somebody has mended it (RFC 5321, 4.2.1 and 4.2.5 leave that to the client). A connection that ends
 * after the whole message has left and before its answer leaves everybody in the dark.
 */
export function deliveryOf(error: unknown, contentLeft: boolean): Delivery {
  const { responseCode: replyCode = null } = error as SmtpError;
  const reply = keptReply(error instanceof Error ? error.message : String(error));
  if (isRefusedRecipient(error as SmtpError)) return { outcome: 'refused', replyCode, reply };
  return { outcome: replyCode === null && contentLeft ? 'uncertain' : 'postponed', replyCode, reply };
}

const isRefusedRecipient = ({ responseCode = 0, response = '', command, code }: SmtpError): boolean =>
  command === 'RCPT TO'
    ? REFUSED_AT_RCPT.includes(responseCode)
    : code === 'EMESSAGE' && REFUSED_MAILBOX.test(response);
