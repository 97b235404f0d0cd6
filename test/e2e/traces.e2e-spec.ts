import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { eventually } from '../support/eventually.js';
import { TestApp } from '../support/test-app.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, string>> }[];
}
interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const OUTER = '00f067aa0ba902b7';

describe('traces', () => {
  const spans: Span[] = [];
  const keys: unknown[] = [];
  let collector: Server;
  let app: TestApp;
  beforeAll(async () => {
    collector = createServer((request, response) => {
      keys.push(request.headers['x-key']);
      void json(request).then((sent) => {
        if (request.url !== '/v1/traces') throw new Error(`sent to ${request.url}`);
        for (const { scopeSpans } of (sent as Sent).resourceSpans)
          spans.push(...scopeSpans.flatMap((own) => own.spans));
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
    const { port } = collector.address() as AddressInfo;
    app = await TestApp.start({
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b',
    });
  });
  afterAll(async () => {
    await app.close();
    collector.close();
  });

  const of = ({ attributes }: Span, key: string) =>
    Object.values(attributes.find((one) => one.key === key)?.value ?? {})[0];
  const named = (name: string) =>
    eventually(
      () => spans.filter((span) => span.name === name),
      ({ length }) => length > 0,
    );

  it('have a request with its correlation id, below what the caller named, and its statements below it', async () => {
    const headers = { traceparent: `00-${TRACE}-${OUTER}-01` };
    const { body } = await app.request('GET', '/target-sheets/01936000-0000-7000-8000-000000000002', { headers });
    const [request] = await named('GET /api/v1/target-sheets/:id');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: OUTER, kind: 2 });
    expect(of(request!, 'jixiao.correlation_id')).toBe(body.correlationId);
    expect(of(request!, 'http.response.status_code')).toBe('404');
    const statements = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(statements.length).toBeGreaterThan(1);
    for (const statement of statements) {
      expect(statement).toMatchObject({ traceId: TRACE, kind: 3 });
      expect(of(statement, 'db.query.text')).toMatch(/\w/);
      expect(BigInt(statement.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(statement.startTimeUnixNano));
      expect(BigInt(statement.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(request!.startTimeUnixNano));
    }
    expect(JSON.stringify(spans)).not.toContain('01936000');
    expect(keys).toContain('a b');
  });

  it('know what a request with a body asks, each for itself', async () => {
    const names = ['一局', '二局', '三局'];
    const answers = await Promise.all(names.map((name) => app.request('POST', '/departments', { body: { name } })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const requests = await eventually(
      () => spans.filter(({ name }) => name === 'POST /api/v1/departments'),
      ({ length }) => length === names.length,
    );
    expect(new Set(requests.map(({ traceId }) => traceId)).size).toBe(names.length);
    for (const { spanId } of requests) {
      const below = spans.filter(({ parentSpanId, name }) => parentSpanId === spanId && name === 'INSERT');
      expect(below.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(spans)).not.toContain('一局');
  });
});
