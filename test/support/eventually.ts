import { setTimeout as pause } from 'node:timers/promises';

/** A guard against waiting for ever, no measure of speed. */
const DEADLINE_MS = 60_000;
const POLL_MS = 25;

/** Asks again until the answer is as wanted; for what another process or a queue does in its own time. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  wanted: (answer: T) => boolean,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`not as wanted after ${deadlineMs} ms, but still ${JSON.stringify(answer)}`);
    await pause(POLL_MS);
  }
}
