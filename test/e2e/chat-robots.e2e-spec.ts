import { createHmac } from 'node:crypto';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { ChatPlatform, type Received } from '../support/chat-platform.js';
import { eventually } from '../support/eventually.js';
import { TestApp } from '../support/test-app.js';

describe('robots of group chats', () => {
  let platform: ChatPlatform;
  let origin: string;
  let app: TestApp;
  let office: Office;

  beforeAll(async () => {
    platform = await ChatPlatform.start();
    origin = platform.origin;
    app = await TestApp.start({ ROBOT_ORIGINS: origin, PUBLIC_URL: 'http://jixiao.example.org' });
    app.get(MailService).startWorker();
  });
  afterAll(async () => {
    await app.close();
    platform.stop();
  });
  beforeEach(async () => {
    await app.clear();
    platform.forget();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });

  const setRobot = (body: object) =>
    app.request('PUT', `/contacts/${office.reporter.id}/robot`, { body, confirmed: true });
  const remindAndSettle = async () => {
    await app.runJob('reminder-digest', '2026-11-09T09:00');
    return eventually(
      async () => {
        const rows: { state: string; outcome: string | null; code: number | null }[] = await app.manager.query(
          'SELECT m.state, a.outcome, a.reply_code AS code FROM mail m JOIN mail_attempt a ON a.mail_id = m.id',
        );
        return rows;
      },
      ([row]) => row?.outcome != null,
    );
  };

  it('WeCom gets Markdown of at most 4096 bytes with one link', async () => {
    await app.manager.query("UPDATE indicator SET name = repeat('很长的指标名称', 300) || '[骗](http://evil.example)'");
    await setRobot({ platform: 'wecom', url: `${origin}/cgi-bin/webhook/send?key=k1` });
    expect(await remindAndSettle()).toMatchObject([{ state: 'sent', code: 0 }]);
    const [{ url, body }] = platform.received as [Received];
    const { content = '' } = body.markdown;
    expect([url.searchParams.get('key'), body.msgtype]).toEqual(['k1', 'markdown']);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    expect(content).toContain('(http://jixiao.example.org/?month=2026-10)');
    expect(content.match(/\]\(/g)).toHaveLength(1);
  });

  it('DingTalk gets a title, a text, the time and its signature', async () => {
    await setRobot({ platform: 'dingtalk', url: `${origin}/robot/send?access_token=t1`, secret: 'SEC1' });
    await remindAndSettle();
    const [{ url, body }] = platform.received as [Received];
    const timestamp = url.searchParams.get('timestamp') ?? '';
    const sign = createHmac('sha256', 'SEC1').update(`${timestamp}\nSEC1`).digest('base64');
    expect([url.searchParams.get('access_token'), url.searchParams.get('sign')]).toEqual(['t1', sign]);
    expect(body.markdown.title).toContain('2026年10月');
    expect(body.markdown.text).toContain('报送信息');
  });

  it.each([
    [
      'a wrong key is final',
      { status: 200, body: { errcode: 93000, errmsg: 'invalid webhook url' } },
      'refused',
      93000,
    ],
    [
      'a wrong signature is final',
      { status: 200, body: { errcode: 310000, errmsg: 'sign not match' } },
      'refused',
      310000,
    ],
    ['too many messages is not', { status: 200, body: { errcode: 45009, errmsg: 'freq' } }, 'queued', 45009],
    ['a platform that is down is not', { status: 502, body: {} }, 'queued', 502],
    ['a redirect is not followed', { status: 302, body: {}, location: 'http://127.0.0.1:1/' }, 'refused', 302],
  ])('%s', async (_, given, state, code) => {
    platform.answer = given;
    await setRobot({ platform: 'wecom', url: `${origin}/send?key=k` });
    expect(await remindAndSettle()).toMatchObject([{ state, code }]);
    expect(platform.received).toHaveLength(1);
  });

  it.each(['https://evil.example/send', 'http://169.254.169.254/latest', 'https://qyapi.weixin.qq.com.evil.example/'])(
    '%s is not allowed',
    async (url) => {
      expect((await setRobot({ platform: 'wecom', url })).body).toMatchObject({ code: 'robot-address-refused' });
    },
  );

  it('two contacts who share a group write to it three seconds apart', async () => {
    const url = `${origin}/send?key=shared`;
    await setRobot({ platform: 'wecom', url });
    await app.request('PUT', `/contacts/${office.head.id}/robot`, {
      body: { platform: 'wecom', url },
      confirmed: true,
    });
    await app.runJob('reminder-digest', '2026-11-11T09:00');
    const outcomes = () =>
      app.manager.query<{ outcome: string }[]>('SELECT outcome FROM mail_attempt ORDER BY outcome');
    const done = await eventually(outcomes, (rows) => rows.length === 2 && rows.every(({ outcome }) => outcome));
    expect(done).toEqual([{ outcome: 'postponed' }, { outcome: 'sent' }]);
  });

  it('the address is never shown again, nor written into the audit log', async () => {
    await setRobot({ platform: 'dingtalk', url: `${origin}/robot/send?access_token=secret-token`, secret: 'SECRET' });
    const shown = await app.read<object>(`/contacts/${office.reporter.id}/robot`);
    expect(shown).toMatchObject({ platform: 'dingtalk', signed: true });
    const log: object[] = await app.manager.query("SELECT after FROM audit_event WHERE subject_type = 'chat_robot'");
    expect(JSON.stringify([shown, log])).not.toMatch(/secret-token|SECRET/);
  });
});
