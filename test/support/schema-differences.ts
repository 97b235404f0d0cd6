import type { DataSource } from 'typeorm';

/**
 * SQL that would make of the tables what the entities say; none where they agree. TypeORM asks a hundred things at once of one
 * connection, which pg warns of and version 9 refuses: here they are asked one after another.
 */
export async function schemaDifferences(dataSource: DataSource): Promise<string[]> {
  const make = dataSource.createQueryRunner.bind(dataSource);
  dataSource.createQueryRunner = (mode) => {
    const runner = make(mode);
    const ask = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
    let last: Promise<unknown> = Promise.resolve();
    runner.query = ((...asked: unknown[]) => {
      const answer = last.then(() => ask(...asked));
      last = answer.catch(() => undefined);
      return answer;
    }) as typeof runner.query;
    return runner;
  };
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    dataSource.createQueryRunner = make;
  }
}
