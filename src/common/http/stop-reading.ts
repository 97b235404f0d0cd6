import type { FastifyReply, FastifyRequest } from 'fastify';

const CUT_OFF_AFTER_MS = 2_000;

/**
 * The rest of a refused upload is thrown away while the answer is on its way: a connection that is closed at once would
 * take the answer with it. A sender who does not stop then is cut off.
 */
export function stopReading({ raw }: FastifyRequest, reply: FastifyReply): void {
  raw.unpipe();
  raw.resume();
  reply.raw.once('finish', () => {
    if (!raw.complete) setTimeout(() => raw.destroy(), CUT_OFF_AFTER_MS).unref();
  });
}
