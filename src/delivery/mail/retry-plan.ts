import type { Mail } from './mail.entity.js';

const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 15 * 60;
/** RFC 5321, 4.5.4.1: give up after four to five days. */
const GIVE_UP_MS = 5 * 86_400_000;

/** When a mail is tried again: after 30 s, 1 min, 2 min … at most every 15 min; null: it has been tried long enough. */
export function nextTry({ attempts, createdAt }: Mail, now: Date, atLeastSeconds = 0): Date | null {
  if (now.getTime() - createdAt.getTime() > GIVE_UP_MS) return null;
  const backoff = Math.min(FIRST_SECONDS * 2 ** Math.min(attempts, 10), LONGEST_SECONDS);
  return new Date(now.getTime() + Math.max(backoff, atLeastSeconds) * 1000);
}
