import { waitUntil } from './wait-until.mjs';

const LIMIT_MS = 600_000;
/**
 * Due, or held by a claim of 45 seconds (retry-plan.ts): what was claimed just now is not under way yet. What waits for a
 * relay that fails is not due before its next probe.
 */
const DUE = `SELECT count(*)::int FROM mail
  WHERE finished_at IS NULL AND (due_at = $1::timestamptz + interval '45 seconds' OR due_at <= $1 AND NOT EXISTS (
    SELECT 1 FROM relay_failure WHERE next_try_at > $1 AND next_try_at <> $1::timestamptz + interval '45 seconds'))`;

/** Waits until nothing is due any more at the application's time, and nothing is under way. */
export async function settle(database, application) {
  application.mail.startWorker();
  const isSettled = async () =>
    (await database.value(DUE, [application.now])) === 0 && application.mail.underWay.size === 0;
  await waitUntil('nothing due', isSettled, LIMIT_MS);
}
