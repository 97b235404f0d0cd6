import type { DataSource, EntityManager } from 'typeorm';
import { MIGRATIONS_TABLE, neededRights } from './append-only.js';

/** How the rights of a role compare with what the service needs; each difference as a right and what it is on. */
export interface ServiceRights {
  readonly role: string;
  /** Owns the tables, or may do what their owner may. */
  readonly isOwner: boolean;
  readonly lacking: readonly string[];
  readonly excess: readonly string[];
}

const TABLES = `
SELECT c.relname AS name, c.relkind = 'v' AS "isView", pg_has_role($1::name, c.relowner, 'USAGE') AS "isOwned",
       ARRAY(SELECT r FROM unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS r
              WHERE has_table_privilege($1::name, c.oid, r)) AS rights,
       ARRAY(SELECT a.attname::text FROM pg_attribute AS a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND has_column_privilege($1::name, c.oid, a.attnum, 'UPDATE') ORDER BY a.attname) AS updatable
  FROM pg_class AS c
 WHERE c.relnamespace = current_schema()::regnamespace
   AND (c.relkind IN ('r', 'p') AND c.relname = ANY ($2)
        OR c.relkind = 'v' AND c.relowner = (SELECT relowner FROM pg_class WHERE oid = to_regclass('${MIGRATIONS_TABLE}')))
 ORDER BY c.relname`;

/** Sequences are read by backups; the rest would lead around the rights on tables. */
const AROUND = `
SELECT ARRAY(SELECT 'SELECT ' || sequencename FROM pg_sequences WHERE schemaname = current_schema()
                AND NOT has_sequence_privilege($1::name, format('%I.%I', schemaname, sequencename), 'SELECT')) AS lacking,
       array_remove(ARRAY[
         CASE WHEN has_schema_privilege($1::name, current_schema(), 'CREATE') THEN 'CREATE ON SCHEMA ' || current_schema() END,
         CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
         CASE WHEN rolreplication THEN 'REPLICATION' END,
         CASE WHEN pg_has_role($1::name, 'pg_write_server_files', 'MEMBER') THEN 'pg_write_server_files' END,
         CASE WHEN pg_has_role($1::name, 'pg_execute_server_program', 'MEMBER') THEN 'pg_execute_server_program' END
       ], NULL) AS excess
  FROM pg_roles WHERE rolname = $1::name`;

/** Of a table, or of a view that was made with them. */
export interface TableRights {
  readonly name: string;
  readonly isView: boolean;
  readonly isOwned: boolean;
  readonly rights: readonly string[];
  readonly updatable: readonly string[];
}

export const tablesOfService = ({ entityMetadatas }: DataSource): string[] => [
  ...entityMetadatas.map(({ tableName }) => tableName),
  MIGRATIONS_TABLE,
];

/** What the role may do on each table and view of ours. */
export const tableRights = (manager: EntityManager, role: string): Promise<TableRights[]> =>
  manager.query(TABLES, [role, tablesOfService(manager.dataSource)]);

/** @param role by default who asks */
export async function serviceRights(manager: EntityManager, role?: string): Promise<ServiceRights> {
  const [asking]: [{ name: string }] = await manager.query('SELECT current_user AS name');
  const name = role ?? asking.name;
  const wanted = tablesOfService(manager.dataSource);
  const found = await tableRights(manager, name);
  const [around]: [{ lacking: string[]; excess: string[] }] = await manager.query(AROUND, [name]);
  const lacking = found.flatMap(lackingOf);
  const missing = wanted.filter((table) => !found.some((one) => one.name === table));
  return {
    role: name,
    isOwner: found.some(({ isOwned }) => isOwned),
    lacking: [...missing.map((table) => `SELECT ${table}`), ...lacking, ...around.lacking],
    excess: [...found.flatMap(excessOf), ...around.excess],
  };
}

function lackingOf(table: TableRights): string[] {
  const { name, rights, updatable } = table;
  const needed = neededRights(table);
  return [
    ...needed.rights.filter((right) => !rights.includes(right)).map((right) => `${right} ${name}`),
    ...needed.updatable.filter((column) => !updatable.includes(column)).map((column) => `UPDATE ${name} (${column})`),
  ];
}

function excessOf(table: TableRights): string[] {
  const { name, rights, updatable } = table;
  const needed = neededRights(table);
  const whole = rights.filter((right) => !needed.rights.some((one) => one === right));
  const mayUpdate = needed.rights.includes('UPDATE') || whole.includes('UPDATE');
  const columns = mayUpdate ? [] : updatable.filter((column) => !needed.updatable.includes(column));
  return [...whole.map((right) => `${right} ${name}`), ...columns.map((column) => `UPDATE ${name} (${column})`)];
}
