import { insertMarkedDepartment, type MarkedDepartment } from '../factories/rows.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Attempts, isScoped } from '../support/access-matrix.js';
import { ApiDocument } from '../support/api-document.js';
import { Browser } from '../support/browser.js';
import { declaredRoutes, type Route } from '../support/routes.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';
import type { Role } from '../../src/domain/roles.js';

const PHONE = '13800000000';
const ADDRESS = 'zhang.shifan@example.org';
const PERSON = '张示范';
/** Of a busy service; LOG_LINES=20000 is a day of a small office. */
const LOG_LINES = Number(process.env.LOG_LINES ?? 1500);
/** An answer without end. */
const STREAMS = ['/events'];

describe('telephone numbers and mail addresses', () => {
  let app: TestApp;
  let own: MarkedDepartment;
  let attempts: Attempts;
  let api: ApiDocument;
  let routes: Route[];
  const log: string[] = [];
  const tokens = new Map<Role, string>();
  const sessions = new Map<Role, Browser>();
  beforeAll(async () => {
    app = await TestApp.start({}, { write: (line) => log.push(line) });
    app.withoutRateLimits();
    own = await insertMarkedDepartment(app.manager, 'Ours');
    api = await ApiDocument.of(app);
    routes = declaredRoutes(app).filter(({ path }) => !path.startsWith('/health') && !STREAMS.includes(path));
    for (const role of ['viewer', 'auditor', 'department-head', 'security-administrator'] as const) {
      const one = isScoped(role) ? UserFactory.as(role).of(own.department) : UserFactory.as(role);
      const { user, token } = await one.insert(app.manager);
      tokens.set(role, token);
      sessions.set(role, await new Browser(app).beginAs(user));
    }
    await knowPeople();
  });
  afterAll(() => app.close());

  /** Wherever the service keeps how to reach somebody. */
  async function knowPeople(): Promise<void> {
    for (const rows of [own.rows, own.siblings]) {
      await app.manager.query('UPDATE target_sheet SET responsible_name = $2, responsible_phone = $3 WHERE id = $1', [
        ...[rows['target-sheet'], PERSON, PHONE],
      ]);
      const changed = await app.request('PATCH', `/contacts/${rows.contact}`, {
        body: { phone: PHONE, email: rows === own.rows ? ADDRESS : `second.${ADDRESS}` },
        headers: ifMatch(1),
      });
      expect(changed.status).toBe(200);
    }
    const about = { kind: 'self-evaluation', sheetId: own.rows['target-sheet'], month: '2026-10' };
    const issued = await app.request<{ id: string }>('POST', '/reports', { body: about });
    expect(issued.status).toBe(201);
    own = { ...own, rows: { ...own.rows, report: issued.body.id } };
    attempts = new Attempts(own, own, api);
    await app.manager.query('UPDATE app_user SET email = $1 WHERE id = $2', [ADDRESS, own.rows.user]);
    // As an earlier version wrote it, which masked less.
    await app.manager.query(
      `INSERT INTO audit_event (position, at, actor, action, subject_type, after, hash)
       SELECT max(position) + 1, now(), 'somebody', 'target_sheet.created', 'target_sheet', $1::jsonb, 'none' FROM audit_event`,
      [JSON.stringify({ responsiblePhone: PHONE, people: [{ email: ADDRESS }] })],
    );
  }

  const ask = async (route: Route, url: string, role: Role, body?: unknown) => {
    const headers = body === undefined ? {} : ifMatch(1);
    const answer = route.rule.inSession
      ? await sessions.get(role)!.request<unknown>(route.method, url, { headers, body })
      : await app.request<unknown>(route.method, url, { headers: { ...bearer(tokens.get(role)!), ...headers }, body });
    return { status: answer.status, text: JSON.stringify(answer.body) };
  };
  const tells = (text: string): boolean => [PHONE, ADDRESS].some((secret) => text.includes(secret));
  const readableBy = (role: Role) =>
    routes.filter(({ method, rule }) => method === 'GET' && rule.roles !== 'anybody' && rule.roles.includes(role));
  const seen = async (role: Role, path: string) =>
    (await app.request('GET', path, { headers: bearer(tokens.get(role)!) })).body;

  it.each(['viewer', 'auditor'] as const)('are in no answer that a %s gets', async (role) => {
    const leaks: string[] = [];
    let answered = 0;
    for (const route of readableBy(role)) {
      for (const { url } of attempts.of(route, 'own')) {
        const { status, text } = await ask(route, url, role);
        if (status < 300) answered += 1;
        if (tells(text)) leaks.push(`${url}: ${text.slice(0, 300)}`);
      }
    }
    process.stdout.write(`personal data: ${role}, ${answered} answers, ${leaks.length} leaks\n`);
    expect(leaks).toEqual([]);
    expect(answered).toBeGreaterThan(role === 'viewer' ? 35 : 3);
  });

  it('are whole for those who work with them, and still tell a viewer who is meant', async () => {
    for (const path of ['/contacts', `/contacts/${own.rows.contact}`]) {
      const [whole, masked] = [await seen('department-head', path), await seen('viewer', path)].map((body) =>
        JSON.stringify(body),
      );
      for (const text of [PHONE, ADDRESS]) expect(whole).toContain(text);
      for (const text of ['138****0000', 'z***@example.org', 'Ours contact']) expect(masked).toContain(text);
    }
    const sheet = `/target-sheets/${own.rows['target-sheet']}`;
    expect(await seen('department-head', sheet)).toMatchObject({ responsiblePhone: PHONE, responsibleName: PERSON });
    expect(await seen('viewer', sheet)).toMatchObject({ responsiblePhone: '138****0000', responsibleName: '张**' });
  });

  it('are masked in the audit log, where they stay for years', async () => {
    const kept: { text: string }[] = await app.manager.query(
      `SELECT concat(before, after) AS text FROM audit_event WHERE action = 'contact.changed'`,
    );
    const text = JSON.stringify(kept);
    expect(text).toContain('138****0000');
    expect(tells(text)).toBe(false);
  });

  /** Every route with what is personal in every text, by whoever may: much of it is refused, some breaks, all is logged. */
  async function beBusy(): Promise<void> {
    for (const route of routes) {
      const [role] = [...tokens.keys()].filter(
        (one) => route.rule.roles !== 'anybody' && route.rule.roles.includes(one),
      );
      const schema = api.bodyOf(api.operationOf(route) ?? { responses: {} });
      const sample = schema && { ...(api.sample(schema) as object), ...everywhere(api.propertiesOf(schema)) };
      for (const { url } of attempts.of(route, 'own').slice(0, 1)) {
        if (route.method === 'DELETE') continue; // what is gone tells nothing any more
        if (role) await ask(route, url, role, sample);
        await app.request(route.method, `${url}?q=${PHONE}&email=${ADDRESS}`, { as: null, body: sample });
      }
    }
  }
  const everywhere = (properties: [string, { readonly type?: unknown }][]) =>
    Object.fromEntries(
      properties
        .filter(([, { type }]) => type === 'string')
        .map(([name]) => [name, /phone/i.test(name) ? PHONE : ADDRESS]),
    );

  it('are in no line of the log, however busy the service is', async () => {
    log.length = 0;
    while (log.length < LOG_LINES) await beBusy();
    process.stdout.write(`personal data: ${log.length} lines of the log\n`);
    expect(log.filter(tells)).toEqual([]);
  }, 600_000);
});
