import type { ClientBase } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { ENTITIES } from './entities.js';
import { preparingClient, StatementNames } from './prepared-statements.js';

const STATEMENT_LIMIT_MS = 60_000;

interface Manner {
  /** false: for migrations, which may wait for whoever holds a table, and take their time. */
  readonly limited?: boolean;
  /** Whether statements that come again are prepared: for what runs long. */
  readonly prepared?: boolean;
}

/** Connection settings shared by the service, the command line and the tests. */
export function dataSourceOptions(url: string, { limited = true, prepared = false }: Manner = {}): DataSourceOptions {
  // Not what somebody has set for the role or the database: tables would be sought, and made, elsewhere.
  const setPath = url.includes('search_path') ? '' : 'SET search_path = "$user", public; ';
  const setLimits = `${setPath}SET statement_timeout = ${limited ? STATEMENT_LIMIT_MS : 0}; SET lock_timeout = 0`;
  return {
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    applicationName: limited ? 'jixiao' : 'jixiao migrations',
    connectTimeoutMS: 5_000,
    // Not among the parameters that start a session: poolers (pgbouncer) refuse those that they do not know.
    extra: {
      max: 10,
      onConnect: (client: ClientBase) => client.query(setLimits),
      ...(prepared && { Client: preparingClient(new StatementNames()) }),
    },
  };
}

export function createDataSource(url: string, manner?: Manner): DataSource {
  return new DataSource(dataSourceOptions(url, manner));
}
