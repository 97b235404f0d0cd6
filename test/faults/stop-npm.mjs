// SIGTERM to `npm start`, as systemd and Docker send it: npm, the service and its PostgreSQL all end.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { processState } from '../../dist/src/database/embedded/process-state.js';
import { freePort } from '../support/server-process.mjs';
import { waitUntil } from '../support/wait-until.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const START_LIMIT_MS = 180_000;
const { fetch } = globalThis;

export async function stopNpm() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-npm-'));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
  };
  // What is built is not built again, though somebody may have touched a source.
  const npm = spawn('npm', ['start', '--silent', '--ignore-scripts'], { cwd: PROJECT, env, stdio: 'ignore' });
  const ended = new Promise((resolve) => npm.once('exit', (code, signal) => resolve(code ?? signal)));
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  await waitUntil('ready', isReady, START_LIMIT_MS);
  const [service, server] = ['owner.pid', 'pg/postmaster.pid'].map((file) => firstNumber(path.join(folder, file)));
  npm.kill('SIGTERM');
  const code = await ended;
  const left = [service, server].filter((pid) => processState(pid) === 'running');
  const released = !existsSync(path.join(folder, 'owner.pid'));
  console.log(`SIGTERM to npm start: ended with ${code}, left running: ${left.length}, folder released: ${released}`);
  rmSync(folder, { recursive: true, force: true });
  return code === 0 && left.length === 0 && released;
}

const firstNumber = (file) => Number(readFileSync(file, 'utf8').split('\n')[0]);
