import { Ajv2020 } from 'ajv/dist/2020.js';
import { servedRoutes } from '../support/routes.js';
import { ENGLISH, TestApp } from '../support/test-app.js';

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: object; parameters?: Parameter[] }>>>>;
  readonly components: Readonly<Record<'schemas' | 'responses', Readonly<Record<string, object>>>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
}

describe('the HTTP interface', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const document = () => app.read<Document>('/api/openapi.json');

  it('describes itself as OpenAPI 3.1', async () => {
    const { openapi, info, paths } = await document();
    expect([openapi, info.version]).toEqual(['3.1.0', '1']);
    expect(Object.keys(paths).length).toBeGreaterThan(20);
  });

  it('has every route under /api/v1 in its description', async () => {
    const { paths } = await document();
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{\w+\}/g, ':')}`,
      ),
    );
    const routes = servedRoutes(app);
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter((route) => !described.includes(route))).toEqual([]);
  });

  it('names every parameter of every path, and refers to no schema that is missing', async () => {
    const { paths, components } = await document();
    for (const [path, operations] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [], responses } of Object.values(operations)) {
        const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect([path, named.sort()]).toEqual([path, inPath.sort()]);
        expect(Object.keys(responses)).not.toEqual([]);
      }
    }
    const references = [...JSON.stringify(paths).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(references.filter((name) => !(name in components.schemas))).toEqual([]);
  });

  it('says of every operation how it refuses, each time as a problem', async () => {
    const { paths, components } = await document();
    const refusals = Object.entries(paths)
      .filter(([path]) => path.startsWith('/api/v1'))
      .flatMap(([path, operations]) => Object.entries(operations).map(([method, it]) => ({ path, method, ...it })));
    const statusesOf = ({ responses }: { responses: object }) =>
      Object.keys(responses).filter((status) => Number(status) >= 400);
    const lacking = (status: string, among = refusals) =>
      among.filter((one) => !statusesOf(one).includes(status)).map(({ method, path }) => `${method} ${path}`);
    for (const status of ['400', '429', '500', '503']) expect(lacking(status)).toEqual([]);
    expect(
      lacking(
        '404',
        refusals.filter(({ path }) => path.includes('{')),
      ),
    ).toEqual([]);
    const versioned = refusals.filter(({ parameters = [] }) => parameters.some(({ name }) => name === 'If-Match'));
    expect(versioned.length).toBeGreaterThan(30);
    for (const status of ['409', '412', '422', '428']) expect(lacking(status, versioned)).toEqual([]);
    for (const answer of Object.values(components.responses))
      expect(answer).toMatchObject({ content: { 'application/problem+json': expect.any(Object) as object } });
  });

  it('can be read as a page', async () => {
    expect(await app.request('GET', '/api/docs')).toMatchObject({ status: 200 });
  });

  it('says that it lives, and that it is ready', async () => {
    expect(await app.request('GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await app.request('GET', '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ok', details: { database: { status: 'up' } } },
    });
  });

  it.each([
    ['GET', '/api/v1/nothing'],
    ['POST', '/api/v1/departments/x/y/z'],
    ['DELETE', '/api/v1/scores'],
    ['GET', '/api/v2/departments'],
    ['GET', '/api/v1/%E0%A4%A'],
  ] as const)('%s %s is answered with a problem', async (method, url) => {
    const { status, headers, body } = await app.request(method, url);
    expect([400, 404, 405]).toContain(status);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    const { ProblemDetails } = (await document()).components.schemas;
    expect(new Ajv2020({ strict: false }).validate(ProblemDetails!, body)).toBe(true);
    expect(body).toMatchObject({
      status,
      code: expect.any(String) as string,
      correlationId: expect.any(String) as string,
    });
  });

  it('speaks the language of the caller, Chinese where none is asked for', async () => {
    const title = async (language?: string) => {
      const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
      const answer = await app.request('GET', '/departments?limit=0', { headers });
      return [answer.headers['content-language'], answer.body.title] as const;
    };
    const [chinese, english] = [await title('zh-CN'), await title('en')];
    expect(chinese[0]).toBe('zh-CN');
    expect(chinese[1]).toMatch(/[一-鿿]/);
    expect(english[0]).toBe('en');
    expect(english[1]).not.toMatch(/[一-鿿]/);
    for (const language of ['en-GB,en;q=0.9', 'fr, en;q=0.8, zh;q=0.5']) expect(await title(language)).toEqual(english);
    for (const language of [undefined, 'fr', '*', 'zh;q=0.9, en;q=0.1', ';;;', 'x'.repeat(5000)])
      expect(await title(language)).toEqual(chinese);
  });

  it('sets the headers that protect a browser', async () => {
    for (const url of ['/departments', '/api/docs', '/api/v1/nothing']) {
      const { headers } = await app.request('GET', url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
      });
      expect(headers['content-security-policy']).toMatch(/default-src 'self';.*object-src 'none'/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('insists on TLS only where it was used, as the trusted proxy says', async () => {
    const behindProxy = await app.beside({ TRUSTED_PROXIES: '127.0.0.1' });
    const insists = async (service: TestApp, protocol: string) => {
      const { headers } = await service.request('GET', '/health/live', { headers: { 'x-forwarded-proto': protocol } });
      return headers['strict-transport-security'];
    };
    expect(await insists(behindProxy, 'https')).toBe('max-age=31536000');
    expect(await insists(behindProxy, 'http')).toBeUndefined();
    expect(await insists(app, 'https')).toBeUndefined(); // anybody could say so
    await behindProxy.close();
  });

  it('tells nothing of its inside when something goes wrong', async () => {
    await app.manager.query('ALTER TABLE calendar_day RENAME TO elsewhere');
    const { status, body } = await app.request('GET', '/calendar/2026', { headers: ENGLISH });
    await app.manager.query('ALTER TABLE elsewhere RENAME TO calendar_day');
    expect([status, body.code]).toEqual([500, 'http-500']);
    expect(JSON.stringify(body)).not.toMatch(/calendar_day|relation \\?"|SELECT|\.ts/);
  });

  it.each(['0', '-1', '99999999', '1e9', 'NaN', '2026.5', 'x'])(
    'the calendar of the year %s is no 5xx',
    async (year) => {
      expect((await app.request('GET', `/calendar/${year}`)).status).toBeLessThan(500);
    },
  );

  it('has a calendar with the make-up days of 2026', async () => {
    const { items } = await app.read<{ items: { day: string; working: boolean }[] }>('/calendar/2026');
    expect(items.filter(({ working }) => working).map(({ day }) => day)).toContain('2026-10-10');
  });
});
