import type { WrittenMail } from './mail/mail-message.js';

/** A message with its reader, ready to leave. */
export interface OutgoingMessage extends WrittenMail {
  /** The same at every try. */
  readonly id: string;
  readonly localDate: string;
}

/**
 * sent: taken over by the server; refused: for good; postponed: worth another try; uncertain: everything was handed over,
 * but the answer never came.
 */
export type DeliveryOutcome = 'sent' | 'refused' | 'postponed' | 'uncertain';

/**
 * How far a try came, by what it asked last: connect (the line, the greeting, silence), hello (EHLO), tls, sign-in, sender,
 * recipient, content, answer (to the whole message); robot: what a chat platform said.
 */
export const PHASES = [
  'connect',
  'hello',
  'tls',
  'sign-in',
  'sender',
  'recipient',
  'content',
  'answer',
  'robot',
] as const;
export type Phase = (typeof PHASES)[number];

/** What became of one try. */
export interface Delivery {
  readonly outcome: DeliveryOutcome;
  readonly replyCode: number | null;
  readonly reply: string | null;
  /** Where it failed; null: it did not. */
  readonly phase: Phase | null;
  /** The server takes no mail from anybody just now, whoever it is for. */
  readonly isRelayDown?: boolean;
  /** Not before so many seconds, where the server, or its terms of use, say so. */
  readonly retryAfter?: number;
}

/** A way to reach people. It answers with what became of the message and throws only what nobody foresaw. */
export interface Channel {
  send(message: OutgoingMessage): Promise<Delivery>;
}
