// Tests 3, 5 and 6: several processes, one run per slot, none beside another, whatever the clocks of the machines say.
import { readdirSync } from 'node:fs';
import { Replicas } from '../support/replicas.mjs';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2026-01-01T04:00:00Z'); // noon in Asia/Shanghai: all jobs of the day are due
/** One file each; they all run once a day. */
const JOBS = readdirSync(new URL('../../src/jobs', import.meta.url)).filter((file) => file.endsWith('.job.ts')).length;

const perSlot = `SELECT count(*)::int AS executions, count(DISTINCT job)::int AS jobs,
  (SELECT count(*)::int FROM job_run WHERE state = 'done') AS slots FROM execution`;

/** Test 3. */
export async function sameTicks(slots) {
  const replicas = await Replicas.start([0, 0, 0]);
  try {
    for (let day = 0; day < slots / JOBS; day += 1) {
      await replicas.at(new Date(FIRST + day * DAY_MS));
      await replicas.order('tick');
    }
    const [{ executions, slots: done }] = await replicas.database.rows(perSlot);
    console.log(`3 replicas, slots: ${done}, runs: ${executions}, duplicates: ${executions - done}`);
    return done === Math.ceil(slots / JOBS) * JOBS && executions === done;
  } finally {
    await replicas.stop();
  }
}

/** Test 5: a run of 300 ms, and slots that come faster. */
export async function longRuns(slots) {
  const replicas = await Replicas.start([0, 0, 0], 300);
  try {
    const orders = [];
    for (let slot = 0; slot < slots; slot += 1) {
      orders.push(replicas.order('run', { at: new Date(FIRST + slot * 60_000).toISOString() }));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await Promise.all(orders);
    const overlaps = await replicas.database.value(
      'SELECT count(*)::int FROM execution a JOIN execution b ON a.id < b.id AND b.started_at < a.ended_at AND a.started_at < b.ended_at',
    );
    const states = await replicas.database.rows(
      'SELECT state, count(*)::int FROM job_run GROUP BY state ORDER BY state',
    );
    const count = Object.fromEntries(states.map((row) => [row.state, row.count]));
    console.log(`slots: ${slots}, run: ${count.done}, skipped: ${count.skipped}, overlaps: ${overlaps}`);
    return overlaps === 0 && count.skipped > 0 && count.done + count.skipped === slots;
  } finally {
    await replicas.stop();
  }
}

/** Test 6: clocks of the machines minutes, hours and a day apart; the database's own is set back and forth as well. */
export async function wrongClocks(days) {
  const replicas = await Replicas.start([-5, 5, 60, -60, 1440, -1440]);
  const jumps = [0, -60, 60, -1440, 1440];
  try {
    for (let day = 0; day < days; day += 1) {
      for (const hour of [-12, -3, 0, 3]) {
        const jump = hour === 3 ? jumps[day % jumps.length] : 0;
        await replicas.at(new Date(FIRST + day * DAY_MS + hour * 3_600_000 + jump * 60_000));
        await replicas.order('tick');
      }
    }
    const [{ executions }] = await replicas.database.rows(perSlot);
    const dates = await replicas.database.rows(
      "SELECT job, count(*)::int AS runs FROM job_run WHERE left(slot, 10) BETWEEN '2026-01-01' AND $1 AND state = 'done' GROUP BY job",
      [new Date(FIRST + (days - 1) * DAY_MS).toISOString().slice(0, 10)],
    );
    const total = await replicas.database.value("SELECT count(*)::int FROM job_run WHERE state = 'done'");
    const missed = JOBS * days - dates.reduce((sum, { runs }) => sum + runs, 0);
    console.log(`6 replicas up to a day apart, days: ${days}, missed: ${missed}, twice: ${executions - total}`);
    return missed === 0 && executions === total;
  } finally {
    await replicas.stop();
  }
}
