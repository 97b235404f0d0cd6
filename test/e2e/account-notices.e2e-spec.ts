import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { Passwords } from '../../src/auth/credentials/passwords.js';
import type { User } from '../../src/auth/users/user.entity.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { sendDue } from '../support/send-due.js';
import { ifMatch, PASSWORD, TestApp } from '../support/test-app.js';

const BY_SECURITY = { as: 'security-administrator', confirmed: true } as const;

describe('people are told by mail', () => {
  let app: TestApp;
  let hash: string;
  let user: User;
  beforeAll(async () => {
    app = await TestApp.start({ PASSWORD_PROFILE: 'mlps' });
    app.withoutRateLimits();
    hash = await app.get(Passwords).hash(PASSWORD);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.at('2026-11-24T10:00');
    const account = UserFactory.as('viewer').named('徐看').signingInWith(hash);
    ({ user } = await account.at(`xu.${Date.now()}@example.org`).insert(app.manager));
  });

  const mails = async (to = [user.email!]): Promise<ParsedMail[]> => {
    await sendDue(app);
    const folder = path.join(app.dataFolder, 'mail');
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((file) => file.isFile());
    const found = await Promise.all(
      files.map((file) => simpleParser(readFileSync(path.join(file.parentPath, file.name)))),
    );
    rmSync(folder, { recursive: true });
    return found.filter((mail) => to.includes(receiver(mail)));
  };
  const receiver = ({ to }: ParsedMail) => [to].flat()[0]?.value[0]?.address ?? '';
  const change = (body: object, version = 1) =>
    app.request('PATCH', `/users/${user.id}`, { body, headers: ifMatch(version), ...BY_SECURITY });

  it('that their password was reset, and by whom, without the password', async () => {
    const { body } = await app.request<{ password: string }>('POST', `/users/${user.id}/password-reset`, BY_SECURITY);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('绩效台账账号：您的密码已重置');
    expect(mail!.text).toMatch(/徐看，您好[^]*2026-11-24 10:00 由 user\.\S+ 重置[^]*联系安全管理员/);
    expect(`${mail!.text!}${String(mail!.html)}`).not.toContain(body.password);
  });

  it('of another name, with the one before', async () => {
    expect((await change({ displayName: '徐观' })).status).toBe(200);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('绩效台账账号：您账号的姓名已变更');
    expect(mail!.text).toContain('由“徐看”改为“徐观”');
  });

  it('of another role, in their language, and of nothing else that is changed', async () => {
    expect((await change({ language: 'en', awayFrom: '2026-12-01', awayUntil: '2026-12-02' })).status).toBe(200);
    expect((await change({ role: 'auditor' }, 2)).status).toBe(200);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Jixiao account: Your role was changed');
    expect(mail!.text).toMatch(/Dear 徐看,[^]*you are now auditor/);
    expect(mail!.text!.replaceAll('徐看', '')).not.toMatch(/[一-龥]/);
  });

  it('of another address, at that one and at the one before, and there when it is taken away', async () => {
    const [former, next] = [user.email!, `new.${Date.now()}@example.org`];
    expect((await change({ email: next })).status).toBe(200);
    const both = await mails([former, next]);
    expect(both.map(receiver).toSorted()).toEqual([former, next].toSorted());
    for (const { subject, text } of both)
      expect([subject, text]).toEqual(['绩效台账账号：您账号的邮箱已变更', expect.stringContaining(`改为 ${next}`)]);
    expect((await change({ email: null }, 2)).status).toBe(200);
    expect((await mails([former, next])).map((mail) => [receiver(mail), mail.text!.includes('删除')])).toEqual([
      [next, true],
    ]);
  });

  it('of a token that was made', async () => {
    const browser = await new Browser(app).beginAs(user);
    const body = { name: '数据交换', scope: 'read', current: PASSWORD };
    expect((await browser.request('POST', '/session/tokens', { body })).status).toBe(201);
    expect((await mails())[0]).toMatchObject({ subject: '绩效台账账号：您的账号新建了令牌' });
  });

  it('of a lock, once a day', async () => {
    const fail = async () => {
      for (let left = 5; left > 0; left -= 1) await new Browser(app).signIn(user.username, 'not the right one at all');
    };
    await fail();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail!.text).toContain('127.0.0.1');
    app.at('2026-11-24T12:00');
    await fail();
    app.at('2026-11-25T12:00');
    await fail();
    expect(await mails()).toHaveLength(1);
  });

  it('nowhere, where no address is known, and the change is made all the same', async () => {
    await app.manager.update('app_user', { id: user.id }, { email: null });
    expect((await change({ role: 'auditor' })).status).toBe(200);
    expect(await app.manager.countBy('mail', { contactId: user.id })).toBe(0);
  });
});
