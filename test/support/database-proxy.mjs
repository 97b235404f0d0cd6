// Stands between a service and its database, on a unix socket of its own, and can cut, stall or delay what passes.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SOCKET = '.s.PGSQL.5432';

export class DatabaseProxy {
  connections = new Set();
  delayMs = 0;
  stalled = false;

  static async start(databaseUrl) {
    const proxy = new DatabaseProxy();
    // An address without a host is none to `URL`.
    const host = decodeURIComponent(/host=([^&]+)/.exec(databaseUrl)[1]);
    proxy.folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-proxy-'));
    proxy.server = createServer((client) => proxy.join(client, path.join(host, SOCKET)));
    await new Promise((resolve) => proxy.server.listen(path.join(proxy.folder, SOCKET), resolve));
    proxy.url = databaseUrl.replace(/host=[^&]+/, `host=${proxy.folder}`);
    return proxy;
  }

  join(client, socket) {
    const database = connect(socket);
    const pair = [client, database];
    this.connections.add(pair);
    const end = () => {
      this.connections.delete(pair);
      for (const side of pair) side.destroy();
    };
    for (const side of pair) side.on('error', end).on('close', end);
    this.forward(client, database);
    this.forward(database, client);
  }

  forward(from, to) {
    let last = Promise.resolve();
    from.on('data', (chunk) => {
      last = last.then(async () => {
        if (this.delayMs > 0) await pause(this.delayMs);
        if (!this.stalled && !to.destroyed) to.write(chunk); // what a stalled line carries is lost, and nobody is told
      });
    });
  }

  cut() {
    for (const pair of this.connections) for (const side of pair) side.destroy();
  }

  async stop() {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
