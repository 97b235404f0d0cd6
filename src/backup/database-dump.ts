import { createGzip } from 'node:zlib';
import { pipeline, type Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import type { ArchiveWriter } from './archive-writer.js';
import { type DumpedSequence, type DumpedTable, tableMember } from './backup-manifest.js';
import { quoted } from '../database/quoted.js';
import { MIGRATIONS_TABLE } from '../database/rights/append-only.js';
import { databaseForeign, tablesUnreadable } from './errors.js';

/** The oldest of our own: what tells our database from others that TypeORM looks after. */
const FIRST_MIGRATION = 'CreateSchema1763942400000';
/** Whoever has signed out since should not be signed in again. */
const WITHOUT_ROWS = ['user_session'];

const TABLES = `
  SELECT c.relname AS name,
         array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns,
         has_table_privilege(c.oid, 'SELECT') AS "isReadable"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  GROUP BY c.relname, c.oid ORDER BY c.relname`;

export interface Table {
  readonly name: string;
  /** Without those that PostgreSQL computes. */
  readonly columns: readonly string[];
  /** Somebody else's table may not be. */
  readonly isReadable: boolean;
}

/** The tables of a database, by name. */
export const tablesOf = (runner: QueryRunner): Promise<Table[]> => runner.manager.query(TABLES);

/** Text that every version of PostgreSQL reads back to the same values. */
export const EXACT_TEXT = `
  SET LOCAL DateStyle = ISO; SET LOCAL IntervalStyle = postgres; SET LOCAL TimeZone = 'UTC';
  SET LOCAL extra_float_digits = 3; SET LOCAL client_encoding = 'UTF8'; SET LOCAL bytea_output = 'hex';
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

/**
 * What the migrations have made of the database of this transaction, oldest first.
 * @throws DomainError `database-foreign` where it is not one of Jixiao's
 */
export async function appliedMigrations(runner: QueryRunner): Promise<string[]> {
  const tables = (await tablesOf(runner)).map(({ name }) => name);
  const rows: { name: string }[] = tables.includes(MIGRATIONS_TABLE)
    ? await runner.manager.query(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY timestamp, id`)
    : [];
  if (!rows.some(({ name }) => name === FIRST_MIGRATION)) throw databaseForeign(tables.slice(0, 5));
  return rows.map(({ name }) => name);
}

/** Every row of every table, as the transaction of the runner sees them. @throws DomainError `tables-unreadable` */
export async function dumpTables(runner: QueryRunner, archive: ArchiveWriter): Promise<DumpedTable[]> {
  const client = (await runner.connect()) as pg.PoolClient;
  const dumped: DumpedTable[] = [];
  const tables = await tablesOf(runner);
  const own = new Set(runner.dataSource.entityMetadatas.map(({ tableName }) => tableName));
  const unreadable = tables.filter(({ name, isReadable }) => !isReadable && own.has(name)).map(({ name }) => name);
  if (unreadable.length > 0) throw tablesUnreadable(unreadable);
  for (const { name, columns, isReadable } of tables) {
    if (!isReadable || name === MIGRATIONS_TABLE || WITHOUT_ROWS.includes(name)) continue;
    const copy = client.query(copyTo(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`));
    const measured = await archive.add(tableMember(name), compressed(copy));
    dumped.push({ name, columns, rows: copy.rowCount, ...measured });
  }
  return dumped;
}

/** What fails on the way fails for whoever reads. */
const compressed = (source: Readable): Readable => pipeline(source, createGzip(), () => undefined);

export async function dumpSequences(runner: QueryRunner): Promise<DumpedSequence[]> {
  return (await runner.query(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = current_schema() ORDER BY sequencename`,
  )) as DumpedSequence[];
}
