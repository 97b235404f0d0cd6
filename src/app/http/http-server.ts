import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { type DynamicModule, NotFoundException, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { checkRoutes } from './check-routes.js';
import type { AuthenticatedRequest } from '../../common/access/access.decorator.js';
import { ActingInterceptor } from '../../common/access/acting.interceptor.js';
import { CorrelationInterceptor } from '../../common/http/correlation.interceptor.js';
import { EtagInterceptor } from '../../common/http/etag.interceptor.js';
import { acceptBodies } from '../../common/http/bodies.js';
import { MaskingInterceptor } from '../../common/http/masking.interceptor.js';
import { endConnectionsWithServer } from '../../common/http/ending-connections.js';
import { openApiDocument } from './openapi-document.js';
import { ProblemDetailsFilter } from '../../common/http/problem-details.filter.js';
import { sendProblem } from '../../common/http/problem-details.js';
import { cutOffSlowSenders } from '../../common/http/slow-senders.js';
import { validationPipe } from '../../common/http/validation.js';
import { PinoLogger } from '../../common/logger.js';
import type { Configuration } from '../../config/configuration.js';
import { Metrics } from '../../metrics/metrics.js';
import { contentSecurity } from './content-security.js';
import { serveWebClient } from './web-client.js';

const BODY_LIMIT = 2 * 1024 * 1024;
/** Until the head of a request is there, or a connection says anything at all. */
const HEAD_LIMIT_MS = 30_000;
const UPLOAD_LIMIT = 20 * 1024 * 1024;

/** The HTTP side of the service: routes under /api/v1, their description, the web client, and the rules for all of them. */
export async function createHttpServer(
  module: DynamicModule,
  configuration: Configuration,
  pino: Logger,
): Promise<NestFastifyApplication> {
  const { TRUSTED_PROXIES, ROLE } = configuration;
  const adapter = new FastifyAdapter({
    loggerInstance: pino,
    bodyLimit: BODY_LIMIT,
    http: { headersTimeout: HEAD_LIMIT_MS, connectionsCheckingInterval: HEAD_LIMIT_MS / 6 },
    genReqId: () => randomUUID(),
    // Otherwise anybody could write X-Forwarded-For, and with it dodge the limits that count by address.
    trustProxy: TRUSTED_PROXIES ?? false,
    // While the service stops, whoever is still connected is served, and the connection ends with the answer.
    return503OnClosing: false,
    // An address that is no address is answered before any route, and so before Nest's filter.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(error, request, reply);
    },
    // A path may name a person or carry a token: logRequests writes down only the route that answered.
    logController: new LogController({ disableRequestLogging: true }),
  });
  endConnectionsWithServer(adapter.getInstance().server);
  cutOffSlowSenders(adapter.getInstance());
  await traceWhereAsked(adapter, configuration);
  logRequests(adapter, pino);
  keepOutOfCaches(adapter);
  nameCharacters(adapter);
  if (ROLE === 'worker') answerForHealthAlone(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new PinoLogger(pino),
    abortOnError: false,
    bodyParser: false,
  });
  acceptBodies(app.getHttpAdapter().getInstance());
  checkRoutes(app);
  await app.register(cookie);
  const security = { contentSecurityPolicy: { directives: contentSecurity() }, hsts: false };
  await app.register(helmet, security);
  insistOnTls(adapter);
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10 } });
  await serveWebClient(app);
  app.setGlobalPrefix('api/v1', { exclude: [{ path: 'health/{*rest}', method: RequestMethod.GET }] });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemDetailsFilter());
  const around = [
    new CorrelationInterceptor(),
    new ActingInterceptor(),
    new MaskingInterceptor(),
    new EtagInterceptor(),
  ];
  app.useGlobalInterceptors(...around);
  countRequests(app);
  describe(app);
  app.enableShutdownHooks();
  return app;
}

/** Written when it is first asked for: a third of the work of a start, and most installations never look at it. */
function describe(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

/** Loaded only where it is asked for. */
async function traceWhereAsked(
  adapter: FastifyAdapter,
  { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_HEADERS = '', OTEL_SERVICE_NAME }: Configuration,
): Promise<void> {
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return;
  const { traceRequests } = await import('../../tracing/trace-requests.js');
  const collector = { endpoint: OTEL_EXPORTER_OTLP_ENDPOINT, headers: OTEL_EXPORTER_OTLP_HEADERS };
  traceRequests(adapter.getInstance(), { ...collector, service: OTEL_SERVICE_NAME });
}

/** Answers of the interface are about one person's departments: no cache between may keep them (RFC 9111, 5.2.2.5). */
function keepOutOfCaches(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/v1/')) void reply.header('Cache-Control', 'no-store');
  });
}

/** Pages of ours are in UTF-8, that of the description too, which does not say so: whoever is not told guesses. */
function nameCharacters(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onSend', async (_, reply) => {
    if (reply.getHeader('Content-Type') === 'text/html') void reply.type('text/html; charset=utf-8');
  });
}

/**
 * Only who came over TLS is told to do so from now on (RFC 6797, 7.2). Whether they did says the proxy that ends it, where it
 * is trusted.
 */
function insistOnTls(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    if (request.protocol === 'https') void reply.header('Strict-Transport-Security', 'max-age=31536000');
    done();
  });
}

/** A worker is asked by who watches it, not by people. */
function answerForHealthAlone(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/health/')) done();
    else sendProblem(new NotFoundException(), request, reply);
  });
}

function countRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      metrics.observeRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
      done();
    });
}

function logRequests(adapter: FastifyAdapter, pino: Logger): void {
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const milliseconds = Math.round(reply.elapsedTime);
    const { problems } = reply;
    const user = (request as AuthenticatedRequest).actor?.userId;
    const asked = { correlationId: request.id, method: request.method, route, user };
    pino.info({ ...asked, status: reply.statusCode, problems, milliseconds });
    done();
  });
}
