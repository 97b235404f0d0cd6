// A database on a server as docs/operations/database.md has it: an owner for migrations, and a role for the service, made with
// exactly the statements that stand there.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';

const DOCUMENT = new URL('../../docs/operations/database.md', import.meta.url);

/**
 * @param {string} superuserUrl of the server's database `postgres`
 * @returns {Promise<{ url: string, ownerUrl: string, superuserUrl: string, drop: () => Promise<void> }>} the database as the
 *   service, as the owner and as the superuser sees it
 */
export async function twoRoles(superuserUrl) {
  const name = `two_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const [, block = ''] = /```sql\n(.*?)```/s.exec(readFileSync(DOCUMENT, 'utf8')) ?? [];
  const [onServer = '', inDatabase = ''] = block.replace(/\bjixiao(?=\b|_)/g, name).split(/\\connect .*\n/);
  const urlOf = (role, password) =>
    superuserUrl.replace(/\/\/[^@]*@/, `//${role}:${password}@`).replace('/postgres?', `/${name}?`);
  const there = superuserUrl.replace('/postgres?', `/${name}?`);
  await run(superuserUrl, onServer);
  await run(there, inDatabase);
  return {
    url: urlOf(`${name}_service`, 'SERVICE-PASSWORD'),
    ownerUrl: urlOf(`${name}_owner`, 'OWNER-PASSWORD'),
    superuserUrl: there,
    drop: () => run(superuserUrl, `DROP DATABASE ${name}; DROP ROLE ${name}_service; DROP ROLE ${name}_owner`),
  };
}

/** One statement after the other: a database is made outside of transactions. */
async function run(url, statements) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements.split(';')) if (statement.trim()) await client.query(statement);
  } finally {
    await client.end();
  }
}
