import type { Delivery, Phase } from '../delivery.js';

const ADDRESS = /[^\s<>@"']{1,64}@([\w.-]{1,255})/g;
const LONGEST_REPLY = 500;

/** What a server said, fit to be kept: without the mail addresses that many servers repeat. */
export function keptReply(text: string): string {
  return text.slice(0, LONGEST_REPLY).replace(ADDRESS, '***@$1');
}

/** A server says so of a recipient, or of the mailbox once it has seen the mail (RFC 3463: 5.1.x address, 5.2.1 disabled). */
const REFUSED_AT_RCPT = [550, 551, 553, 556];
const ENHANCED = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})\b/;
/** 5.1.7 and 5.1.8 are about the sender, 5.4 about the network, 5.7 about what the relay allows to whom. */
const OF_MAILBOX = /^5\.(1\.(?![78]$)\d+|2\.1)$/;
const SAYS_NOTHING = /^5\.0\.\d+$/;
/** `550 relay not permitted`: servers without enhanced codes say in words that they mean the sender, or everybody. */
const OF_RELAY =
  /relay|authenti|sender|mail from|helo|spam|block|black ?list|\brbl\b|\bdnsbl\b|spf|dkim|dmarc|reputation|policy|client host|your (?:ip|host|server)|access denied|not permitted|not allowed|too many|rate limit|try (?:again )?later/i;

interface SmtpError {
  readonly responseCode?: number;
  readonly response?: string;
  /** The command that failed, and what kind of failure: EMESSAGE is the answer to the whole message, API nobody was asked. */
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
  const failure = error as SmtpError;
  const { responseCode: replyCode = null } = failure;
  const reply = keptReply(error instanceof Error ? error.message : String(error));
  const said = { replyCode, reply, phase: phaseOf(failure, contentLeft) };
  if (isRefusedRecipient(failure)) return { outcome: 'refused', ...said };
  const isRelayDown = replyCode === 421 || !OF_ONE_MAIL.includes(said.phase) || isCut(failure);
  return { outcome: isUnanswered(failure, contentLeft) ? 'uncertain' : 'postponed', ...said, isRelayDown };
}

const isUnanswered = ({ responseCode }: SmtpError, contentLeft: boolean): boolean =>
  contentLeft && responseCode === undefined;

/** Trouble that may be one recipient's or one content's; before these a server does not know whom a mail is for. */
const OF_ONE_MAIL: readonly Phase[] = ['recipient', 'content', 'answer'];

/** The line ended, or nobody answered, instead of a reply. */
const isCut = ({ responseCode, command = 'CONN' }: SmtpError): boolean =>
  responseCode === undefined && command === 'CONN';

function phaseOf({ command = 'CONN', code, response }: SmtpError, contentLeft: boolean): Phase {
  if (command === 'CONN') return contentLeft ? 'answer' : 'connect';
  if (code === 'EMESSAGE' && response !== undefined) return 'answer';
  if (command.startsWith('AUTH')) return 'sign-in';
  return PHASE_OF[command] ?? 'content';
}

const PHASE_OF: Readonly<Record<string, Phase>> = {
  EHLO: 'hello',
  HELO: 'hello',
  STARTTLS: 'tls',
  'MAIL FROM': 'sender',
  'RCPT TO': 'recipient',
};

/** In doubt it is the relay's trouble: what waits can still go out, and an address that was marked is not asked again. */
function isRefusedRecipient({ responseCode = 0, response = '', command, code }: SmtpError): boolean {
  const enhanced = ENHANCED.exec(response)?.[1];
  if (command !== 'RCPT TO') return code === 'EMESSAGE' && responseCode === 550 && OF_MAILBOX.test(enhanced ?? '');
  if (!REFUSED_AT_RCPT.includes(responseCode)) return false;
  return enhanced === undefined || SAYS_NOTHING.test(enhanced) ? !OF_RELAY.test(response) : OF_MAILBOX.test(enhanced);
}
