/** How failures at the sign-in are answered. */
export interface SignInWaits {
  /** As many in a row are let pass. */
  readonly failuresBeforeWait: number;
  /** Then this, and with each further failure twice as long. */
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** When nothing has failed for so long, the count begins anew. */
  readonly forgottenAfterMinutes: number;
}

/** Seconds from the last failure on in which no other try is taken. */
export function waitAfter(failures: number, waits: SignInWaits): number {
  const { failuresBeforeWait, firstWaitSeconds, longestWaitSeconds } = waits;
  if (failures < failuresBeforeWait) return 0;
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - failuresBeforeWait));
}
