import { isDeepStrictEqual } from 'node:util';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import { OfficeFactory } from '../factories/office.factory.js';
import { ChatPlatform } from '../support/chat-platform.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { TestApp } from '../support/test-app.js';

const OFFICES = 3;
/** Reporter, head and performance office of each, five working days after the due date. */
const MAILS = 3 * OFFICES;

interface MailRow {
  readonly state: string;
  readonly attempts: number;
}

const mailsOf = (app: TestApp): Promise<MailRow[]> => app.manager.query('SELECT state, attempts FROM mail ORDER BY id');
const triesOf = (mails: readonly MailRow[]): number => mails.reduce((sum, { attempts }) => sum + attempts, 0);
const statesOf = (mails: readonly MailRow[]): string[] => [...new Set(mails.map(({ state }) => state))];

describe('a relay that takes nothing from anybody', () => {
  let server: MailServer;
  let platform: ChatPlatform;
  let app: TestApp;
  beforeAll(async () => {
    server = await MailServer.start();
    platform = await ChatPlatform.start();
    app = await TestApp.start({ SMTP_URL: server.url, ROBOT_ORIGINS: platform.origin });
    app.get(MailService).startWorker();
  });
  afterAll(async () => {
    await app.close();
    platform.stop();
    await server.stop();
  });
  beforeEach(async () => {
    server.forget();
    platform.forget();
    await app.clear();
    for (let office = 0; office < OFFICES; office += 1)
      await OfficeFactory.owing('2026-10').withPeopleAt(`${office}.example.org`).insert(app.manager);
    server.refuseSender(553);
    await app.runJob('reminder-digest', '2026-11-13T09:00');
    await eventually(
      () => finishedTries(),
      (count) => count === MAILS,
    );
  });

  const finishedTries = async (): Promise<number> => {
    const [row]: { count: number }[] = await app.manager.query(
      'SELECT count(*)::int AS count FROM mail_attempt WHERE outcome IS NOT NULL',
    );
    return row?.count ?? 0;
  };
  const failure = async () => {
    const [row]: { tries: number; since: Date; phase: string; code: number }[] = await app.manager.query(
      'SELECT tries, since, phase, reply_code AS code FROM relay_failure',
    );
    return row;
  };
  /** When the relay is tried again: a try takes as long as the machine is busy, and is followed by a pause. */
  const nextTry = async (): Promise<string> => {
    const [row]: { at: string }[] = await app.manager.query(
      `SELECT to_char(next_try_at AT TIME ZONE 'Asia/Shanghai' + interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS') AS at
       FROM relay_failure`,
    );
    if (!row) throw new Error('the relay has not failed');
    return row.at;
  };
  /** It is that time, and what is due then is done. */
  const passUntil = async (local: string, tries: number) => {
    app.at(local);
    await eventually(finishedTries, (count) => count === tries);
    // What it makes of the try is written after it; until then the next one is that of before.
    await eventually(failure, (row) => row === undefined || row.tries === tries - MAILS + 1);
  };

  it('is tried by one mail for all, later and later, and none is given up or refused', async () => {
    expect(await failure()).toMatchObject({ tries: 1, phase: 'sender', code: 553 });
    await passUntil(await nextTry(), MAILS + 1);
    await passUntil(await nextTry(), MAILS + 2);
    await passUntil('2026-11-13T12:00', MAILS + 3);
    await passUntil(await nextTry(), MAILS + 4);
    expect(await failure()).toMatchObject({ tries: 5 });
    const mails = await mailsOf(app);
    expect([triesOf(mails), statesOf(mails)]).toEqual([MAILS + 4, ['queued']]);
    expect(Math.max(...mails.map(({ attempts }) => attempts))).toBe(2); // each mail in its turn
  });

  it('is shown to whoever runs the machine, with what waits and why, and nothing of whom it is for', async () => {
    await passUntil(await nextTry(), MAILS + 1);
    const standing = await app.read<object>('/mails/standing', 'system-administrator');
    expect(standing).toMatchObject({
      hasRelay: true,
      failure: { tries: 2, phase: 'sender', replyCode: 553, reply: expect.stringContaining('not you') as string },
      waiting: MAILS,
      waitingSince: '2026-11-13T01:00:00.000Z',
      refused: 0,
      undeliverable: 0,
      causes: [{ state: 'waiting', phase: 'sender', replyCode: 553, mails: MAILS }],
    });
    for (const somebody of ['example.org', '填报人', '报送信息'])
      expect(JSON.stringify(standing)).not.toContain(somebody);
    server.refuseSender(undefined);
    server.answerWith(550);
    app.at('2026-11-13T09:10');
    // A refused one is planned anew at once for whoever else answers for it, and refused anew: everybody refuses.
    const refused = { failure: null, waiting: 0, waitingSince: null, refused: MAILS, refusedAddresses: MAILS };
    await eventually(
      () => app.read('/mails/standing', 'system-administrator'),
      (now) => isDeepStrictEqual(now, { ...(now as object), ...refused }),
    );
  });

  it('answers a test mail at once, and what it said is kept without the address', async () => {
    const send = (to: string, as: 'system-administrator' | 'performance-office' | 'auditor') =>
      app.request<object>('POST', as === 'performance-office' ? '/reminders/mail-test' : '/mails/test', {
        body: { to },
        as,
      });
    const refused = await send('probe@example.org', 'performance-office');
    expect(refused.body).toMatchObject({ outcome: 'postponed', phase: 'sender', replyCode: 553, hasRelay: true });
    server.refuseSender(undefined);
    await app.tokenOf('system-administrator');
    await app.manager.query("UPDATE app_user SET display_name = '周系统' WHERE role = 'system-administrator'");
    const taken = await send('probe@example.org', 'system-administrator');
    expect(taken.body).toMatchObject({ outcome: 'sent', phase: null, replyCode: 250 });
    expect(server.received.at(-1)).toMatchObject({ recipients: ['probe@example.org'], subject: '绩效台账：测试邮件' });
    expect(server.received.at(-1)?.text).toContain('周系统，您好：');
    const { lastTest } = await app.read<{ lastTest: object }>('/mails/standing', 'system-administrator');
    expect(lastTest).toEqual(taken.body);
    const [line]: { after: { email: string; outcome: string } }[] = await app.manager.query(
      "SELECT after FROM audit_event WHERE action = 'mail.tested' ORDER BY position DESC LIMIT 1",
    );
    expect(line?.after.outcome).toBe('sent');
    expect(line?.after.email).not.toContain('probe');
    expect((await send('nobody', 'performance-office')).status).toBe(400);
    expect((await send('probe@example.org', 'auditor')).status).toBe(403);
  });

  it('is told to the performance office’s chat groups once, and again when it is over', async () => {
    const inGroup = await app.manager.findBy(Contact, { duty: 'office' });
    for (const { id } of inGroup.slice(0, 2)) {
      const body = { platform: 'wecom', url: `${platform.origin}/group` };
      await app.request('PUT', `/contacts/${id}/robot`, { body, confirmed: true });
    }
    const said = () => platform.received.map(({ body }) => body.markdown.content?.split('\n')[0]);
    app.at(await nextTry()); // the probe; and what goes by robot goes, one every three seconds to a group
    await eventually(said, (lines) => lines.includes('### 邮件服务器不可用'));
    const told = platform.received.find(({ body }) => body.markdown.content?.startsWith('### 邮件服务器不可用'));
    expect(told?.body.markdown.content).toContain('自 2026-11-13 09:00 起');
    app.at(await nextTry());
    await eventually(failure, (now) => now?.tries === 3);
    server.refuseSender(undefined);
    app.at('2026-11-13T10:00');
    await eventually(said, (lines) => lines.includes('### 邮件服务器已恢复'));
    for (const news of ['### 邮件服务器不可用', '### 邮件服务器已恢复'])
      expect(said().filter((line) => line === news)).toHaveLength(1);
  });

  it('sends all that waited as soon as the probe goes through', async () => {
    await passUntil('2026-11-13T12:00', MAILS + 1);
    server.refuseSender(undefined);
    app.at(await nextTry());
    const mails = await eventually(
      () => mailsOf(app),
      (rows) => rows.every(({ state }) => state === 'sent'),
    );
    expect([server.received.length, triesOf(mails), await failure()]).toEqual([MAILS, 2 * MAILS + 1, undefined]);
  });

  it('gives mails up after five days, and takes them up again once it is mended', async () => {
    app.at('2026-11-18T09:01');
    const given = await eventually(
      () => mailsOf(app),
      (rows) => rows.every(({ state }) => state === 'undeliverable'),
    );
    expect(triesOf(given)).toBe(MAILS + 1);
    server.refuseSender(undefined);
    app.at(await nextTry());
    await eventually(
      () => mailsOf(app),
      (rows) => rows.every(({ state }) => state === 'sent'),
    );
    expect(server.received).toHaveLength(MAILS);
  });

  it('keeps no mail of one recipient from the others', async () => {
    server.refuseSender(undefined);
    server.answerWith(451);
    await passUntil('2026-11-13T12:00', 2 * MAILS);
    expect([await failure(), statesOf(await mailsOf(app))]).toEqual([undefined, ['queued']]);
  });
});
