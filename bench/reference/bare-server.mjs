// What a server without a framework does for the same requests: who asks, what they may, the row and its line of history, in
// prepared statements. Address and port of its database come as arguments; it prints the port it listens on.
import { createHash, randomUUID } from 'node:crypto';
import process from 'node:process';
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const server = fastify();

const WHO = {
  name: 'who',
  text: `SELECT u.id, u.username, u.role FROM api_token t JOIN app_user u ON u.id = t.user_id
         WHERE t.token_hash = $1 AND t.expires_at > now() AND NOT u.disabled`,
};
const GATE = {
  name: 'gate',
  text: `SELECT i.*, s.department_id, s.fiscal_year FROM indicator i JOIN target_sheet s ON s.id = i.sheet_id WHERE i.id = $1`,
};
const SAVE = {
  name: 'save',
  text: `WITH saved AS (
           UPDATE progress_entry SET value = $3, version = version + 1, updated_at = now()
           WHERE indicator_id = $1 AND month = $2 AND version = $4 RETURNING *
         ), told AS (
           INSERT INTO progress_change (id, entry_id, version, action, actor, entry, changed_at)
           SELECT $5, id, version, 'saved', $6, to_jsonb(saved), now() FROM saved
         ) SELECT id, indicator_id, month, value, status, version, updated_at FROM saved`,
};
const DASHBOARD = {
  name: 'dashboard',
  text: `SELECT s.id, s.project, sc.raw, sc.max, sc.normalised, sc.rating, sc.missing, sc.light, sc.indicators
         FROM target_sheet s JOIN sheet_score sc ON sc.sheet_id = s.id AND sc.as_of = $2 WHERE s.department_id = $1`,
};

async function caller(request, reply) {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const { rows } = await pool.query({ ...WHO, values: [createHash('sha256').update(token).digest('hex')] });
  [request.caller] = rows;
  if (!request.caller) await reply.code(401).send();
}

const body = {
  type: 'object',
  required: ['value'],
  additionalProperties: false,
  properties: { value: { type: 'string', pattern: String.raw`^\d{1,12}(\.\d{1,6})?$` } },
};
server.put(
  '/api/v1/indicators/:id/progress/:month',
  { schema: { body }, preHandler: caller },
  async ({ params: { id, month }, headers, body: { value }, caller: { username } }, reply) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({ ...GATE, values: [id] });
      const version = Number(headers['if-match'].replaceAll('"', ''));
      const { rows } = await client.query({ ...SAVE, values: [id, month, value, version, randomUUID(), username] });
      await client.query('COMMIT');
      return rows[0] ?? reply.code(412).send();
    } finally {
      client.release();
    }
  },
);
server.get('/api/v1/scores/summary', { preHandler: caller }, async ({ query: { departmentId, asOf } }) => {
  const { rows } = await pool.query({ ...DASHBOARD, values: [departmentId, asOf] });
  return rows;
});
console.log(await server.listen({ port: 0, host: '127.0.0.1' }));
