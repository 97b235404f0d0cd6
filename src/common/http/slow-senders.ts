import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

export interface Pace {
  /** Within each window, unless the body is whole by then. */
  readonly leastBytes: number;
  /** Calls at the end of each window. @returns what ends that */
  readonly eachWindow: (look: () => void) => () => void;
}

const WINDOW_MS = 30_000;
/** 64 kbit/s: a sixth of the slowest line that we mean to serve, so that one which falters is not cut off. */
const SLOWEST: Pace = {
  leastBytes: (WINDOW_MS / 1000) * 8_000,
  eachWindow: (look) => {
    const timer = setInterval(look, WINDOW_MS).unref();
    return () => {
      clearInterval(timer);
    };
  },
};

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

function watch(request: IncomingMessage, { leastBytes, eachWindow }: Pace): void {
  const { socket } = request;
  let before = socket.bytesRead;
  const lookNoMore = eachWindow(() => {
    const sent = socket.bytesRead - before;
    before = socket.bytesRead;
    const isOurTurn = request.readableLength > 0; // what has arrived waits for us
    const isSlow = sent < leastBytes; // never true of requests that Fastify injects: no line brings them
    if (request.complete || isOurTurn || !isSlow) return;
    new Logger('Http').warn({ message: 'a request was cut off: its body came too slowly', bytes: sent, leastBytes });
    socket.destroy();
  });
  request.once('close', lookNoMore);
}
