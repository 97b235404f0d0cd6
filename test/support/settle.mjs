import { waitUntil } from './wait-until.mjs';

const LIMIT_MS = 600_000;
/** Due, or held by a claim of 45 seconds (mail.service.ts): what was claimed just now is not under way yet. */
const DUE = `SELECT count(*)::int FROM mail
  WHERE finished_at IS NULL AND (due_at <= $1 OR due_at = $1::timestamptz + interval '45 seconds')`;

/** Waits until nothing is due any more at the application's time, and nothing is under way. */
export async function settle(database, application) {
  application.mail.startWorker();
  const isSettled = async () =>
    (await database.value(DUE, [application.now])) === 0 && application.mail.underWay.size === 0;
  await waitUntil('nothing due', isSettled, LIMIT_MS);
}
