// SIGTERM while many are at work: whoever was heard gets a whole answer, and what was acknowledged is there afterwards.
import { Buffer } from 'node:buffer';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ServerProcess } from '../support/server-process.mjs';
import { commitment, withServer } from './with-server.mjs';

const { performance } = globalThis;
const CLIENTS = 20;
const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const BUSY_MS = 1500;
const DRAIN_LIMIT_S = 30;

/** As a browser does: one connection that is kept open, one request after the other. */
class Client {
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  told = { done: 0, broken: [] };
  version = 0;
  value = null;

  constructor(server, indicatorId, month) {
    this.server = server;
    this.route = `/indicators/${indicatorId}/progress/${month}`;
  }

  /** Writes and reads in turn until nobody listens any more. */
  async work() {
    for (let turn = 0; ; turn += 1) {
      const value = String(turn);
      const seen = this.version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${this.version}"` };
      const answer =
        turn % 2 === 0
          ? await this.send('PUT', this.route, { value }, seen)
          : await this.send('GET', '/scores?asOf=2026-10');
      if (answer === 'nobody') return this.agent.destroy();
      if (answer.broken) this.told.broken.push(answer.broken);
      else if (answer.status === 200) {
        this.told.done += 1;
        if (turn % 2 === 0) [this.version, this.value] = [answer.body.version, value];
      } else this.told.broken.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }

  send(method, route, body, headers = {}) {
    const { agent } = this;
    const content = body && Buffer.from(JSON.stringify(body));
    const more = content && { 'content-type': 'application/json', 'content-length': content.length };
    return new Promise((resolve) => {
      const options = { agent, method, headers: { ...this.server.credentials, ...more, ...headers } };
      const sent = request(`${this.server.address}/api/v1${route}`, options, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode, body: JSON.parse(Buffer.concat(parts)) }));
        answer.on('error', (error) => resolve({ broken: `${method} answer: ${error.code}` }));
      });
      sent.on('error', (error) =>
        resolve(error.code === 'ECONNREFUSED' ? 'nobody' : { broken: `${method}: ${error.code ?? error.message}` }),
      );
      sent.end(content);
    });
  }

  async isKept(server) {
    if (this.value === null) return true;
    const { body } = await server.request('GET', this.route);
    return body.value === this.value && body.version === this.version;
  }
}

async function secondsToStop(server) {
  const started = performance.now();
  const ended = await server.stop();
  if (ended !== 0) throw new Error(`the server ended with ${ended}: ${server.said}`);
  return (performance.now() - started) / 1000;
}

async function stopping(server, folder) {
  const indicators = await Promise.all([1, 2, 3, 4].map((number) => commitment(server, `停机 ${number}`)));
  const places = indicators.flatMap((id) => MONTHS.map((month) => [id, month])).slice(0, CLIENTS);
  const clients = places.map(([id, month]) => new Client(server, id, month));
  const work = Promise.all(clients.map((client) => client.work()));
  const silent = connect(Number(new URL(server.address).port), '127.0.0.1'); // as browsers open them in advance
  silent.on('error', () => {});
  await pause(BUSY_MS);
  const seconds = await secondsToStop(server);
  await work;
  silent.destroy();

  const again = await new ServerProcess(folder, Number(new URL(server.address).port)).continuing(server).ready();
  const kept = await Promise.all(clients.map((client) => client.isKept(again)));
  await again.stop();
  const lost = kept.filter((isKept) => !isKept).length;
  const done = clients.reduce((sum, { told }) => sum + told.done, 0);
  const broken = clients.flatMap(({ told }) => told.broken);
  for (const line of broken.slice(0, 5)) console.log(line);
  console.log(`answers: ${done}, broken: ${broken.length}, lost: ${lost}, ended after ${seconds.toFixed(1)} s`);
  return broken.length === 0 && lost === 0 && seconds <= DRAIN_LIMIT_S;
}

/** An upload of which nothing more comes, as when somebody's line breaks, must not keep the service from stopping. */
async function stoppingBesideStalledUpload(server) {
  const headers = {
    ...server.credentials,
    'content-type': 'multipart/form-data; boundary=half',
    'content-length': 1e6,
  };
  const upload = request(`${server.address}/api/v1/imports`, { method: 'POST', headers });
  upload.on('error', () => {});
  upload.write('--half\r\nContent-Disposition: form-data; name="file"; filename="half.txt"\r\n\r\n');
  await pause(500);
  const seconds = Math.round(await Promise.race([secondsToStop(server), pause(DRAIN_LIMIT_S * 1000, Infinity)]));
  console.log(`beside a stalled upload: ended after ${seconds} s`);
  upload.destroy();
  return seconds <= DRAIN_LIMIT_S;
}

export async function stopUnderLoad(times = 1) {
  for (let time = 0; time < times; time += 1) if (!(await withServer('jixiao-stop-', stopping))) return false;
  return withServer('jixiao-stop-', stoppingBesideStalledUpload);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await stopUnderLoad()) ? 0 : 1;
