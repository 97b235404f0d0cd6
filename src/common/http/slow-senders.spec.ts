import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { fastify as createFastify } from 'fastify';
import { cutOffSlowSenders } from './slow-senders.js';

const PLAIN = { 'content-type': 'text/plain' };
const PACE = { windowMs: 150, leastBytes: 1_000 };

describe('whoever sends a body', () => {
  const fastify = createFastify({ bodyLimit: 1_000_000 });
  let port: number;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    cutOffSlowSenders(fastify, PACE);
    fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => {
      done(null, body);
    });
    fastify.post('/at-once', ({ body }) => ({ bytes: (body as Buffer).length }));
    fastify.addContentTypeParser('text/unread', (_request, _payload, done) => {
      done(null);
    });
    fastify.post('/long', async ({ body }) => {
      await pause(2 * PACE.windowMs);
      return { bytes: (body as Buffer).length };
    });
    fastify.post('/later', async ({ raw }) => {
      await pause(4 * PACE.windowMs);
      let bytes = 0;
      for await (const chunk of raw) bytes += (chunk as Buffer).length;
      return { bytes };
    });
    port = Number(new URL(await fastify.listen({ port: 0, host: '127.0.0.1' })).port);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await fastify.close();
    jest.restoreAllMocks();
  });

  /** Sends the head and these pieces, one each window and a half; @returns what came back until the end, or until told */
  const send = async (path: string, length: string, pieces: readonly string[], type = 'text/plain') => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nConnection: close\r\n${length}\r\n\r\n`);
    const ended = new Promise<string>((resolve) => {
      socket.once('close', () => {
        resolve(answer);
      });
    });
    for (const piece of pieces) {
      if (socket.destroyed) break;
      socket.write(piece);
      await pause(0.8 * PACE.windowMs);
    }
    return Promise.race([ended, pause(10 * PACE.windowMs, 'still open')]);
  };
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

  it('and stops in the middle is cut off', async () => {
    expect(await send('/at-once', 'Content-Length: 1000', ['{'])).toBe('');
    expect(await send('/at-once', 'Transfer-Encoding: chunked', [chunk('{')])).toBe('');
  });

  it('a byte at a time is cut off', async () => {
    expect(await send('/at-once', 'Content-Length: 1000', Array<string>(20).fill('x'))).toBe('');
  });

  it('slowly, but all of it, is heard, however long that takes', async () => {
    const pieces = Array<string>(10).fill('x'.repeat(2_000));
    expect(await send('/at-once', 'Content-Length: 20000', pieces)).toContain('{"bytes":20000}');
  });

  it('without a line, as in tests, is left alone', async () => {
    const answer = await fastify.inject({ method: 'POST', url: '/long', payload: 'x', headers: PLAIN });
    expect(answer.json()).toEqual({ bytes: 1 });
  });

  it('is not blamed while we are the ones who do not read', async () => {
    expect(await send('/later', 'Content-Length: 5', ['xx', '', '', 'xxx'], 'text/unread')).toContain('{"bytes":5}');
  });
});
