// Who opens a request and does not send it is cut off, signed in or not; a file over a slow line arrives.
import { Buffer } from 'node:buffer';
import http from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { commitment, withServer } from './with-server.mjs';

const { performance } = globalThis;
const LIMIT_S = 62;
/** 400 kbit/s, for longer than a window. */
const STEP_MS = 250;
const STEP_BYTES = (400_000 / 8 / 1000) * STEP_MS;
const SLOW_BYTES = 2 * 1024 * 1024;

const HEAD = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const IDLERS = {
  'a body that stops': `${HEAD}Content-Length: 1000\r\n\r\n{`,
  'a body in pieces that stops': `${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
  'a head that stops': HEAD,
  'who says nothing': '',
};

/** @returns seconds until the connection ended; Infinity when it did not */
async function lifeOf({ address }, words) {
  const started = performance.now();
  const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => undefined);
  socket.write(words);
  const ended = new Promise((resolve) => socket.on('data', () => undefined).once('close', resolve));
  const outcome = await Promise.race([ended, pause(LIMIT_S * 1000, 'open')]);
  socket.destroy();
  return outcome === 'open' ? Infinity : (performance.now() - started) / 1000;
}

async function slowUpload(server) {
  const route = `/indicators/${await commitment(server, '慢线路')}/progress/2026-09/evidence`;
  const boundary = 'jixiao-slow-line';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="slow.txt"\r\n\r\n`;
  const body = Buffer.from(`${head}${'x'.repeat(SLOW_BYTES)}\r\n--${boundary}--\r\n`);
  const headers = {
    ...server.credentials,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  };
  const request = http.request(`${server.address}/api/v1${route}`, { method: 'POST', headers });
  const status = new Promise((resolve) => {
    request
      .once('response', (answer) => resolve(answer.resume().statusCode))
      .once('error', ({ code }) => resolve(code));
  });
  for (let sent = 0; sent < body.length && !request.destroyed; sent += STEP_BYTES) {
    request.write(body.subarray(sent, sent + STEP_BYTES));
    await pause(STEP_MS);
  }
  request.end();
  return status;
}

export function slowSenders() {
  return withServer('jixiao-slow-', async (server) => {
    const idling = Object.entries(IDLERS).map(async ([what, words]) => [what, await lifeOf(server, words)]);
    const [status, ...lives] = await Promise.all([slowUpload(server), ...idling]);
    for (const [what, seconds] of lives) console.log(`${what}: cut off after ${seconds.toFixed(0)} s`);
    console.log(`a file of 2 MB over 400 kbit/s: ${status}`);
    return status === 201 && lives.every(([, seconds]) => seconds < LIMIT_S);
  });
}
