// Preloaded into a server (`node --import`): its one clock begins at CLOCK_AT and goes on from there.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { Clock } = await import('../../dist/src/common/clock.js');
  const { DatabaseClock } = await import('../../dist/src/common/database-clock.js');
  const ahead = Date.parse(process.env.CLOCK_AT) - Date.now();
  const now = () => new Date(Date.now() + ahead);
  Clock.prototype.now = now;
  DatabaseClock.prototype.now = () => Promise.resolve(now());
}
