import type { Delivery } from '../delivery.js';
import { keptReply } from '../mail/smtp-reply.js';

/** Too many messages a minute (WeCom 45009, 45033; DingTalk 130101, 410100), and a system that is busy (-1). */
const PASSING = new Set([-1, 45009, 45033, 130101, 410100]);
const RATE_LIMIT_SECONDS = 60;

/** What a platform's answer means: both say so in `errcode`, with HTTP 200. */
export function robotDelivery(status: number, body: string): Delivery {
  const { errcode, errmsg } = parsed(body);
  const reply = keptReply(errmsg ?? body);
  if (status === 200 && errcode === 0) return { outcome: 'sent', replyCode: 0, reply, phase: null };
  if (errcode !== undefined && PASSING.has(errcode)) {
    return { outcome: 'postponed', replyCode: errcode, reply, phase: 'robot', retryAfter: RATE_LIMIT_SECONDS };
  }
  const isPassing = status === 429 || status >= 500;
  return { outcome: isPassing ? 'postponed' : 'refused', replyCode: errcode ?? status, reply, phase: 'robot' };
}

function parsed(body: string): { errcode?: number; errmsg?: string } {
  try {
    const { errcode, errmsg } = JSON.parse(body) as { errcode?: unknown; errmsg?: unknown };
    return {
      ...(typeof errcode === 'number' && { errcode }),
      ...(typeof errmsg === 'string' && { errmsg }),
    };
  } catch {
    return {};
  }
}
