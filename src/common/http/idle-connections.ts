import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const FAREWELL_MS = 1_000;

/**
 * How connections end with the server. Node closes idle ones at once, which breaks a request that is already on its way (RFC
 * 9112, 9.5), and waits without end for one that never said anything, as browsers open them in advance. Here whoever is busy
 * has a second to be told in an answer that the connection ends; who says nothing after that is cut off.
 */
export function closeIdleConnectionsLater(server: Server): void {
  const idle = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });
  // Called by `close` of node:http.
  server.closeIdleConnections = () => {
    const closing = setInterval(() => {
      for (const socket of idle) socket.destroy();
    }, FAREWELL_MS).unref();
    server.once('close', () => {
      clearInterval(closing);
    });
  };
}
