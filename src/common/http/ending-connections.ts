import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const FAREWELL_MS = 1_000;
/** Of the 30 s within which the service promises to stop; the rest is for the jobs and the database. */
const PATIENCE_MS = 20_000;

/**
 * How connections end with the server. Node closes idle ones at once, which breaks a request that is already on its way (RFC
 * 9112, 9.5), and waits without end for one that never said anything, as browsers open them in advance. Here whoever is busy
 * has a second to be told in an answer that the connection ends; who says nothing after that is cut off, and so is in the
 * end who stops in the middle of a request, as when a line breaks during an upload.
 */
export function endConnectionsWithServer(server: Server): void {
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
    const impatience = setTimeout(() => {
      server.closeAllConnections();
    }, PATIENCE_MS).unref();
    server.once('close', () => {
      clearInterval(closing);
      clearTimeout(impatience);
    });
  };
}
