import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { AppModule } from '../../src/app/app.module.js';
import { sealingOf, useAuditKey } from '../../src/audit/audit-key.js';
import { coverRows } from '../../src/audit/rows/row-statements.js';
import { RateLimiter } from '../../src/auth/access/rate-limiter.js';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import { hashToken } from '../../src/auth/credentials/tokens.js';
import { Clock } from '../../src/common/clock.js';
import { DatabaseClock } from '../../src/common/database-clock.js';
import { createPino } from '../../src/common/logger.js';
import { Configuration } from '../../src/config/configuration.js';
import type { Role } from '../../src/domain/roles.js';
import { instantOf } from '../../src/domain/calendar/working-days.js';
import { createDataSource } from '../../src/app/database/data-source.js';
import { grantRights } from '../../src/database/rights/grant-rights.js';
import { createHttpServer } from '../../src/app/http/http-server.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import { SampleYearService } from '../../src/sample-year/sample-year.service.js';
import { UserFactory } from '../factories/user.factory.js';
import { createTestDatabase, serviceAddressOf } from './test-database.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Record<string, string>;
/** Who asks: somebody of that role, another one of the performance office, or nobody. */
type Caller = Role | 'reviewer' | null;

interface Sent {
  readonly body?: unknown;
  readonly payload?: string | Buffer;
  readonly headers?: Headers;
  readonly as?: Caller;
  /** Whether whoever `as` is gives their password again. */
  readonly confirmed?: boolean;
}

interface Download {
  readonly method?: Method;
  readonly body?: unknown;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: T;
}

/** An error as every route answers it (RFC 9457). */
export interface ProblemDetails {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly correlationId: string;
  readonly current?: Readonly<Record<string, unknown>>;
}

export const ifMatch = (version: number): Headers => ({ 'if-match': `"${version}"` });
/** Of whoever signs in, or gives it again, in tests. */
export const PASSWORD = 'Correct-horse-4-battery';
export const IF_NONE: Headers = { 'if-none-match': '*' };
/** Somebody who acts with a token of their own. */
export const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });
export const ENGLISH: Headers = { 'accept-language': 'en' };

/**
 * As TRUNCATE … CASCADE of these nine; that makes new files for each of sixty tables and their indexes, which takes a
 * hundred times as long as to delete a few rows. Replicas do not ask foreign keys and triggers.
 */
const EMPTY_WHAT_WAS_ENTERED = `
DO $$
DECLARE emptied regclass;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR emptied IN
    WITH RECURSIVE reached (name) AS (
      SELECT unnest('{department, document_import, import_batch, job_run, mail, refused_address, relay_failure, report, report_batch}'::regclass[])
      UNION SELECT conrelid::regclass FROM pg_constraint JOIN reached ON confrelid = name WHERE contype = 'f'
    )
    SELECT name FROM reached
  LOOP
    EXECUTE 'DELETE FROM ' || emptied;
  END LOOP;
END $$`;

const SETTINGS = {
  /** Of all applications on one database, as of the processes of one installation. */
  AUDIT_KEY: 'the key of the audit log of the tests',
  /** Tests ask more often than people do; rate-limits.e2e-spec says how often those may. */
  READS_PER_MINUTE: 1_000_000,
};

/** The real application with all its routes, on a database of its own and with a clock that stands still. */
export class TestApp {
  private readonly tokens = new Map<string, string>();
  private passwordHash?: Promise<string>;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly owner: DataSource,
    private readonly clock: { now: () => Date },
    readonly dataFolder: string,
    private readonly drop?: () => Promise<void>,
  ) {}

  /** @param log what the service logs, each line as it is written; nobody hears it otherwise */
  static async start(settings: Partial<Configuration> = {}, log?: DestinationStream): Promise<TestApp> {
    const { url, drop } = await createTestDatabase();
    return TestApp.on(url, settings, drop, log);
  }

  /** Another process of the same installation would stand so: beside this one, on the same database. */
  beside(settings: Partial<Configuration> = {}): Promise<TestApp> {
    const { url } = this.owner.options as { url: string };
    return TestApp.on(url, settings);
  }

  /** On a database that is there already; `drop` removes it in the end. The service runs as its role, not as the owner. */
  static async on(
    url: string,
    settings: Partial<Configuration>,
    drop?: () => Promise<void>,
    log?: DestinationStream,
  ): Promise<TestApp> {
    return TestApp.as({ ownerUrl: url, url: await serviceAddressOf(url) }, settings, drop, log);
  }

  /** As `on`, with the roles of these two addresses. */
  static async as(
    { url, ownerUrl }: { readonly url: string; readonly ownerUrl: string },
    settings: Partial<Configuration> = {},
    drop?: () => Promise<void>,
    log?: DestinationStream,
  ): Promise<TestApp> {
    const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'jixiao-app-'));
    const configuration = Object.assign(new Configuration(), { DATA_DIR: dataFolder, ...SETTINGS, ...settings });
    const owner = await createDataSource(ownerUrl).initialize();
    await grantRights(owner, new URL(url.replace('@/', '@localhost/')).username);
    const module = AppModule.with({ configuration, databaseUrl: url, ownerUrl });
    const app = await createHttpServer(module, configuration, createPino(log ? 'trace' : 'silent', log));
    await app.init();
    useAuditKey(owner, sealingOf(app.get(DataSource)));
    await app.getHttpAdapter().getInstance().ready();
    return new TestApp(app, owner, app.get(Clock), dataFolder, drop).at('2026-11-24T10:00');
  }

  /** Sets the clock to a local time in Asia/Shanghai, such as `2026-11-09T09:00`. */
  at(local: string): this {
    const instant = instantOf(local, 'Asia/Shanghai');
    this.clock.now = () => instant;
    this.app.get<{ now: () => Promise<Date> }>(DatabaseClock).now = () => Promise.resolve(instant);
    return this;
  }

  /** Of the owner of the tables, who may do what the service may not. */
  get manager(): EntityManager {
    return this.owner.manager;
  }

  get fastify() {
    return this.app.getHttpAdapter().getInstance();
  }

  /** Answers on a real port too, for what inject cannot do, such as an answer without end. @returns the address */
  listen(): Promise<string> {
    return this.fastify.listen({ port: 0, host: '127.0.0.1' });
  }

  get<T>(type: abstract new (...parameters: never[]) => T): T {
    return this.app.get<T>(type);
  }

  /**
   * `path` starts after `/api/v1`, or is absolute when it starts with `/api` or `/health`. The performance office asks,
   * unless `as` or a header of the caller's own says who does.
   */
  async request<T = ProblemDetails>(
    method: Method,
    route: string,
    { body, payload, headers = {}, as = 'performance-office', confirmed = false }: Sent = {},
  ): Promise<Answer<T>> {
    if (confirmed && as !== null) await this.givePassword(as);
    const given = confirmed ? { ...(body as object | undefined), current: PASSWORD } : body;
    const {
      status,
      headers: answered,
      content,
    } = await this.send(method, route, {
      ...{ body: given, payload, headers, as },
    });
    return { status, headers: answered, body: parsed(content.toString()) as T };
  }

  /** A file, byte for byte. */
  download(route: string, as: Caller = 'performance-office', { method = 'GET', body }: Download = {}) {
    return this.send(method, route, { body, as });
  }

  async read<T>(route: string, as?: Caller): Promise<T> {
    const { status, body } = await this.request<T>('GET', route, { as });
    if (status !== 200) throw new Error(`GET ${route} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** For tests that ask more often than people do; the limits have tests of their own. */
  withoutRateLimits(): void {
    this.get(RateLimiter).count = () => Promise.resolve();
  }

  /** Runs a job as if it were that local time, at which the clock stands from now on. */
  runJob(name: 'reminder-digest' | 'scoring-report' | 'audit', local: string) {
    return this.at(local).get(JobsService).run(name, this.clock.now());
  }

  loadSampleYear() {
    return this.get(SampleYearService).loadIfEmpty();
  }

  async count(table: string): Promise<number> {
    const [row]: { count: number }[] = await this.manager.query(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? 0;
  }

  /** Empties every table that holds what people entered. */
  async clear(): Promise<void> {
    await this.manager.query(EMPTY_WHAT_WAS_ENTERED);
    this.tokens.clear(); // accounts refer to departments
  }

  /** The log vouches for all rows that factories have put there, and for who will ask. */
  async vouchForRows(...callers: readonly Exclude<Caller, null>[]): Promise<void> {
    for (const caller of callers) await this.tokenOf(caller);
    await this.manager.transaction(coverRows);
  }

  async tokenOf(caller: Exclude<Caller, null>): Promise<string> {
    const known = this.tokens.get(caller);
    if (known) return known;
    const role = caller === 'reviewer' ? 'performance-office' : caller;
    const { token } = await UserFactory.as(role).insert(this.manager);
    this.tokens.set(caller, token);
    return token;
  }

  private async givePassword(caller: Exclude<Caller, null>): Promise<void> {
    this.passwordHash ??= this.get(Passwords).hash(PASSWORD);
    const tokenHash = hashToken(await this.tokenOf(caller));
    await this.manager.query(
      'UPDATE app_user SET password_hash = $1 WHERE id = (SELECT user_id FROM api_token WHERE token_hash = $2)',
      [await this.passwordHash, tokenHash],
    );
  }

  private async send(method: Method, route: string, { body, payload, headers = {}, as = null }: Sent) {
    const url = /^\/(api|health)\b/.test(route) ? route : `/api/v1${route}`;
    const json = body === undefined ? undefined : JSON.stringify(body);
    const type: Headers = json === undefined ? {} : { 'content-type': 'application/json' };
    const asks = as === null || 'cookie' in headers ? {} : { authorization: `Bearer ${await this.tokenOf(as)}` };
    const sent = { method, url, headers: { ...type, ...asks, ...headers }, payload: payload ?? json };
    const { statusCode: status, headers: answered, rawPayload: content } = await this.fastify.inject(sent);
    return { status, headers: answered as Readonly<Record<string, unknown>>, content };
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.destroy();
    rmSync(this.dataFolder, { recursive: true, force: true });
    await this.drop?.();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a page, a file, or nothing at all
  }
}
