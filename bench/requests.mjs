import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { built } from './installation.mjs';

const CONNECTIONS = 16;
const ROUND_MS = 4_000;
const MONTH = '2026-10';
const PORT = 3990;

const USER = `
  INSERT INTO app_user (id, username, display_name, role, created_at)
  VALUES ('00000009-0000-7000-8000-000000000001', 'bench', 'bench', 'performance-office', now())`;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const file = (name) => fileURLToPath(new URL(name, import.meta.url));
/** Of a process and its threads, in seconds. */
const cpuOf = ({ pid }) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

/** Requests over HTTP beside a server without a framework, on one database, one after the other in every round. */
export async function measureRequests({ app, client, folder, url }, rounds) {
  const { ApiTokensService } = await built('auth/credentials/api-tokens.service');
  const { RescoringService } = await built('scoring/stored/rescoring.service');
  const { User } = await built('auth/users/user.entity');
  const { DataSource } = await import('typeorm');
  await client.query(USER);
  const user = await app.get(DataSource).manager.findOneByOrFail(User, { username: 'bench' });
  const { token } = await app.get(ApiTokensService).create(user, { name: 'bench', scope: 'write' });
  await app.get(RescoringService).rescore(MONTH, new Date());
  await client.query("UPDATE progress_entry SET status = 'draft', value = 1 WHERE month = $1 AND value IS NOT NULL", [
    MONTH,
  ]);
  const written = await client.query(
    `SELECT indicator_id AS indicator, e.version, s.department_id AS department FROM progress_entry e JOIN indicator i ON i.id = e.indicator_id
     JOIN target_sheet s ON s.id = i.sheet_id WHERE month = $1 AND status = 'draft' ORDER BY indicator_id LIMIT ${CONNECTIONS}`,
    [MONTH],
  );
  const entries = written.rows;
  const servers = {
    bare: await started([file('./reference/bare-server.mjs'), url], {}),
    product: await started([file('../dist/src/main.js')], environment(folder, url)),
  };
  const authorization = `Bearer ${token}`;
  const kinds = {
    'write an entry': (base, entry) => async (number) => {
      const headers = { authorization, 'if-match': `"${entry.version}"`, 'content-type': 'application/json' };
      const path = `/api/v1/indicators/${entry.indicator}/progress/${MONTH}`;
      await asked(base, 'PUT', path, headers, JSON.stringify({ value: String(number % 1000) }));
      entry.version += 1;
    },
    'dashboard of a department':
      (base, { department }) =>
      () =>
        asked(base, 'GET', `/api/v1/scores/summary?asOf=${MONTH}&departmentId=${department}`, { authorization }),
  };
  for (const [what, kind] of Object.entries(kinds)) {
    const ratios = { rate: [], cpu: [], late: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const told = {};
      for (const [name, { process: child, base }] of Object.entries(servers))
        told[name] = await measured(
          child,
          entries.map((entry) => kind(base, entry)),
        );
      if (round === 0) continue; // warms up
      const { bare, product } = told;
      ratios.rate.push(product.rate / bare.rate);
      ratios.cpu.push(product.cpu / bare.cpu);
      ratios.late.push(product.late / bare.late);
      console.log(
        `${what}: bare ${bare.rate.toFixed(0)}/s, product ${product.rate.toFixed(0)}/s; CPU per request ` +
          `${(bare.cpu * 1e6).toFixed(0)}, ${(product.cpu * 1e6).toFixed(0)} µs; p99 ${bare.late.toFixed(1)}, ${product.late.toFixed(1)} ms`,
      );
    }
    const [rate, cpu, late] = [ratios.rate, ratios.cpu, ratios.late].map((list) => median(list).toFixed(2));
    console.log(`${what}: ${rate} × bare requests a second, ${cpu} × its CPU, ${late} × its p99`);
  }
  for (const { process: child } of Object.values(servers)) child.kill();
}

const environment = (folder, url) => ({
  ...{ DATABASE_URL: url, DATA_DIR: folder, PORT: String(PORT), ROLE: 'api', SAMPLE_YEAR: 'off', LOG_LEVEL: 'error' },
  ...{ READS_PER_MINUTE: '1000000', STATEMENTS: process.env.STATEMENTS ?? 'prepared' },
});

async function started(parameters, settings) {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (settings.PORT === undefined) {
    const { value: base } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
    return { process: child, base };
  }
  child.stdout.resume();
  const base = `http://127.0.0.1:${settings.PORT}`;
  while (
    !(await fetch(`${base}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ))
  )
    await pause(200);
  return { process: child, base };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const asked = (base, method, path, headers, content) =>
  new Promise((resolve, reject) => {
    const request = http.request(base + path, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () =>
        response.statusCode < 300 ? resolve() : reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`)),
      );
    });
    request.on('error', reject).end(content);
  });

/** Each of `callers` asks again as soon as it is answered. CPU in seconds a request, the 99th percentile in milliseconds. */
async function measured(child, callers) {
  const times = [];
  const [cpu, start] = [cpuOf(child), performance.now()];
  await Promise.all(
    callers.map(async (call) => {
      for (let number = 0; performance.now() - start < ROUND_MS; number += 1) {
        const begun = performance.now();
        await call(number);
        times.push(performance.now() - begun);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return {
    rate: times.length / seconds,
    cpu: (cpuOf(child) - cpu) / times.length,
    late: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)],
  };
}
