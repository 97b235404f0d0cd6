// Debian's Prometheus scrapes a running server: the rules are valid, and every query of the alerts and of the dashboard is
// answered; those of the dashboard with something to draw.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { findRunningEmbeddedPostgres } from '../../dist/src/database/embedded/embedded-postgres.js';
import { jixiao } from '../support/jixiao.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';
import { waitUntil } from '../support/wait-until.mjs';
import { SOMEBODY } from './with-server.mjs';

const { fetch } = globalThis;
const RULES = fileURLToPath(new URL('../../docs/operations/prometheus/alerts.yml', import.meta.url));
const DASHBOARD = new URL('../../docs/operations/prometheus/grafana-dashboard.json', import.meta.url);

const drawn = () =>
  JSON.parse(readFileSync(DASHBOARD, 'utf8')).panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
const alerting = () => [...readFileSync(RULES, 'utf8').matchAll(/^ +expr: (.+)$/gm)].map(([, expr]) => expr);

/** So that there is one to draw. */
async function plantTrouble(folder) {
  const database = new pg.Client(findRunningEmbeddedPostgres(folder).ownerUrl);
  await database.connect();
  await database.query(
    `INSERT INTO job_run (job, slot, state, started_at, alive_until, finished_at)
     VALUES ('planted', '2026-11-09T09:00', 'failed', now(), now(), now())`,
  );
  await database.end();
}

export async function prometheusQueries() {
  if (spawnSync('prometheus', ['--version']).status !== 0) {
    console.log('metrics: not tried, since Prometheus is not installed');
    return !process.env.CI; // .ci/run installs it
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-metrics-'));
  const [port, metricsPort, prometheusPort] = [await freePort(), await freePort(), await freePort()];
  const data = path.join(folder, 'data');
  const backups = path.join(folder, 'backups');
  const server = new ServerProcess(data, port, { METRICS_PORT: String(metricsPort), BACKUP_DIR: backups });
  let prometheus;
  try {
    execFileSync('promtool', ['check', 'rules', RULES]);
    const scrape = { job_name: 'jixiao', static_configs: [{ targets: [`127.0.0.1:${metricsPort}`] }] };
    const settings = path.join(folder, 'prometheus.yml');
    // JSON is YAML, too.
    writeFileSync(
      settings,
      JSON.stringify({ global: { scrape_interval: '1s' }, rule_files: [RULES], scrape_configs: [scrape] }),
    );
    await server.ready();
    await server.signIn(SOMEBODY);
    await jixiao({ DATA_DIR: data, BACKUP_DIR: backups }, 'run-job', 'backup');
    await plantTrouble(data);
    prometheus = spawn(
      'prometheus',
      [
        `--config.file=${settings}`,
        `--storage.tsdb.path=${folder}/tsdb`,
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
      ],
      { stdio: 'ignore' },
    );
    const ask = async (query) => {
      const address = `http://127.0.0.1:${prometheusPort}/api/v1/query?query=${encodeURIComponent(query)}`;
      const answer = await fetch(address).then(
        (response) => response.json(),
        () => ({ status: 'none' }),
      );
      return { works: answer.status === 'success', found: answer.data?.result.length ?? 0 };
    };
    const scraped = async () => {
      await server.request('GET', '/departments');
      return (await ask('rate(jixiao_http_request_seconds_count[1m])')).found > 0;
    };
    await waitUntil('two scrapes', scraped, 60_000);
    const wrong = [];
    for (const query of drawn()) if ((await ask(query)).found === 0) wrong.push(query);
    for (const query of alerting()) if (!(await ask(query)).works) wrong.push(query);
    for (const query of wrong) console.log(`no answer: ${query}`);
    const count = drawn().length + alerting().length;
    console.log(`metrics: ${count - wrong.length} of ${count} queries answered by Prometheus`);
    return wrong.length === 0;
  } finally {
    prometheus?.kill();
    if (server.lives) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
