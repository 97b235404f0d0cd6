/** How failures at the sign-in are answered. */
export interface SignInWaits {
  /** As many in a row are let pass. */
  readonly failuresBeforeWait: number;
  /** Then this, and with each further failure twice as long. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** When nothing has failed for so long, the count begins anew. */
  readonly forgottenAfterMinutes: number;
  /** After many failures of one account in a day, from wherever: whether browsers that it does not know are shut out. */
  readonly shutsStrangersOut: boolean;
}

/** As many a day, from browsers that the account does not know, are no owner's mistakes but somebody who guesses. */
export const GUESSED_FROM = 100;
const DAY_SECONDS = 86_400;

/** Seconds from the last failure on in which no other try is taken. */
export function waitAfter(failures: number, waits: SignInWaits): number {
  const { failuresBeforeWait, firstWaitSeconds, longestWaitSeconds } = waits;
  if (failures < failuresBeforeWait) return 0;
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - failuresBeforeWait));
}

/**
 * The same while somebody guesses the account from many places: each place gets one try, and then waits the longer the
 * more have failed that day. The owner's first try at a new place is never too many.
 */
export function waitWhileGuessed(failures: number, failedToday: number, waits: SignInWaits): number {
  const usual = waitAfter(failures, waits);
  if (failedToday < GUESSED_FROM) return usual;
  return Math.max(usual, Math.min(DAY_SECONDS, waits.longestWaitSeconds * Math.floor(failedToday / GUESSED_FROM)));
}
