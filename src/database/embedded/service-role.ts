import pg from 'pg';
import { type DataFolder, SERVICE_ROLE } from './data-folder.js';

/**
 * Sees to it that the role of the service is there, with the password of the data folder and nothing that leads around its
 * rights: also on a cluster that an earlier version made, or one that was restored. Rights on tables come with the tables.
 */
export async function makeServiceRole(folder: DataFolder): Promise<void> {
  const client = new pg.Client({ connectionString: folder.addresses.ownerUrl, application_name: 'jixiao start' });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [SERVICE_ROLE]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${SERVICE_ROLE}`);
    // In quotes as they are: a password of the data folder is made of hexadecimal digits.
    await client.query(
      `ALTER ROLE ${SERVICE_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
         PASSWORD '${folder.servicePassword}';
       REVOKE CREATE ON SCHEMA public FROM PUBLIC`, // before version 15 everybody could
    );
  } finally {
    await client.end();
  }
}
