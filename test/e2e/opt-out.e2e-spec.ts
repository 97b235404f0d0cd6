import { parse } from 'uuid';
import { OptOutService } from '../../src/delivery/opt-out/opt-out.service.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { TestApp } from '../support/test-app.js';

describe('unsubscribing', () => {
  let app: TestApp;
  let office: Office;
  let route: string;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    await app.manager.query('TRUNCATE mail_opt_out');
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
    route = new URL(await app.get(OptOutService).link(app.manager, office.head.id)).pathname;
  });

  const oneClick = (path: string) =>
    app.request('POST', path, {
      as: null,
      payload: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const optedOut = () => app.count('mail_opt_out');

  it('takes one click of a mail program, without signing in (RFC 8058)', async () => {
    expect((await oneClick(route)).status).toBe(200);
    expect((await oneClick(route)).status).toBe(200);
    expect(await optedOut()).toBe(1);
  });

  it('is not done by looking at the link', async () => {
    const { status, body } = await app.request<string>('GET', route, { as: null });
    expect([status, body.includes('<form method="post"'), await optedOut()]).toEqual([200, true, 0]);
  });

  it('holds for ninety days, whatever a link says by itself', async () => {
    app.at('2026-02-01T10:00');
    const [id, other] = [office.head.id, office.reporter.id];
    const path = new URL(await app.get(OptOutService).link(app.manager, id)).pathname;
    app.at('2026-05-02T10:00');
    expect((await oneClick(path)).status).toBe(200);
    app.at('2026-05-03T10:00');
    expect(await oneClick(`${path}/undo`)).toMatchObject({ status: 404, body: { code: 'unsubscribe-link-over' } });
    expect(await optedOut()).toBe(1);
    const bytes = Buffer.from(path.split('/').at(-1)!, 'base64url');
    for (const forge of [() => bytes.writeUInt32BE(40_000, 16), () => Buffer.from(parse(other)).copy(bytes)]) {
      forge();
      expect(await oneClick(`/unsubscribe/${bytes.toString('base64url')}`)).toMatchObject({
        body: { code: 'not-found' },
      });
    }
    app.at('2026-11-24T10:00');
  });

  it('can be taken back', async () => {
    await oneClick(route);
    expect((await oneClick(`${route}/undo`)).status).toBe(200);
    expect(await optedOut()).toBe(0);
  });

  it.each(['x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '%00'])(
    'a token that we did not sign is nothing: %s',
    async (token) => {
      expect((await oneClick(`/unsubscribe/${token}`)).status).toBe(404);
      expect(await optedOut()).toBe(0);
    },
  );

  it('is the only thing that a form does', async () => {
    const answer = await app.request('POST', '/session', {
      payload: 'username=a&password=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      as: null,
    });
    expect(answer.status).toBe(415);
  });

  it('ends reports and alerts, not the duties of the same person', async () => {
    await app.manager.query('UPDATE progress_entry SET value = 1');
    await app.read('/scores?asOf=2026-09');
    await oneClick(route);
    await app.runJob('reminder-digest', '2026-11-11T09:00');
    await app.runJob('scoring-report', '2026-11-11T09:30');
    const rules: { rule: string }[] = await app.manager.query('SELECT rule FROM notification WHERE contact_id = $1', [
      office.head.id,
    ]);
    expect(rules).toEqual([{ rule: 'entries-owed' }]);
  });
});
