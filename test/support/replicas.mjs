import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { FaultDatabase } from './fault-database.mjs';

const SCRIPT = fileURLToPath(new URL('replica.mjs', import.meta.url));

/** Real processes on one database whose time the test sets. */
export class Replicas {
  orders = 0;

  /** @param skews minutes by which each one's own clock is wrong */
  static async start(skews, runMs = 0) {
    const replicas = new Replicas();
    replicas.database = await (await FaultDatabase.start()).migrate();
    await replicas.database.rows('CREATE TABLE simulated_clock (now timestamptz NOT NULL)');
    await replicas.database.rows('INSERT INTO simulated_clock VALUES (now())');
    await replicas.database.rows(
      'CREATE TABLE execution (id bigserial PRIMARY KEY, job text NOT NULL, started_at timestamptz, ended_at timestamptz)',
    );
    const { url } = replicas.database;
    replicas.children = skews.map((skew) => fork(SCRIPT, [url, String(skew), String(runMs)], { silent: true }));
    await Promise.all(replicas.children.map((child) => once(child, 'message')));
    return replicas;
  }

  async at(instant) {
    await this.database.rows('UPDATE simulated_clock SET now = $1', [instant]);
  }

  /** All at the same moment. */
  order(name, parameters = {}) {
    this.orders += 1;
    const id = this.orders;
    const done = (child) =>
      new Promise((resolve) => {
        const listen = (message) => {
          if (message !== id) return;
          child.off('message', listen);
          resolve();
        };
        child
          .setMaxListeners(0)
          .on('message', listen)
          .send({ id, name, ...parameters });
      });
    return Promise.all(this.children.map(done));
  }

  async stop() {
    for (const child of this.children) child.kill('SIGKILL');
    await this.database.stop();
  }
}
