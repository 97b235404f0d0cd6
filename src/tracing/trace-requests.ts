import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Span, working } from './span.js';
import { type Collector, SpanSender } from './span-sender.js';
import { traceStatements } from './trace-statements.js';

/**
 * Traces of OpenTelemetry: each request is a span with its route (never its path, which may name a person or carry a token), status
 * and correlation id, and each of its statements one below it.
 */
export function traceRequests(server: FastifyInstance, collector: Collector): void {
  const sender = new SpanSender(collector);
  const stop = traceStatements((span) => {
    sender.add(span);
  });
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _, done) => {
    const { method, id, routeOptions, headers } = request;
    const route = routeOptions.url ?? 'none';
    const attributes = { 'http.request.method': method, 'http.route': route, 'jixiao.correlation_id': id };
    const span = Span.first(`${method} ${route}`, attributes, String(headers.traceparent));
    spans.set(request, span);
    working.run(span, done);
  });
  // A body arrives outside of what came before it.
  server.addHook('preValidation', (request, _, done) => {
    const span = spans.get(request);
    if (span) working.run(span, done);
    else done();
  });
  server.addHook('onResponse', (request, { statusCode }, done) => {
    const span = spans.get(request)?.end(statusCode >= 500, { 'http.response.status_code': statusCode });
    if (span) sender.add(span);
    done();
  });
  server.addHook('onClose', async () => {
    stop();
    await sender.close();
  });
}
