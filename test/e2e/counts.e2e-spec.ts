import { Passwords } from '../../src/auth/credentials/passwords.js';
import { type User } from '../../src/auth/users/user.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { TokenFactory } from '../factories/token.factory.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

interface Entry {
  readonly value: string;
  readonly note: string | null;
  readonly version: number;
  readonly code?: string;
}

describe('counts that a machine reports', () => {
  let app: TestApp;
  let address: string;
  let own: string;
  let other: string;
  let token: string;
  let user: User;
  beforeAll(async () => {
    app = await TestApp.start();
    address = await app.listen();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const rows = [IndicatorFactory.new(), IndicatorFactory.new()];
    const { indicatorIds } = await SheetFactory.of(department)
      .indicators(...rows)
      .insert(app.manager);
    [own, other] = [indicatorIds[0]!, indicatorIds[1]!];
    ({ user } = await UserFactory.as('performance-office').insert(app.manager));
    ({ token } = await TokenFactory.of(user).reporting(own).insert(app.manager));
  });

  /** Over a real connection, as curl sends it. */
  const send = async (method: string, route: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${address}/api/v1${route}`, { method, headers, body: body && JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Entry };
  };
  const place = (indicatorId = own) => `/indicators/${indicatorId}/progress/2026-10`;
  const report = (value: string) => send('PUT', `${place()}/counts`, { value });

  it('make the month’s draft, and the same report again changes nothing', async () => {
    expect(await report('12')).toMatchObject({ status: 200, body: { value: '12', status: 'draft', version: 1 } });
    expect(await report('12.0')).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await report('13')).toMatchObject({ status: 200, body: { value: '13', version: 2 } });
  });

  it('leave alone what people wrote beside them', async () => {
    const body = { value: '1', note: '其中两封为重复来信' };
    await app.request('PUT', place(), { body, headers: { 'if-none-match': '*' } });
    expect((await report('14')).body).toMatchObject({ value: '14', note: '其中两封为重复来信' });
  });

  it('that come at the same moment do not disturb each other', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => report('15')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await app.read<Entry>(place())).version).toBe(1);
  });

  it('do not change a month that is submitted, unless they are the same', async () => {
    await EntryFactory.of(own, '2026-10').in('submitted').insert(app.manager);
    expect(await report('5')).toMatchObject({ status: 200, body: { status: 'submitted', version: 1 } });
    expect(await report('6')).toMatchObject({ status: 409, body: { code: 'state-conflict' } });
  });

  it('are all that the token allows, and of its indicators only', async () => {
    const refused = { status: 403, body: { code: 'token-scope' } };
    expect(await send('PUT', `${place(other)}/counts`, { value: '1' })).toMatchObject(refused);
    expect(await send('GET', place())).toMatchObject(refused);
    expect(await send('PUT', place(), { value: '1' })).toMatchObject(refused);
    expect(await send('GET', '/departments')).toMatchObject(refused);
    const passwordHash = await app.get(Passwords).hash('correct horse battery');
    await changeAccount(app.manager, user.id, { passwordHash });
    const without = { name: 'x', scope: 'progress:write', days: 1, current: 'correct horse battery' };
    const browser = await new Browser(app).beginAs(user);
    expect(await browser.request('POST', '/session/tokens', { body: without })).toMatchObject({ status: 400 });
  });

  it('of another department’s indicators get nobody a token', async () => {
    const elsewhere = UserFactory.as('department-head').of(await DepartmentFactory.new().insert(app.manager));
    const { user: foreign } = await elsewhere.insert(app.manager);
    const browser = await new Browser(app).beginAs(foreign);
    const body = { name: 'x', scope: 'progress:write', indicatorIds: [own], days: 1 };
    const answer = await browser.request('POST', '/session/tokens', { body });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it.each([{ value: 'many' }, { grade: 'achieved' }, {}, { numerator: '3', denominator: '2' }])(
    'of the wrong kind (%j) are refused',
    async (body) => {
      const { status } = await send('PUT', `${place()}/counts`, body);
      expect([400, 422]).toContain(status);
    },
  );
});
