import { createConnection } from 'node:net';

/** SSLRequest: length, code (PostgreSQL protocol 3, "SSL Session Encryption"). It needs no password and makes no session. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Whether the server at that socket takes connections: it answers who asks for encryption, one that hangs does not. */
export function accepts(socketFile: string, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(socketFile);
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(withinMs, settle(false)).once('error', settle(false)).once('data', settle(true));
    socket.write(SSL_REQUEST);
  });
}
