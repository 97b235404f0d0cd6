import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import type { DumpedTable, Manifest } from './backup-manifest.js';
import { quoted } from '../database/quoted.js';
import { EXACT_TEXT, tablesOf } from './database-dump.js';
import { databaseNotEmpty } from './errors.js';

const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`;

const SET_SEQUENCE = 'SELECT setval(own, $2) FROM to_regclass($1) own WHERE own IS NOT NULL';

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Fills an empty database, in one transaction of the runner: should anything fail it is as empty as before. */
export class DatabaseLoad {
  private keys: ForeignKey[] = [];

  constructor(private readonly runner: QueryRunner) {}

  /** @throws DomainError `database-not-empty` */
  async checkIsEmpty(): Promise<void> {
    const tables = await tablesOf(this.runner);
    if (tables.length > 0) throw databaseNotEmpty(tables.slice(0, 5).map(({ name }) => name));
  }

  /**
   * Makes the tables as the data source's migrations have them. Triggers sleep and foreign keys are away while rows come in
   * whatever order, as an owner of tables may have it; `session_replication_role` is for superusers alone.
   * @returns the names of the tables
   */
  async begin(): Promise<ReadonlySet<string>> {
    await this.runner.query(EXACT_TEXT);
    const migrations = new MigrationExecutor(this.runner.dataSource, this.runner);
    migrations.transaction = 'none'; // they are part of this one
    await migrations.executePendingMigrations();
    this.keys = await this.runner.manager.query(FOREIGN_KEYS);
    for (const { table, name } of this.keys) await this.runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    const tables = await tablesOf(this.runner);
    for (const { name } of tables) {
      await this.runner.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
      if (name !== 'migrations') await this.runner.query(`DELETE FROM ${quoted(name)}`); // what migrations put there
    }
    return new Set(tables.map(({ name }) => name));
  }

  /** @returns how many rows came in */
  async fill({ name, columns }: DumpedTable, content: AsyncIterable<Uint8Array>): Promise<number> {
    const client = (await this.runner.connect()) as pg.PoolClient;
    const copy = client.query(copyFrom(`COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) FROM STDIN`));
    await pipeline(Readable.from(content, { objectMode: false }), createGunzip(), copy);
    return copy.rowCount;
  }

  async end({ sequences }: Manifest): Promise<void> {
    for (const { name, last } of sequences) {
      if (last !== null) await this.runner.query(SET_SEQUENCE, [quoted(name), last]);
    }
    for (const { name } of await tablesOf(this.runner)) {
      await this.runner.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    }
    for (const { table, name, definition } of this.keys) {
      await this.runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    }
    // Jobs that were under way then are not under way now: the ticks take up what is due.
    await this.runner.query(
      `UPDATE job_run SET state = 'failed', error = E'从备份恢复\\nrestored from a backup', finished_at = started_at
       WHERE state = 'running'`,
    );
  }
}
