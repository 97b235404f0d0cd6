// A built Jixiao server as its users run it: a process of its own, on a folder and a port of its own.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const CLOCK_AT = new URL('clock-at.mjs', import.meta.url).href;
const START_LIMIT_MS = 600_000;
const POLL_MS = 20;
export const NEW_PASSWORD = 'three dry pears in May';
const { fetch } = globalThis;

/** @returns {Promise<number>} */
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
  /**
   * Of the session in which requests are sent.
   * @type {Record<string, string>}
   */
  credentials = {};

  /**
   * @param {string} dataFolder
   * @param {number} port
   * @param {Record<string, string>} settings environment variables beside the usual ones; CLOCK_AT: the server's time at
   *   its start
   */
  constructor(dataFolder, port, settings = {}) {
    if (!existsSync(MAIN)) throw new Error('dist/src/main.js is missing: run `npx nest build` first');
    this.address = `http://127.0.0.1:${port}`;
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: dataFolder,
      PORT: String(port),
      SAMPLE_YEAR: 'on',
      LOG_LEVEL: 'error',
      ...settings,
    };
    const preload = settings.CLOCK_AT ? ['--import', CLOCK_AT] : [];
    this.child = spawn(process.execPath, [...preload, MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'] });
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

  printedPassword(username) {
    const printed = new RegExp(`^ +${username} +(\\S+)`, 'm').exec(this.said)?.[1];
    if (!printed) throw new Error(`no password was printed for ${username}: ${this.said}`);
    return printed;
  }

  /** Signs in as somebody of the sample year, with the password that the first start printed, and changes it. */
  async signIn(username) {
    const printed = this.printedPassword(username);
    await this.begin(await this.send('POST', '/session', { username, password: printed }));
    await this.begin(await this.send('PUT', '/session/password', { current: printed, password: NEW_PASSWORD }));
  }

  /** Begins another session of somebody who has signed in before. */
  async signInAgain(username) {
    this.credentials = {};
    await this.begin(await this.send('POST', '/session', { username, password: NEW_PASSWORD }));
  }

  async begin(answer) {
    if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    const cookie = cookies.filter((one) => /jixiao=/.test(one)).at(-1);
    const { csrfToken } = await answer.json();
    this.credentials = { cookie, 'x-csrf-token': csrfToken };
  }

  /** The session that was begun with a former process on the same folder. */
  continuing({ credentials }) {
    this.credentials = credentials;
    return this;
  }

  /**
   * @param {string} method
   * @param {string} route
   * @param {unknown} [body]
   * @param {Record<string, string>} [headers]
   */
  send(method, route, body, headers = {}) {
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const options = {
      method,
      headers: { ...this.credentials, ...content, ...headers },
      body: body && JSON.stringify(body),
    };
    return fetch(`${this.address}/api/v1${route}`, options);
  }

  /** @returns status and body; null when the connection broke, so that nobody knows what became of it. */
  async request(method, route, body, headers = {}) {
    try {
      const answer = await this.send(method, route, body, headers);
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
