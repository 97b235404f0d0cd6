// A PostgreSQL server of the test's own, with fsync on as in production, and databases on it.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);

export class FaultDatabase {
  static async start() {
    const { startEmbeddedPostgres } = await built('database/embedded/embedded-postgres.js');
    const database = new FaultDatabase();
    database.folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-fault-'));
    database.server = await startEmbeddedPostgres({ dataFolder: database.folder });
    database.url = database.server.ownerUrl;
    database.pool = new pg.Pool({ connectionString: database.url, max: 4 });
    database.pool.on('error', () => {}); // connections that a fault cuts
    return database;
  }

  /** @param name of a database on the server, by default the one that everybody uses */
  async migrate(name = 'postgres') {
    const { createDataSource } = await built('app/database/data-source.js');
    const { migrate } = await built('database/migrate.js');
    const dataSource = await createDataSource(this.urlOf(name)).initialize();
    await migrate(dataSource, 'jixiao');
    await dataSource.destroy();
    return this;
  }

  urlOf(name) {
    return this.url.replace('/postgres?', `/${name}?`);
  }

  /** Connections to another database on the same server. */
  beside(name) {
    return new pg.Pool({ connectionString: this.urlOf(name), max: 1 });
  }

  /** As an administrator would: everybody is thrown out, and it is there again on the same socket. */
  async restart() {
    await this.server.stop();
    const { startEmbeddedPostgres } = await built('database/embedded/embedded-postgres.js');
    this.server = await startEmbeddedPostgres({ dataFolder: this.folder });
  }

  async rows(sql, values = []) {
    return (await this.pool.query(sql, values)).rows;
  }

  async value(sql, values = []) {
    const [row] = await this.rows(sql, values);
    return row && Object.values(row)[0];
  }

  async stop() {
    await this.pool.end();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
