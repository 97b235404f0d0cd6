import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, ifMatch, TestApp } from '../support/test-app.js';

const PHONE = '13800000000';
const ADDRESS = 'zhang.shifan@example.org';

interface Described {
  readonly paths: Readonly<Record<string, { readonly get?: unknown }>>;
}

describe('telephone numbers and mail addresses of contacts', () => {
  let app: TestApp;
  let contactId: string;
  const tokens = { viewer: '', head: '' };
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    const department = await DepartmentFactory.new().insert(app.manager);
    ({ id: contactId } = await ContactFactory.of(department).at(ADDRESS).insert(app.manager));
    const changed = await app.request('PATCH', `/contacts/${contactId}`, {
      body: { phone: PHONE },
      headers: ifMatch(1),
    });
    expect(changed.status).toBe(200);
    const [viewer, head] = [UserFactory.as('viewer'), UserFactory.as('department-head')].map((one) =>
      one.of(department),
    );
    tokens.viewer = (await viewer!.insert(app.manager)).token;
    tokens.head = (await head!.insert(app.manager)).token;
  });
  afterAll(() => app.close());

  const seen = async (who: keyof typeof tokens, route: string) =>
    JSON.stringify((await app.request('GET', route, { headers: bearer(tokens[who]) })).body);

  it('are whole for those who work with them, and masked for viewers', async () => {
    for (const route of ['/contacts', `/contacts/${contactId}`]) {
      const [whole, masked] = [await seen('head', route), await seen('viewer', route)];
      for (const text of [PHONE, ADDRESS]) expect(whole).toContain(text);
      for (const text of [PHONE, ADDRESS]) expect(masked).not.toContain(text);
      for (const text of ['138****0000', 'z***@example.org']) expect(masked).toContain(text);
    }
  });

  it('are nowhere in the lists that a viewer can read', async () => {
    const { paths } = await app.read<Described>('/api/openapi.json');
    const lists = Object.keys(paths).filter((route) => paths[route]?.get && !route.includes('{') && route !== EVENTS);
    expect(lists.length).toBeGreaterThan(20);
    for (const route of lists) {
      const answer = await seen('viewer', route);
      expect([route, answer.includes(PHONE), answer.includes(ADDRESS)]).toEqual([route, false, false]);
    }
  });

  it('are masked in the audit log, where they stay for years', async () => {
    const { body } = await app.request('GET', '/audit-events', { as: 'auditor' });
    expect(JSON.stringify(body)).toContain('138****0000');
    for (const text of [PHONE, ADDRESS]) expect(JSON.stringify(body)).not.toContain(text);
  });
});

/** An answer without end. */
const EVENTS = '/api/v1/events';
