import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import os from 'node:os';

/** Facility 13 (log audit), severity 5 (notice). */
const PRIORITY = 13 * 8 + 5;
const PORTS: Readonly<Record<string, number>> = { 'udp:': 514, 'tcp:': 601 };
const PATIENCE_MS = 10_000;

/**
 * Sends a line to a syslog server (RFC 5424; over TCP framed by its length, RFC 6587).
 * @param server such as `udp://log.example.org` or `tcp://10.0.0.5:6514`
 * @throws the error of the network; over UDP nobody says whether it arrived
 */
export async function sendToSyslog(server: string, at: Date, text: string): Promise<void> {
  const { protocol, hostname, port } = new URL(server);
  const to = Number(port) || (PORTS[protocol] ?? 0);
  const message = `<${PRIORITY}>1 ${at.toISOString()} ${os.hostname()} jixiao ${process.pid} audit-head - ${text}`;
  await (protocol === 'udp:' ? overUdp(hostname, to, message) : overTcp(hostname, to, message));
}

async function overUdp(host: string, port: number, message: string): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  await new Promise<void>((resolve, reject) => {
    socket.send(message, port, host, (error) => {
      socket.close();
      if (error) reject(error);
      else resolve();
    });
  });
}

async function overTcp(host: string, port: number, message: string): Promise<void> {
  const socket = connect({ host, port });
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`syslog ${host}:${port} does not answer`)));
  await once(socket, 'connect');
  socket.end(`${Buffer.byteLength(message)} ${message}`);
  await once(socket, 'close');
}
