import { connect, type Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { fastify as createFastify } from 'fastify';
import { eventually } from '../../../test/support/eventually.js';
import { cutOffSlowSenders } from './slow-senders.js';

const PLAIN = { 'content-type': 'text/plain' };
const LEAST_BYTES = 1_000;

/** Windows end when the test says so: a busy machine would be blamed by a clock. */
const looks = new Set<() => void>();
const endWindow = (): void => {
  for (const look of looks) look();
};

/** Lets go of the handler that has not read its body yet. */
let read = (): void => undefined;

describe('whoever sends a body', () => {
  const fastify = createFastify({ bodyLimit: 1_000_000 });
  let port: number;
  let ours: Socket; // the newest, at our end
  const sockets: Socket[] = [];
  beforeAll(async () => {
    jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const eachWindow = (look: () => void) => {
      looks.add(look);
      return () => looks.delete(look);
    };
    cutOffSlowSenders(fastify, { leastBytes: LEAST_BYTES, eachWindow });
    fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => {
      done(null, body);
    });
    fastify.post('/at-once', ({ body }) => ({ bytes: (body as Buffer).length }));
    fastify.addContentTypeParser('text/unread', (_request, _payload, done) => {
      done(null);
    });
    fastify.post('/long', ({ body }) => {
      endWindow();
      endWindow();
      return { bytes: (body as Buffer).length };
    });
    fastify.post('/later', async ({ raw }) => {
      await new Promise<void>((resolve) => (read = resolve));
      let bytes = 0;
      for await (const chunk of raw) bytes += (chunk as Buffer).length;
      return { bytes };
    });
    fastify.server.on('connection', (socket: Socket) => (ours = socket));
    port = Number(new URL(await fastify.listen({ port: 0, host: '127.0.0.1' })).port);
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await fastify.close();
    jest.restoreAllMocks();
  });

  /** Sends the head, and within each window one of these pieces. @returns what comes back until the line is closed */
  const begin = async (path: string, length: string, type = 'text/plain') => {
    looks.clear();
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    const ended = new Promise<string>((resolve) => {
      socket.once('close', () => {
        resolve(answer);
      });
    });
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nConnection: close\r\n${length}\r\n\r\n`);
    await eventually(
      () => looks.size,
      (watched) => watched === 1,
    );
    const sendWithinWindow = async (piece: string) => {
      const before = ours.bytesRead;
      socket.write(piece);
      await eventually(
        () => ours.bytesRead - before,
        (arrived) => arrived === piece.length,
      );
      endWindow();
    };
    return { sendWithinWindow, ended };
  };
  const send = async (path: string, length: string, pieces: readonly string[]) => {
    const { sendWithinWindow, ended } = await begin(path, length);
    for (const piece of pieces) await sendWithinWindow(piece);
    return ended;
  };
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

  it('and stops in the middle is cut off', async () => {
    expect(await send('/at-once', 'Content-Length: 1000', ['{'])).toBe('');
    expect(await send('/at-once', 'Transfer-Encoding: chunked', [chunk('{')])).toBe('');
    expect(await send('/at-once', 'Content-Length: 9000', ['x'.repeat(LEAST_BYTES), ''])).toBe('');
  });

  it('next to nothing in each window is cut off', async () => {
    expect(await send('/at-once', 'Content-Length: 1000', ['x'.repeat(LEAST_BYTES - 1)])).toBe('');
  });

  it('slowly, but all of it, is heard, however long that takes', async () => {
    const pieces = Array<string>(20).fill('x'.repeat(LEAST_BYTES));
    expect(await send('/at-once', 'Content-Length: 20000', pieces)).toContain('{"bytes":20000}');
  });

  it('without a line, as in tests, is left alone', async () => {
    const answer = await fastify.inject({ method: 'POST', url: '/long', payload: 'x', headers: PLAIN });
    expect(answer.json()).toEqual({ bytes: 1 });
  });

  it('is not blamed while we are the ones who do not read', async () => {
    const { sendWithinWindow, ended } = await begin('/later', 'Content-Length: 5', 'text/unread');
    for (const piece of ['xx', '', '']) await sendWithinWindow(piece);
    read();
    await sendWithinWindow('xxx');
    expect(await ended).toContain('{"bytes":5}');
  });
});
