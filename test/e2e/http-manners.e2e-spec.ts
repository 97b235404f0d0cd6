import { connect } from 'node:net';
import { TestApp } from '../support/test-app.js';

describe('the service over HTTP', () => {
  let app: TestApp;
  let address: URL;
  beforeAll(async () => {
    app = await TestApp.start();
    address = new URL(await app.listen());
  });
  afterAll(() => app.close());

  /** What it answers to bytes that no client of HTTP would send; all of it, until it hangs up. */
  const answerTo = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(address.port), address.hostname, () => socket.write(bytes, 'latin1'));
      let answer = '';
      socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
      socket.on('close', () => {
        resolve(answer);
      });
      socket.on('error', reject);
    });
  const statusesOf = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));

  const ORIGINS = ['https://example.org', 'null', 'http://localhost:3000'];
  it.each(ORIGINS)('lets no page of %s read it', async (origin) => {
    for (const [method, route] of [
      ['GET', '/session/methods'],
      ['GET', '/users'],
      ['POST', '/session'],
      ['GET', '/nothing-here'],
    ] as const) {
      const { headers } = await app.request(method, route, { as: null, headers: { origin } });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    const preflight = await app.fastify.inject({
      ...{ method: 'OPTIONS', url: '/api/v1/users' },
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-csrf-token' },
    });
    expect(preflight.statusCode).toBeGreaterThanOrEqual(400);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('sends nobody to https by itself: what a program sent in clear would otherwise go unnoticed', async () => {
    for (const route of ['/api/v1/session/methods', '/api/docs', '/api/openapi.json', '/health/live'])
      for (const header of ['accept', 'x-forwarded-proto', 'upgrade-insecure-requests'])
        expect(
          (await app.request('GET', route, { as: null, headers: { [header]: header === 'accept' ? '*/*' : '1' } }))
            .status,
        ).toBe(200);
  });

  it('says of every text in which characters it is', async () => {
    for (const [route, type] of [
      ['/api/v1/session/methods', 'application/json; charset=utf-8'],
      ['/api/v1/users', 'application/problem+json; charset=utf-8'],
      ['/api/openapi.json', 'application/json; charset=utf-8'],
      ['/api/docs', 'text/html; charset=utf-8'],
    ] as const)
      expect([route, (await app.request('GET', route, { as: null })).headers['content-type']]).toEqual([route, type]);
  });

  it.each(['TRACE', 'TRACK', 'CONNECT'])('does not take %s', async (method) => {
    const target = method === 'CONNECT' ? 'localhost:80' : '/api/v1/session/methods';
    const answer = await answerTo(
      `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nX-Secret: 7312\r\nConnection: close\r\n\r\n`,
    );
    expect(statusesOf(answer).filter((status) => status < 400)).toEqual([]);
    expect(answer).not.toContain('7312'); // what was sent does not come back
  });

  const POST = 'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\n';
  const SMUGGLED = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';
  it.each([
    ['two lengths', `${POST}Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
    [
      'a length and chunks',
      `${POST}Content-Length: ${SMUGGLED.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    ['chunks that are not the last coding', `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${SMUGGLED}`],
    ['a name of a header with a blank', `${POST}Content-Length : ${SMUGGLED.length}\r\n\r\n${SMUGGLED}`],
    [
      'a header over two lines',
      `${POST}Transfer-Encoding:\r\n chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n${SMUGGLED}`,
    ],
    ['a size of a chunk that is none', `${POST}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n${SMUGGLED}`],
  ])('answers no second request that hides behind %s', async (_, bytes) => {
    expect(statusesOf(await answerTo(bytes))).toEqual([400]);
  });

  it('answers two that do not hide', async () => {
    const twice = `${SMUGGLED}${SMUGGLED.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`;
    expect(statusesOf(await answerTo(twice))).toEqual([200, 200]);
  });
});
