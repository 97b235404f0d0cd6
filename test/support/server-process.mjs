// A built Jixiao server as its users run it: a process of its own, on a folder and a port of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const START_LIMIT_MS = 60_000;
const POLL_MS = 20;
const { fetch } = globalThis;

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export class ServerProcess {
  /** What it said on standard error. */
  said = '';

  constructor(dataFolder, port) {
    if (!existsSync(MAIN)) throw new Error('dist/src/main.js is missing: run `npx nest build` first');
    this.address = `http://127.0.0.1:${port}`;
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: dataFolder,
      PORT: String(port),
      SAMPLE_YEAR: 'on',
      LOG_LEVEL: 'error',
    };
    this.child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    this.child.stderr.on('data', (chunk) => (this.said += chunk));
    this.exited = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve(code ?? signal)));
  }

  get lives() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async ready() {
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await this.answers())) {
      if (!this.lives) throw new Error(`the server ended at start: ${this.said}`);
      if (Date.now() > deadline) throw new Error(`the server was not ready in ${START_LIMIT_MS} ms: ${this.said}`);
      await pause(POLL_MS);
    }
    return this;
  }

  /** @returns status and body; null when the connection broke, so that nobody knows what became of it. */
  async request(method, route, body, headers = {}) {
    try {
      const content = body === undefined ? {} : { 'content-type': 'application/json' };
      const options = { method, headers: { ...content, ...headers }, body: body && JSON.stringify(body) };
      const answer = await fetch(`${this.address}/api/v1${route}`, options);
      return { status: answer.status, body: await answer.json() };
    } catch {
      return null;
    }
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  async stop() {
    this.child.kill('SIGTERM');
    return this.exited;
  }

  async answers() {
    try {
      return (await fetch(`${this.address}/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}
