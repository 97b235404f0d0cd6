import { actingAs } from '../../src/common/access/acting.js';
import { EventStreams } from '../../src/events/event-streams.service.js';
import { LongWork } from '../../src/events/long-work.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { EntryFactory } from '../factories/entry.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { EventSource } from '../support/event-source.js';
import { eventually } from '../support/eventually.js';
import { ifMatch, TestApp } from '../support/test-app.js';

describe('events for open pages', () => {
  let app: TestApp;
  let address: string;
  const open: EventSource[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
    address = await app.listen();
  });
  afterEach(() => {
    for (const source of open.splice(0)) source.close();
  });
  afterAll(() => app.close());

  const listen = async (token: string) => {
    const source = await EventSource.open(address, token);
    open.push(source);
    return source;
  };
  const officeWith = async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { sheet, indicatorIds } = await SheetFactory.of(department).insert(app.manager);
    await EntryFactory.of(indicatorIds[0]!, '2026-03').in('submitted').insert(app.manager);
    const head = await UserFactory.as('department-head').of(department).insert(app.manager);
    const approve = () =>
      app.request('POST', `/indicators/${indicatorIds[0]!}/progress/2026-03/approve`, { headers: ifMatch(1) });
    return { department, sheet, head, approve };
  };

  it('an approval tells those who see the sheet that its scores changed, and nobody else', async () => {
    const [own, foreign] = [await officeWith(), await officeWith()];
    const [head, stranger] = [await listen(own.head.token), await listen(foreign.head.token)];
    const office = await listen(await app.tokenOf('performance-office'));
    expect(await own.approve()).toMatchObject({ status: 200 });
    const told = { sheetId: own.sheet.id, departmentId: own.department.id, fromMonth: '2026-03' };
    expect(await head.next('score-changed')).toEqual(told);
    expect(await office.next('score-changed')).toEqual(told);
    await foreign.approve();
    expect(await stranger.next('score-changed')).toMatchObject({ sheetId: foreign.sheet.id });
  });

  it('an approval that fails tells nobody', async () => {
    const { head, approve, sheet } = await officeWith();
    const source = await listen(head.token);
    await approve();
    expect(await approve()).toMatchObject({ status: 412 });
    await source.next('score-changed');
    await app.manager.query(`SELECT pg_notify('jixiao_events', $1)`, [
      JSON.stringify({ name: 'score-changed', audience: { departmentId: sheet.departmentId }, data: { last: true } }),
    ]);
    expect(await source.next('score-changed')).toEqual({ last: true });
  });

  it('long work tells the one who began it how far it is, and how it ended', async () => {
    const [worker, other] = await Promise.all(
      [0, 1].map(() => UserFactory.as('performance-office').insert(app.manager)),
    );
    const [own, foreign] = [await listen(worker!.token), await listen(other!.token)];
    const asWorker = <T>(work: () => Promise<T>) => actingAs({ userId: worker!.user.id, name: 'worker' }, work);
    const work = app.get(LongWork);
    await asWorker(() => work.track('import', 3, (advance) => advance(2)));
    const told = async () => {
      const { state, done, total } = (await own.next('work-progress')) as Record<string, unknown>;
      return [state, done, total];
    };
    expect([await told(), await told(), await told()]).toEqual([
      ['running', 0, 3],
      ['running', 2, 3],
      ['done', 2, 3],
    ]);
    const failing = asWorker(() => work.track('import', 3, () => Promise.reject(new Error('broken'))));
    await expect(failing).rejects.toThrow('broken');
    expect([await told(), await told()]).toEqual([
      ['running', 0, 3],
      ['failed', 0, 3],
    ]);
    expect(foreign.received).toEqual([]);
  });

  it('the stream ends when the account is disabled, and others go on', async () => {
    const { head } = await officeWith();
    const [source, other] = [await listen(head.token), await listen(await app.tokenOf('performance-office'))];
    await app.manager.query('UPDATE app_user SET disabled = true WHERE id = $1', [head.user.id]);
    await app.get(EventStreams).check();
    await eventually(
      () => source.ended,
      (ended) => ended,
    );
    await eventually(
      () => other.heartbeats,
      (count) => count > 0,
    );
    expect(other.ended).toBe(false);
  });

  it('after a broken connection to the database everybody is asked to look afresh', async () => {
    const source = await listen(await app.tokenOf('performance-office'));
    await app.manager.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'jixiao events' AND datname = current_database()`,
    );
    await eventually(
      async () => {
        await app.get(EventStreams).check();
        return source.received.map(({ name }) => name);
      },
      (names) => names.includes('ready'),
    );
    const { approve } = await officeWith();
    await approve();
    expect(await source.next('score-changed')).toMatchObject({ fromMonth: '2026-03' });
  });

  it('a user has at most ten open pages, and an eleventh once one is closed', async () => {
    const { token } = await UserFactory.as('viewer').insert(app.manager);
    const sources = await Promise.all(Array.from({ length: 10 }, () => listen(token)));
    const headers = { authorization: `Bearer ${token}` };
    const refused = await app.request('GET', '/events', { headers });
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '30' } });
    sources[0]!.close();
    await eventually(
      () => listen(token).catch(() => null),
      (source) => source !== null,
    );
  });

  it('is for those who see figures only, and tells browsers not to keep or to guess anything', async () => {
    expect(await app.request('GET', '/events', { as: 'auditor' })).toMatchObject({ status: 403 });
    expect(await app.request('GET', '/events', { as: null })).toMatchObject({ status: 401 });
    const { headers } = await listen(await app.tokenOf('performance-office'));
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
