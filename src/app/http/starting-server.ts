import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portProblem } from '../../common/http/port-problem.js';

const LIVE = '/health/live';
const RETRY_AFTER_S = 5;

const STARTING = {
  type: 'about:blank',
  status: 503,
  title: '绩效台账正在启动，请稍候。 / Jixiao is starting. Try again shortly.',
  code: 'starting',
  errors: [],
};

/**
 * Holds the port from the first moment of a start, which may wait long for its database: a port in use is told before
 * anything is made, and who looks after the process sees that it lives (`/health/live`) and is not ready (503).
 * @throws DomainError `port-in-use`, `port-refused`
 */
export async function answerWhileStarting(port: number, host: string): Promise<{ end: () => Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(portProblem(error, port, host, { host: 'HOST', port: 'PORT / WORKER_PORT' }));
    });
    server.listen(port, host, resolve);
  });
  server.unref(); // a start that fails ends the process
  return {
    end: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer({ url }: IncomingMessage, response: ServerResponse): void {
  const lives = url === LIVE;
  response.writeHead(lives ? 200 : 503, {
    'Content-Type': lives ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    ...(lives ? {} : { 'Retry-After': String(RETRY_AFTER_S) }),
    Connection: 'close',
  });
  response.end(JSON.stringify(lives ? { status: 'ok' } : STARTING));
}
