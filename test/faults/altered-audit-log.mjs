// An audit line that was altered in the database itself: `jixiao verify` names it and ends with 1. The line is one that
// `jixiao user add` wrote, beside a running server in which the new person then signs in.
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { findRunningEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { jixiao } from '../support/jixiao.mjs';
import { withServer } from './with-server.mjs';

const NAME = 'wang.xin';

async function adding(server, folder) {
  const add = (...options) => jixiao({ DATA_DIR: folder }, 'user', 'add', NAME, ...options);
  const refused = [await add('--role', 'king'), await add('--role', 'reporter'), await add('--role')];
  const added = await add('--role', 'auditor', '--name', '王新');
  const again = await add('--role', 'auditor');
  const before = server.credentials;
  const begun = await server.request('POST', '/session', { username: NAME, password: added.printed });
  server.credentials = before;
  const codes = [...refused, added, again].map(({ code }) => code);
  const mustChange = begun?.body.mustChangePassword;
  console.log(
    `jixiao user add: an unknown role, no department, no role, right, the same again: exit codes ${codes.join(' ')}; ` +
      `signs in: ${begun?.status}, must change the password: ${mustChange}`,
  );
  return codes.join(' ') === '2 1 2 0 1' && begun?.status === 200 && mustChange === true;
}

async function altering(folder, database) {
  const [{ position }] = (
    await database.query(
      `SELECT position FROM audit_event WHERE action = 'app_user.created' AND after->>'username' = $1`,
      [NAME],
    )
  ).rows;
  const whole = await jixiao({ DATA_DIR: folder }, 'verify');
  await database.query('ALTER TABLE audit_event DISABLE TRIGGER ALL');
  await database.query(`UPDATE audit_event SET actor = 'somebody else' WHERE position = $1`, [position]);
  await database.query('ALTER TABLE audit_event ENABLE TRIGGER ALL');
  const altered = await jixiao({ DATA_DIR: folder }, 'verify');
  const isNamed = altered.said.includes(`Line ${position} of the audit log was altered`);
  console.log(
    `jixiao verify: ${whole.code} before; line ${position} altered: ${altered.code}, ${isNamed ? 'named' : altered.said}`,
  );
  return whole.code === 0 && altered.code === 1 && isNamed;
}

export const alteredAuditLog = () =>
  withServer('jixiao-audit-', async (server, folder) => {
    const database = new pg.Client(findRunningEmbeddedPostgres(folder).ownerUrl);
    await database.connect();
    try {
      return (await adding(server, folder)) && (await altering(folder, database));
    } finally {
      await database.end();
    }
  });

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await alteredAuditLog()) ? 0 : 1;
