import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { RowOwnersRepository } from '../../src/auth/access/row-owners.repository.js';
import type { Resource } from '../../src/common/access/access.decorator.js';
import { Evidence } from '../../src/evidence/evidence.entity.js';
import { FileStorage } from '../../src/files/file-storage.js';
import { insertMarkedDepartment, type MarkedDepartment } from '../factories/rows.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { type Attempt, Attempts, isScoped, PLACES, type Place } from '../support/access-matrix.js';
import { ApiDocument } from '../support/api-document.js';
import { Browser } from '../support/browser.js';
import { declaredRoutes, parametersOf, type Route, rowsOf, servedRoutes, withoutNames } from '../support/routes.js';
import { type Answer, bearer, ifMatch, TestApp } from '../support/test-app.js';
import { type Role, ROLES } from '../../src/domain/roles.js';

const ADMINISTRATORS: readonly Role[] = ['system-administrator', 'security-administrator', 'auditor'];
/**
 * Whoever may not use a route at all is refused before its ids are looked at: of the kinds of rows that an id may mean, which no
 * rule declares, one stands for all. ACCESS_MATRIX=full tries them all.
 */
const TRIES_ALL_KINDS = process.env.ACCESS_MATRIX === 'full';
/** Answers that go on until somebody ends them; test/e2e/events.e2e-spec.ts reads them. */
const STREAMS = ['/events'];
/** The auditor reads there what others did with business data. */
const AUDIT_LOG = '/audit-events';

const changes = ({ method }: Route): boolean => method !== 'GET';

describe('every role, route and id', () => {
  let app: TestApp;
  let routes: Route[];
  let own: MarkedDepartment;
  let foreign: MarkedDepartment;
  let attempts: Attempts;
  let api: ApiDocument;
  /** Refusals that the interface's description does not have. */
  const undescribed = new Set<string>();
  const ofSections = new Set<Resource>();
  const tokens = new Map<Role, string>();
  const sessions = new Map<Role, Browser>();
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    routes = declaredRoutes(app).filter(({ path }) => !path.startsWith('/health'));
    own = await insertMarkedDepartment(app.manager, 'Ours');
    foreign = await insertMarkedDepartment(app.manager, 'Theirs');
    await storeEvidence();
    api = await ApiDocument.of(app);
    attempts = new Attempts(own, foreign, api);
    for (const [resource, id] of Object.entries(own.siblings) as [Resource, string][]) {
      const owner = await app.get(RowOwnersRepository).find(resource, id);
      if (owner && owner.sectionIds.length > 0) ofSections.add(resource);
    }
    for (const role of ROLES) {
      const user = isScoped(role) ? UserFactory.as(role).of(own.department) : UserFactory.as(role);
      const placed = role === 'reporter' ? user.reportingFor(own.section) : user;
      const { user: somebody, token } = await placed.insert(app.manager);
      tokens.set(role, token);
      sessions.set(role, await new Browser(app).beginAs(somebody));
    }
  });
  afterAll(() => app.close());

  /** The files of the evidence rows: what cannot be found in the storage is a fault of the service. */
  async function storeEvidence(): Promise<void> {
    const file = path.join(app.dataFolder, 'evidence.txt');
    for (const { sha256 } of await app.manager.find(Evidence)) {
      writeFileSync(file, 'evidence');
      await app.get(FileStorage).put(sha256, file);
    }
  }

  const ask = async (route: Route, { url, body }: Attempt, role: Role | null) => {
    const seen = body === undefined ? {} : ifMatch(1);
    const session = role && route.rule.inSession && sessions.get(role);
    const headers = { ...(role && bearer(tokens.get(role)!)), ...seen };
    const answer = session
      ? await session.request<unknown>(route.method, url, { headers: seen, body })
      : await app.request<unknown>(route.method, url, { as: null, headers, body });
    const described = api.operationOf(route)?.responses ?? {};
    if (answer.status >= 400 && !(answer.status in described))
      undescribed.add(`${route.method} ${route.path}: ${answer.status}`);
    return { ...answer, text: JSON.stringify(answer.body) };
  };
  const foreignIds = () => Object.values(foreign.rows);
  const seesTheirs = (text: string, sent: string): boolean =>
    text.includes('Theirs') || foreignIds().some((id) => text.includes(id) && !sent.includes(id));

  /** Whether the rows that it names belong to a section, and not to the department as a whole. */
  const namesSection = (route: Route): boolean =>
    rowsOf(route, 'path').some(({ resource }) => ofSections.has(resource));

  /** What is wrong with an answer; null when nothing is. */
  function judge(
    route: Route,
    role: Role | null,
    place: Place,
    sent: string,
    { status, text }: Answer<unknown> & { text: string },
  ) {
    if (status >= 500) return 'a fault of the service';
    if (route.rule.roles === 'anybody') return null;
    if (role === null) return status === 401 ? null : 'open to nobody in particular';
    if (!route.rule.roles.includes(role)) return status === 403 ? null : 'open to a role that is not declared';
    if (ADMINISTRATORS.includes(role))
      return text.includes('target') && route.path !== AUDIT_LOG ? 'shows targets to an administrator' : null;
    if (!isScoped(role)) return null;
    if (seesTheirs(text, sent)) return 'shows rows of another department';
    const namesRow = parametersOf(route).some((name) => /id$/i.test(name));
    if (place === 'foreign' && namesRow && status !== 404) return 'another department’s id is not unknown';
    if (place === 'sibling' && role === 'reporter' && changes(route) && namesSection(route) && status !== 403)
      return 'a reporter may change what is another section’s';
    return place === 'own' && [401, 403].includes(status) ? 'closed to its own role' : null;
  }

  it('knows every route that is served', () => {
    const known = routes.map(({ method, path }) => `${method} ${withoutNames(path)}`);
    expect(known.sort()).toEqual(servedRoutes(app).sort());
  });

  it('lets nobody see or change what is not theirs', async () => {
    const leaks: string[] = [];
    let cells = 0;
    for (const route of routes) {
      for (const role of [null, ...ROLES]) {
        const streams = STREAMS.includes(route.path) && role !== null && route.rule.roles.includes(role);
        for (const place of streams ? [] : PLACES) {
          const all = attempts.of(route, place);
          const isRefused = route.rule.roles !== 'anybody' && (role === null || !route.rule.roles.includes(role));
          for (const attempt of isRefused && !TRIES_ALL_KINDS ? all.slice(0, 1) : all) {
            const answer = await ask(route, attempt, role);
            const leak = judge(route, role, place, attempt.sent, answer);
            cells += 1;
            if (leak)
              leaks.push(`${route.method} ${attempt.url} ${role ?? 'nobody'} ${place}: ${answer.status} ${leak}`);
          }
        }
      }
    }
    process.stdout.write(`access matrix: ${routes.length} routes, ${cells} cells, ${leaks.length} leaks\n`);
    expect(leaks).toEqual([]);
    expect(cells).toBeGreaterThan(routes.length * ROLES.length * 2);
  }, 600_000);

  it('lets nobody name another department’s row in a body', async () => {
    const leaks: string[] = [];
    let cells = 0;
    for (const route of routes.filter(changes)) {
      for (const role of ROLES.filter((name) => isScoped(name) && route.rule.roles.includes(name))) {
        for (const attempt of attempts.foreignBodies(route)) {
          const { status, text } = await ask(route, attempt, role);
          cells += 1;
          if (status < 300 || status >= 500 || seesTheirs(text, attempt.sent))
            leaks.push(`${route.method} ${attempt.url} ${JSON.stringify(attempt.body)} ${role}: ${status} ${text}`);
        }
      }
    }
    process.stdout.write(`foreign ids in bodies: ${cells} cells, ${leaks.length} leaks\n`);
    expect(leaks).toEqual([]);
    expect(cells).toBeGreaterThan(10);
  }, 600_000);

  it('is refused by nothing but what the interface’s description has', () => {
    expect([...undescribed]).toEqual([]);
  });

  it('keeps the three administrators apart from each other and from business data', () => {
    const shared = routes.filter(({ method, path, rule: { roles } }) => {
      const administrators = ADMINISTRATORS.filter((role) => roles.includes(role));
      const mixes = roles !== 'anybody' && administrators.length > 0 && roles.length > 1;
      return mixes && method !== 'GET' && !path.startsWith('/session');
    });
    expect(shared).toEqual([]);
  });
});
