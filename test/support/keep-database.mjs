// Keeps the whole content of an embedded database, for test/integration/upgrades.spec.ts and earlier-reports.document-spec.ts:
//   node test/support/keep-database.mjs DATA_DIR test/fixtures/earlier-databases/DATE.json.gz
// Only of the sample year: what is kept is committed. The service must not run on it.
import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';

/** Nobody's business later: who was signed in, and how often who asked. */
const LEFT_OUT = ['user_session', 'rate_limit', 'idempotency_key', 'signing_key', 'sign_in_failure', 'known_browser'];

const [dataFolder, file] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataFolder });
const client = new pg.Client(server.ownerUrl);
await client.connect();
const names = await client.query(
  `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
);
const tables = {};
for (const { name } of names.rows) {
  if (LEFT_OUT.includes(name)) continue;
  const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM ${name} AS t`);
  if (rows.length > 0) tables[name] = rows.map(({ row }) => row);
}
await client.end();
await server.stop();
const { migrations, ...content } = tables;
const applied = migrations.map((row) => JSON.parse(row).name);
// As text: numbers of any length stay what they are.
const text = `{"migrations":${JSON.stringify(applied)},"tables":{${Object.entries(content)
  .map(([name, rows]) => `${JSON.stringify(name)}:[${rows.join()}]`)
  .join()}}}`;
writeFileSync(file, gzipSync(Buffer.from(text), { level: 9 }));
console.log(`${file}: ${Object.keys(content).length} tables, ${applied.length} migrations`);
