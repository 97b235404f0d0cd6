import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is true. @returns how many milliseconds it took */
export async function waitUntil(what, ask, limitMs) {
  const started = Date.now();
  while (!(await ask())) {
    if (Date.now() - started > limitMs) throw new Error(`${what}: not within ${limitMs} ms`);
    await pause(100);
  }
  return Date.now() - started;
}
