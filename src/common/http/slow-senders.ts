import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

export interface Pace {
  readonly windowMs: number;
  /** Within each window, unless the body is whole by then. */
  readonly leastBytes: number;
}

/** 64 kbit/s: a sixth of the slowest line that we mean to serve, so that one which falters is not cut off. */
const SLOWEST: Pace = { windowMs: 30_000, leastBytes: 30 * 8_000 };

/**
 * Cuts off whoever has a request open and sends next to nothing: a thousand of them would cost a stranger nothing, and hold a
 * thousand connections. One limit for the whole request cannot tell them from a large file on a slow line.
 */
export function cutOffSlowSenders(fastify: FastifyInstance, pace = SLOWEST): void {
  fastify.addHook('onRequest', (request, _, done) => {
    if (bringsBody(request.raw.headers)) watch(request.raw, pace);
    done();
  });
}

const bringsBody = (headers: IncomingHttpHeaders): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function watch(request: IncomingMessage, { windowMs, leastBytes }: Pace): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const looking = setInterval(() => {
    const sent = socket.bytesRead - before;
    before = socket.bytesRead;
    const isOurTurn = request.readableLength > 0; // what has arrived waits for us
    const isSlow = sent < leastBytes; // never true of requests that Fastify injects: no line brings them
    if (request.complete || isOurTurn || !isSlow) return;
    new Logger('Http').warn({ message: 'a request was cut off: its body came too slowly', bytes: sent, windowMs });
    socket.destroy();
  }, windowMs).unref();
  request.once('close', () => {
    clearInterval(looking);
  });
}
