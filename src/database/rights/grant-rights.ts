import type { DataSource, EntityManager } from 'typeorm';
import { quoted } from '../quoted.js';
import { neededRights } from './append-only.js';
import { type ServiceRights, serviceRights, type TableRights, tableRights } from './service-rights.js';

/**
 * Gives the role of the service what it needs on every table, and takes what is too much: as owner of the tables, after
 * every change of them. What somebody else gave it (a superuser, another role that it belongs to) stays.
 * An owner keeps what it has.
 * @returns how its rights are then
 */
export async function grantRights(dataSource: DataSource, role: string): Promise<ServiceRights> {
  const before = await serviceRights(dataSource.manager, role);
  if (before.isOwner || before.lacking.length + before.excess.length === 0) return before;
  await dataSource.transaction(async (manager) => {
    const tables = await tableRights(manager, role);
    await manager.query(tables.map((table) => rightsOn(table, quoted(role))).join(';'));
    for (const name of await sequences(manager)) {
      await manager.query(`GRANT USAGE, SELECT ON SEQUENCE ${quoted(name)} TO ${quoted(role)}`);
    }
  });
  return serviceRights(dataSource.manager, role);
}

function rightsOn(table: TableRights, role: string): string {
  const { rights, updatable } = neededRights(table);
  const columns = updatable.length > 0 ? [`UPDATE (${updatable.map(quoted).join(', ')})`] : [];
  const name = quoted(table.name);
  return `REVOKE ALL ON ${name} FROM ${role}; GRANT ${[...rights, ...columns].join(', ')} ON ${name} TO ${role}`;
}

async function sequences(manager: EntityManager): Promise<string[]> {
  const rows: { name: string }[] = await manager.query(
    'SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema()',
  );
  return rows.map(({ name }) => name);
}
