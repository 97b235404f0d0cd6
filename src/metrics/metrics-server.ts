import { createServer, type Server } from 'node:http';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { portProblem } from '../common/http/port-problem.js';
import { Configuration } from '../config/configuration.js';
import { Metrics } from './metrics.js';

const PATH = '/metrics';
const SETTINGS = { host: 'METRICS_HOST', port: 'METRICS_PORT' };

/** A port of its own, where METRICS_PORT asks for one: figures of the machine are not for whoever reaches the page. */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  private readonly logger = new Logger(MetricsServer.name);
  private server: Server | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly configuration: Configuration,
  ) {}

  /** @returns the port it listens on; undefined where none is set. @throws DomainError `port-in-use`, `port-refused` */
  async listen(): Promise<number | undefined> {
    const { METRICS_HOST, METRICS_PORT } = this.configuration;
    if (METRICS_PORT === undefined) return undefined;
    const server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== PATH) response.writeHead(404).end();
      else {
        void this.metrics.page().then(
          (page) => response.writeHead(200, { 'content-type': this.metrics.contentType }).end(page),
          (error: unknown) => {
            this.logger.error({ error: String(error) });
            response.writeHead(500).end();
          },
        );
      }
    });
    await new Promise<void>((resolve, reject) => {
      server
        .once('error', (error: NodeJS.ErrnoException) => {
          reject(portProblem(error, METRICS_PORT, METRICS_HOST, SETTINGS));
        })
        .listen(METRICS_PORT, METRICS_HOST, resolve);
    });
    this.server = server;
    return (server.address() as { port: number }).port;
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}
