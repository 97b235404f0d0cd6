import type { Mail } from './mail.entity.js';

/** A worker that was killed gives its mails back within a minute; longer than any try takes. */
const CLAIM_MS = 45_000;
const FIRST_SECONDS = 30;
const LONGEST_SECONDS = 10 * 60;
/** RFC 5321, 4.5.4.1: give up after four to five days. */
export const GIVE_UP_MS = 5 * 86_400_000;

/** Until when a mail that is taken up now is nobody else's. */
export const heldFrom = (now: Date): Date => new Date(now.getTime() + CLAIM_MS);

/** When something that failed so often is tried again: after 30 s, 1 min, 2 min … */
export function backoff(failures: number, now: Date, longestSeconds: number): Date {
  const seconds = Math.min(FIRST_SECONDS * 2 ** Math.min(failures, 10), longestSeconds);
  return new Date(now.getTime() + seconds * 1000);
}

/** When a mail is tried again, at most every 10 min; null: it has been tried long enough. */
export function nextTry({ attempts, createdAt }: Mail, now: Date, atLeastSeconds = 0): Date | null {
  if (now.getTime() - createdAt.getTime() > GIVE_UP_MS) return null;
  const earliest = new Date(now.getTime() + atLeastSeconds * 1000);
  const due = backoff(attempts, now, LONGEST_SECONDS);
  return due > earliest ? due : earliest;
}
