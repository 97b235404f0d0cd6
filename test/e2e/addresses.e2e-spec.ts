import { readFileSync } from 'node:fs';
import { isPage } from '../../src/app/http/web-client.js';
import { fromProjectRoot } from '../../src/common/project-root.js';
import { TestApp } from '../support/test-app.js';

/** As the client declares them, such as `/sheets/:id`. */
const PAGES = [
  ...readFileSync(fromProjectRoot('web/src/app/routes/pages.ts'), 'utf8').matchAll(/ path: '([^']+)'/g),
].map(([, address = '']) => address.replace(':id', '0190'));

const NOT_OURS = ['/metrics', '/healthz', '/wp-login.php', '/index.html', '/.env', '/sheets/1/edit', '/entry.php'];

describe('addresses', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const asked = (accept: string) => async (url: string) => {
    const { statusCode, headers } = await app.fastify.inject({ url, headers: { accept } });
    return { status: statusCode, type: String(headers['content-type']).split(';')[0] };
  };

  it('of every page of the client lead to the page', () => {
    expect(PAGES.length).toBeGreaterThan(5);
    expect(PAGES.filter((address) => !isPage(address))).toEqual([]);
    expect(NOT_OURS.filter(isPage)).toEqual([]);
  });

  it('of nothing are not found: people are told in words, programs as by the interface', async () => {
    for (const [accept, type] of [
      ['text/html,application/xhtml+xml', 'text/html'],
      ['*/*', 'application/problem+json'],
    ] as const) {
      const answers = await Promise.all(NOT_OURS.map(asked(accept)));
      expect(answers).toEqual(NOT_OURS.map(() => ({ status: 404, type })));
    }
  });
});

describe('addresses of a worker', () => {
  it('are those of its health alone', async () => {
    const app = await TestApp.start({ ROLE: 'worker' });
    const answers = await Promise.all(
      ['/health/live', '/health/ready', '/', '/api/v1/departments', '/api/openapi.json'].map((url) =>
        app.fastify.inject({ url }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 404, 404, 404]);
    await app.close();
  });
});
