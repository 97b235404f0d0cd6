// What the ledger says about the mails of an installation, compared with what a server took.
import pg from 'pg';
import { waitUntil } from './wait-until.mjs';

const { performance } = globalThis;
const { findRunningEmbeddedPostgres } = await import(
  new URL('../../dist/src/database/embedded/embedded-postgres.js', import.meta.url).href
);

const LAST_CLAIM_MS = 120_000;
// From a try that was cut short to the next one of the same mail. One that was taken up in between, and not tried before the
// process died again, waits for two claims.
const RECLAIMS = `
  SELECT coalesce(max(extract(epoch FROM next - started_at)), 0)::float8 AS longest FROM (
    SELECT started_at, outcome, lead(started_at) OVER (PARTITION BY mail_id ORDER BY started_at) AS next FROM mail_attempt
  ) AS tries WHERE outcome = 'uncertain'`;

export class MailLedger {
  /** Waits until every mail is in a final state; `settledSeconds` from now, when the last process has just started. */
  static async settled(dataFolder, sink) {
    const client = new pg.Client(findRunningEmbeddedPostgres(dataFolder));
    await client.connect();
    const started = performance.now();
    try {
      const value = async (sql) => Object.values((await client.query(sql)).rows[0])[0];
      const open = "SELECT count(*)::int FROM mail WHERE finished_at IS NULL AND due_at < now() + interval '2 minutes'";
      await waitUntil('all mails in a final state', async () => (await value(open)) === 0, LAST_CLAIM_MS);
      const settledSeconds = Math.round((performance.now() - started) / 1000);
      const { rows: sent } = await client.query("SELECT '<' || id || '@jixiao>' AS id FROM mail WHERE state = 'sent'");
      return {
        planned: await value('SELECT count(*)::int FROM mail'),
        sent: sent.length,
        lost: sent.filter(({ id }) => !sink.taken.has(id)).length,
        takenAgain: sink.count - sink.taken.size,
        settledSeconds,
        longestReclaimSeconds: Math.round(await value(RECLAIMS)),
      };
    } finally {
      await client.end();
    }
  }
}
