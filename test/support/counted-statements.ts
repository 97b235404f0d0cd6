import pg from 'pg';

const TIMES = 3;

/** How many statements some work sends to the database: the fewest of three times, since other work may go on beside it. */
export async function countedStatements(work: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const query = jest.spyOn(pg.Client.prototype, 'query');
    try {
      await work();
      counts.push(query.mock.calls.length);
    } finally {
      query.mockRestore();
    }
  }
  return Math.min(...counts);
}
