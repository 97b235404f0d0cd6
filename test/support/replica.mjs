// One of several processes on one database, told by its parent when to ask what is due. The shared time is in a table that
// the test moves; the replica's own clock is wrong by so many minutes.
import pg from 'pg';
import { Application } from './application.mjs';

const [url, skewMinutes, runMs] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 2 });
const sharedTime = async () => (await pool.query('SELECT now FROM simulated_clock')).rows[0].now;
const application = await Application.start(url);
application.askingTime(sharedTime).runningWrong(Number(skewMinutes) * 60_000);
application.watchingRuns(async (job, work) => {
  const { rows } = await pool.query(
    'INSERT INTO execution (job, started_at) VALUES ($1, clock_timestamp()) RETURNING id',
    [job],
  );
  await new Promise((resolve) => setTimeout(resolve, Number(runMs)));
  const result = await work();
  await pool.query('UPDATE execution SET ended_at = clock_timestamp() WHERE id = $1', [rows[0].id]);
  return result;
});

const ORDERS = {
  tick: () => application.jobs.runDue(),
  run: ({ at }) => application.jobs.run('reminder-digest', new Date(at)),
};

process.on('message', async (order) => {
  await ORDERS[order.name](order);
  process.send(order.id);
});
process.send('ready');
