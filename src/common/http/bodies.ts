import { isUtf8 } from 'node:buffer';
import { RouteConfig } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance } from 'fastify';
import { notUtf8 } from './errors.js';

/** The route takes a form, too: any page of the web may send one, in the name of who looks at it. */
export const TakesForm = () => RouteConfig({ takesForm: true });

/**
 * Bodies are JSON in UTF-8 (RFC 8259, 8.1), or, where a route `TakesForm`, the form that mail programs send to opt out (RFC 8058), and nothing else: Node would put U+FFFD where the bytes are wrong, and what was
 * meant would be lost without a word. Keys such as `__proto__` are refused by Fastify's parser.
 */
export function acceptBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) done(null, undefined);
    else if (isUtf8(body)) void parse(request, body.toString('utf8'), done);
    else done(notUtf8());
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    const { takesForm = false } = request.routeOptions.config as { takesForm?: boolean };
    if (!takesForm) done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type']));
    else done(null, Object.fromEntries(new URLSearchParams(body.toString())));
  });
}
