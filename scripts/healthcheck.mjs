// Whether the process of this container runs: exit code 0 or 1. Asked by Docker (HEALTHCHECK).
const { ROLE, HOST = '127.0.0.1', PORT = '3000', WORKER_PORT = '3001' } = process.env;
const isEverywhere = ['0.0.0.0', '::'].includes(HOST);
const address = isEverywhere ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST;
const port = ROLE === 'worker' ? WORKER_PORT : PORT;
try {
  const { ok } = await fetch(`http://${address}:${port}/health/live`);
  process.exit(ok ? 0 : 1);
} catch {
  process.exit(1);
}
