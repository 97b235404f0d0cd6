import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Storage } from '../../src/files/s3-storage.js';
import type { Span } from '../../src/tracing/span.js';
import { SpanSender } from '../../src/tracing/span-sender.js';

const SHA256 = 'a'.repeat(64);
const SPAN = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), name: 'x' } as unknown as Span;

describe('whoever answers that it is elsewhere', () => {
  const asked: string[] = [];
  let elsewhere: Server;
  let here: Server;
  const listening = async (server: Server): Promise<Server> => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  beforeAll(async () => {
    elsewhere = await listening(createServer((_, response) => response.end(asked.push('elsewhere') && '{}')));
    here = await listening(
      createServer((request, response) => {
        asked.push('here');
        request.resume();
        response.writeHead(307, { location: `${addressOf(elsewhere)}${request.url}` }).end();
      }),
    );
  });
  afterAll(() => {
    for (const server of [elsewhere, here]) server.close().closeAllConnections();
  });
  beforeEach(() => {
    asked.length = 0;
  });

  it('is not followed there by the storage of files', async () => {
    const key = { accessKeyId: 'key', secretAccessKey: 'secret' };
    const storage = new S3Storage({ endpoint: addressOf(here), bucket: 'files', region: 'us-east-1', ...key });
    await expect(storage.open(SHA256)).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(asked).toEqual(['here']);
  });

  it('is not followed there by traces', async () => {
    const sender = new SpanSender({ endpoint: addressOf(here), headers: 'x-key=secret', service: 'jixiao' });
    sender.add(SPAN);
    await sender.close();
    expect(asked).toEqual(['here']);
  });
});
