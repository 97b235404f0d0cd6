// What the ledger says about the mails of an installation, compared with what a server took.
import pg from 'pg';
import { waitUntil } from './wait-until.mjs';

const { findRunningEmbeddedPostgres } = await import(
  new URL('../../dist/src/database/embedded/embedded-postgres.js', import.meta.url).href
);

const LAST_CLAIM_MS = 120_000;
// A claim moves the time at which a mail is due. Not every claim becomes a try: its process may die before.
const WATCH = `
  CREATE TABLE mail_claim (mail_id uuid, at timestamptz DEFAULT clock_timestamp());
  CREATE FUNCTION note_claim() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
    $$BEGIN INSERT INTO public.mail_claim (mail_id) VALUES (NEW.id); RETURN NULL; END$$;
  CREATE TRIGGER note_claim AFTER UPDATE OF due_at ON mail FOR EACH ROW
    WHEN (NEW.finished_at IS NULL AND NEW.due_at > OLD.due_at) EXECUTE FUNCTION note_claim()`;
// From one claim of a mail to the next, less the time in which no process ran.
const LONGEST_RECLAIM = `
  SELECT coalesce(max(extract(epoch FROM next - at) - coalesce((
    SELECT sum(extract(epoch FROM least(next, down.until) - greatest(at, down.since)))
    FROM unnest($1::timestamptz[], $2::timestamptz[]) AS down (since, until) WHERE down.since < next AND down.until > at), 0)), 0)::float8
  FROM (SELECT at, lead(at) OVER (PARTITION BY mail_id ORDER BY at) AS next FROM mail_claim) AS claims
  WHERE next IS NOT NULL`;

async function withClient(dataFolder, work) {
  const client = new pg.Client(findRunningEmbeddedPostgres(dataFolder).ownerUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export class MailLedger {
  /** From now on every claim of a mail is noted. */
  static watch(dataFolder) {
    return withClient(dataFolder, (client) => client.query(WATCH));
  }

  /** So that a job can be run twice in a minute. */
  static forgetRuns(dataFolder) {
    return withClient(dataFolder, (client) => client.query('DELETE FROM job_run'));
  }

  /** Waits until every mail is in a final state. `downtimes`: from when to when no process ran. */
  static settled(dataFolder, sink, downtimes) {
    return withClient(dataFolder, async (client) => {
      const value = async (sql, parameters) => Object.values((await client.query(sql, parameters)).rows[0])[0];
      const open = "SELECT count(*)::int FROM mail WHERE finished_at IS NULL AND due_at < now() + interval '2 minutes'";
      await waitUntil('all mails in a final state', async () => (await value(open)) === 0, LAST_CLAIM_MS);
      const { rows: sent } = await client.query("SELECT '<' || id || '@jixiao>' AS id FROM mail WHERE state = 'sent'");
      const down = [downtimes.map(({ since }) => since), downtimes.map(({ until }) => until)];
      return {
        planned: await value('SELECT count(*)::int FROM mail'),
        sent: sent.length,
        lost: sent.filter(({ id }) => !sink.taken.has(id)).length,
        takenAgain: sink.count - sink.taken.size,
        claims: await value('SELECT count(*)::int FROM mail_claim'),
        longestReclaimSeconds: Math.round(await value(LONGEST_RECLAIM, down)),
      };
    });
  }
}
