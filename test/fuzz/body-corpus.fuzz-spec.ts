import fc from 'fast-check';
import { insertMarkedDepartment, type Rows } from '../factories/rows.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { isScoped } from '../support/access-matrix.js';
import { ApiDocument, type Operation } from '../support/api-document.js';
import { declaredRoutes, type Route, rowsOf, withoutNames } from '../support/routes.js';
import { bearer, ifMatch, type Method, TestApp } from '../support/test-app.js';
import {
  NAUGHTY_CONTENT_TYPES,
  NAUGHTY_PAYLOADS,
  NAUGHTY_TEXTS,
  NAUGHTY_VALUES,
  TEN_MEGABYTES,
} from './naughty-values.js';
import { type Role, ROLES } from '../../src/domain/roles.js';

/** An operation of the document, its path filled in with rows that exist, and somebody who may call it. */
interface Target {
  readonly method: Method;
  /** The path with values in its parameters; with others where they are given. */
  readonly at: (values?: Readonly<Record<string, string>>) => string;
  readonly operation: Operation;
  readonly role: Role | null;
}

interface Sent {
  readonly body?: unknown;
  readonly payload?: string | Buffer;
  readonly headers?: Record<string, string>;
  /** The field that carries the naughty value, when there is one. */
  readonly field?: string;
}

const RANDOM_BODIES = 15;
const SEED = 20_261_124;
const ORDINARY: Readonly<Record<string, string>> = { month: '2026-10', year: '2026', name: 'reminder-digest' };
/** What goes on until somebody ends it. */
const isStream = ({ responses }: Operation): boolean =>
  Object.values(responses).some(({ content = {} }) => 'text/event-stream' in content);

describe('whatever is sent to an operation of the OpenAPI document', () => {
  let app: TestApp;
  let api: ApiDocument;
  let targets: Target[];
  const tokens = new Map<Role, string>();
  const faults: string[] = [];
  let requests = 0;
  let failed = 0;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    api = await ApiDocument.of(app);
    const { department, rows } = await insertMarkedDepartment(app.manager, 'Fuzz');
    for (const role of ROLES) {
      const user = isScoped(role) ? UserFactory.as(role).of(department) : UserFactory.as(role);
      tokens.set(role, (await user.insert(app.manager)).token);
    }
    const routes = declaredRoutes(app);
    targets = api
      .operations()
      .filter(({ operation }) => !isStream(operation))
      .map(({ method, path, operation }) => targetOf(method as Method, path, operation, routes, rows));
  });
  afterAll(async () => {
    process.stdout.write(`body corpus: ${targets.length} operations, ${requests} requests, ${failed} faults\n`);
    await app.close();
  });
  beforeEach(() => faults.splice(0));
  afterEach(() => {
    expect(faults.slice(0, 20)).toEqual([]);
  });

  async function send(target: Target, url: string, { body, payload, headers = {}, field }: Sent): Promise<void> {
    const json: Record<string, string> = payload === undefined ? {} : { 'content-type': 'application/json' };
    const asks = target.role ? bearer(tokens.get(target.role)!) : {};
    const options = { as: null, body, payload, headers: { ...json, ...ifMatch(1), ...asks, ...headers } };
    const answer = await app.request<unknown>(target.method, url, options);
    requests += 1;
    const fault = faultOf(answer, field);
    const said = payload === undefined ? JSON.stringify({ body }) : JSON.stringify({ payload: payload.toString() });
    if (!fault) return;
    failed += 1;
    faults.push(`${target.method} ${url.slice(0, 200)} ${said.slice(0, 150)}: ${fault}`);
  }

  it('a naughty value in any field is no fault of the service, and its field is named', async () => {
    for (const target of targets) {
      const schema = api.bodyOf(target.operation);
      if (!schema) continue;
      for (const [field] of api.propertiesOf(schema)) {
        for (const value of NAUGHTY_VALUES) {
          const body = { ...(api.sample(schema) as object), [field]: value };
          await send(target, target.at(), { body, field });
        }
      }
    }
  }, 600_000);

  it('a body that is wrong as a whole is answered with a problem', async () => {
    for (const target of targets.filter(({ method }) => method !== 'GET')) {
      for (const payload of NAUGHTY_PAYLOADS) await send(target, target.at(), { payload });
      for (const type of NAUGHTY_CONTENT_TYPES)
        await send(target, target.at(), { payload: '{"a":1}', headers: { 'content-type': type } });
      await send(target, target.at(), { payload: TEN_MEGABYTES });
      const unknown = { ...(api.sample(api.bodyOf(target.operation) ?? {}) as object), 'un/known~key': 1 };
      await send(target, target.at(), { body: unknown });
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  }, 600_000);

  it('naughty paths, queries and preconditions are answered with a problem', async () => {
    for (const target of targets) {
      for (const text of NAUGHTY_TEXTS) {
        const encoded = encodeURIComponent(text);
        for (const parameter of target.operation.parameters ?? []) {
          if (parameter.in === 'path') await send(target, target.at({ [parameter.name]: encoded }), {});
          if (parameter.in === 'query') await send(target, `${target.at()}?${parameter.name}=${encoded}`, {});
        }
      }
      for (const query of ['unknown=1', 'limit=1&limit=2', 'limit[a]=1', '__proto__=1', '%', '&&&=', 'a%00b=1'])
        await send(target, `${target.at()}?${query}`, {});
      for (const value of ['*', '""', '"x"', '1', '"99999999999"', 'W/"1"', '"1", "2"', 'x'.repeat(2_000)])
        await send(target, target.at(), { body: {}, headers: { 'if-match': value, 'accept-language': value } });
    }
  }, 600_000);

  it('random JSON is answered with a problem', async () => {
    for (const target of targets) {
      const schema = api.bodyOf(target.operation);
      if (!schema) continue;
      const names = api.propertiesOf(schema).map(([name]) => name);
      const bodies = fc.dictionary(fc.constantFrom(...names, 'other'), fc.jsonValue(), { maxKeys: names.length + 1 });
      const property = fc.asyncProperty(bodies, (body) => send(target, target.at(), { body }));
      await fc.assert(property, { numRuns: RANDOM_BODIES, seed: SEED });
    }
  }, 600_000);
});

function targetOf(method: Method, path: string, operation: Operation, routes: readonly Route[], rows: Rows): Target {
  const wanted = withoutNames(path.replace(/\{(\w+)\}/g, ':$1'));
  const route = routes.find((other) => other.method === method && withoutNames(other.path) === wanted);
  if (!route) throw new Error(`the document has ${method} ${path}, the service has not`);
  const ids = Object.fromEntries(rowsOf(route, 'path').map(({ parameter, resource }) => [parameter, rows[resource]]));
  const [role = null] = route.rule.roles === 'anybody' ? [] : route.rule.roles;
  const fill = (values: Readonly<Record<string, string>>) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ids[name] ?? ORDINARY[name] ?? rows.user);
  return { method, operation, role, at: (values = {}) => fill(values) };
}

/** What is wrong with an answer; null when nothing is. */
function faultOf(
  { status, headers, body }: { status: number; headers: Readonly<Record<string, unknown>>; body: unknown },
  field?: string,
): string | null {
  if (status >= 500) return `answered ${status}`;
  if (status < 400) return null;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `${status} is no problem+json`;
  const problem = body as Record<string, unknown>;
  const texts = ['type', 'title', 'code', 'correlationId'];
  if (problem.status !== status || texts.some((name) => typeof problem[name] !== 'string' || problem[name] === ''))
    return `an incomplete problem: ${JSON.stringify(problem)}`;
  const errors = problem.errors as { pointer?: unknown; code?: unknown; message?: unknown }[];
  const pointers = errors.map(({ pointer }) => pointer);
  if (!errors.every(({ pointer, code, message }) => /^(\/|$)/.test(String(pointer)) && code && message))
    return `an error without pointer, code or message: ${JSON.stringify(errors)}`;
  const atFault = problem.code === 'request-invalid' && field !== undefined;
  return atFault && pointers.length === 0 ? `nothing points at ${field}: ${JSON.stringify(problem)}` : null;
}
