import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, ServerProcess } from '../../support/server-process.mjs';

/** When the tests take place, unless one says otherwise: most of the sample year has been entered. */
export const NOW = '2026-11-12T09:30:00+08:00';

/** People of the sample year with one account each, and the administrators. */
export const PEOPLE = ['li.yangli', 'zhang.shifan', 'chen.yanshi', 'secadmin', 'sysadmin', 'auditor'] as const;
export type Person = (typeof PEOPLE)[number];

export const OFFICE: Person = 'li.yangli';
export const HEAD: Person = 'zhang.shifan';
export const CLERK: Person = 'chen.yanshi';

/** An OpenID provider that is down; test/e2e/oidc.e2e-spec.ts has a real one. */
const PROVIDER = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'jixiao', OIDC_CLIENT_SECRET: 'not a secret' };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** One built service on a data folder of its own, and the sessions of the people who use it. */
export class Installation {
  private readonly sessions = new Map<Person, Headers>();

  private constructor(
    readonly folder: string,
    private readonly server: ServerProcess,
  ) {}

  /** A copy of the prepared one, whose clock begins at `now`; `settings` go into its environment. */
  static async begin(name: string, now: string, settings: Headers = {}): Promise<Installation> {
    const prepared = process.env.PREPARED_INSTALLATION;
    if (!prepared) throw new Error('browser tests run through `npm run test:browser`, which prepares an installation');
    const folder = mkdtempSync(path.join(os.tmpdir(), `jixiao-${name}-`));
    cpSync(prepared, folder, { recursive: true });
    const server = new ServerProcess(folder, await freePort(), { CLOCK_AT: now, ...PROVIDER, ...settings });
    return new Installation(folder, await server.ready());
  }

  get address(): string {
    return this.server.address;
  }

  /** Who signed in does so once: often would be too often. */
  async sessionOf(person: Person): Promise<Headers> {
    const known = this.sessions.get(person);
    if (known) return known;
    await this.server.signInAgain(person);
    const session = this.server.credentials;
    this.sessions.set(person, session);
    return session;
  }

  /** What a browser that is signed in as that person has. */
  async cookieOf(person: Person) {
    const { cookie = '' } = await this.sessionOf(person);
    const [name, value] = cookie.split('=') as [string, string];
    return { name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const };
  }

  /** A request to the HTTP interface, by the performance office unless `as` says who. */
  async request<T>(
    method: Method,
    route: string,
    { body, headers = {}, as = OFFICE }: { body?: unknown; headers?: Headers; as?: Person } = {},
  ): Promise<Answer<T>> {
    const answer = await this.server.send(method, route, body, { ...(await this.sessionOf(as)), ...headers });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  /** What the office is shown there. */
  async get<T>(route: string): Promise<T> {
    const { status, body } = await this.request<T>('GET', route);
    if (status !== 200) throw new Error(`GET ${route}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** Sends a file as the office. */
  async upload<T>(route: string, file: File): Promise<T> {
    const body = new FormData();
    body.append('file', file);
    const headers = await this.sessionOf(OFFICE);
    const answer = await fetch(`${this.address}/api/v1${route}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`POST ${route}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
