import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { OfficeFactory } from '../factories/office.factory.js';
import { ContactFactory } from '../factories/contact.factory.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { JobRunsRepository } from '../../src/jobs/job-runs.repository.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import { ConditionService } from '../../src/condition/condition.service.js';
import type { InstallationFacts } from '../../src/condition/installation.service.js';
import type { Trouble } from '../../src/condition/trouble.js';
import { TroubleNotices } from '../../src/condition/telling/trouble-notices.js';
import { SecretBox } from '../../src/auth/second-factor/secret-box.js';
import { Totp } from '../../src/auth/second-factor/totp.entity.js';
import { Configuration } from '../../src/config/configuration.js';
import { type User } from '../../src/auth/users/user.entity.js';
import { changeAccount, UserFactory } from '../factories/user.factory.js';
import { ChatPlatform } from '../support/chat-platform.js';
import { sendDue } from '../support/send-due.js';
import { TestApp } from '../support/test-app.js';

/** 24 November 2026, at ten in the morning; the database's clock and the machine's one disk are not looked at here. */
describe('what is wrong with the installation', () => {
  let app: TestApp;
  const backups = mkdtempSync(path.join(os.tmpdir(), 'jixiao-condition-'));
  const backupOf = (time: string) => {
    writeFileSync(path.join(backups, `jixiao-${time}.tar`), 'jixiao-backup.json'.padEnd(512, '\0'));
  };

  beforeAll(async () => {
    app = await TestApp.start({ BACKUP_DIR: backups });
    backupOf('20261123T013000Z');
  });
  afterAll(async () => {
    await app.close();
    rmSync(backups, { recursive: true, force: true });
  });
  beforeEach(() => app.clear());

  /** Each says in either language what is wrong and what to do. */
  const look = async (of = app) => {
    const found = await of.get(ConditionService).look();
    for (const { message, remedy } of found) {
      for (const { zh, en } of [message, remedy]) {
        expect(zh).toMatch(/[一-龥]/);
        expect(en).toMatch(/^[^一-龥。，：]*[a-z][^一-龥。，：]*$/);
      }
    }
    return found;
  };
  const codes = async (of = app) =>
    (await look(of)).map(({ code }) => code).filter((code) => !/^(clock|disk|backup-same-disk)/.test(code));
  const run = (job: string, slot: string, state: string, startedAt: string, error: string | null = null) =>
    app.manager.query(
      `INSERT INTO job_run (job, slot, state, started_at, alive_until, finished_at, error)
       VALUES ($1, $2, $3, $4, $4, CASE WHEN $3 = 'running' THEN NULL ELSE $4::timestamptz END, $5)`,
      [job, slot, state, startedAt, error],
    );

  it('nothing, when backups are made and jobs run', async () => {
    await run('reminder-digest', '2026-11-24T09:00', 'done', '2026-11-24T01:00:00Z');
    expect(await codes()).toEqual([]);
  });

  it('a key of secrets that is gone, or another, as long as there is what it opened; none is made meanwhile', async () => {
    const file = path.join(app.dataFolder, 'secrets.key');
    const [{ user }, other] = [
      await UserFactory.as('viewer').insert(app.manager),
      await UserFactory.as('viewer').insert(app.manager),
    ];
    const box = new SecretBox(app.get(Configuration));
    await app.manager.insert(Totp, { userId: user.id, secret: box.seal('JBSWY3DPEHPK3PXP', user.id) });
    const key = readFileSync(file);
    expect(await codes()).toEqual([]);
    rmSync(file);
    expect(await codes()).toEqual(['secrets-key-differs']);
    expect(existsSync(file)).toBe(false);
    new SecretBox(app.get(Configuration)).seal('another', other.user.id);
    const [found] = (await look()).filter(({ code }) => code === 'secrets-key-differs');
    expect(found!.message.zh).toContain(file);
    writeFileSync(file, key);
    expect(await codes()).toEqual([]);
    await app.manager.delete(Totp, { userId: user.id });
  });

  it('nothing on an installation that has just been made, before and after its jobs first ran', async () => {
    const nights = path.join(backups, 'of the first minute');
    const other = await app.beside({ BACKUP_DIR: nights, ROBOT_ORIGINS: 'http://127.0.0.1:1' });
    expect(await codes(other)).toEqual([]);
    await other.get(JobsService).runDue();
    expect(readdirSync(nights)).toHaveLength(1);
    expect(await codes(other)).toEqual([]);
    const [morning] = await other
      .get(JobsService)
      .overview()
      .then((jobs) => jobs.filter(({ name }) => name === 'condition'));
    // Those of this machine's one disk and of the test's clock, and nothing of a backup that was not written yet.
    const errors = (await look(other)).filter(({ severity }) => severity === 'error');
    expect(morning?.runs).toMatchObject([{ state: 'done', result: { troubles: errors.length } }]);
    await other.close();
  });

  it('a job whose last run failed, until it is done again', async () => {
    await run('reminder-digest', '2026-11-23T09:00', 'failed', '2026-11-23T01:00:00Z', '没有地方\nno room');
    const [found] = (await look()).filter(({ code }) => code === 'job-failed');
    expect(found?.message.en).toMatch(/failed: no room$/);
    expect(found?.message.zh).toMatch(/失败：没有地方$/);
    const runs = app.get(JobRunsRepository);
    const again = await runs.claim('reminder-digest', '2026-11-23T09:00', new Date('2026-11-24T01:59:00Z'), true);
    expect((await look()).map(({ code }) => code)).toContain('job-failed'); // tried again, and not done yet
    await runs.finish(again!, {}, new Date('2026-11-24T01:59:30Z'));
    expect(await codes()).toEqual([]);
    await app.manager.query('DELETE FROM job_run');
    await run('reminder-digest', '2026-11-24T09:00', 'done', '2026-11-24T01:00:00Z');
    expect(await codes()).toEqual([]);
  });

  it.each([
    ['left by its process', '2026-11-24T09:00', 'running', '2026-11-24T01:00:00Z'],
    ['last done two days ago', '2026-11-22T09:00', 'done', '2026-11-22T01:00:00Z'],
  ])('a job %s', async (_, slot, state, startedAt) => {
    await run('reminder-digest', slot, state, startedAt);
    expect(await codes()).toEqual(['job-stuck']);
  });

  it('a mail server that takes nothing, and mails that wait', async () => {
    await app.manager.query(
      `INSERT INTO relay_failure (relay, since, tries, last_try_at, next_try_at, phase)
       VALUES ('smtp', '2026-11-24T00:00:00Z', 3, now(), now(), 'connect')`,
    );
    await app.manager.query(
      `INSERT INTO mail (id, contact_id, kind, topic, local_date, state, due_at, created_at) VALUES
       (gen_random_uuid(), gen_random_uuid(), 'digest', 'a', '2026-11-23', 'queued', now(), '2026-11-23T01:00:00Z'),
       (gen_random_uuid(), gen_random_uuid(), 'digest', 'b', '2026-11-24', 'queued', now(), '2026-11-24T01:00:00Z')`,
    );
    expect(await codes()).toEqual(['mail-server-fails', 'mails-waiting']);
    await app.manager.query('DELETE FROM relay_failure');
  });

  it('files that the last backup could not save, until one has them all', async () => {
    const ran = (slot: string, filesDamaged: number) =>
      app.manager.query(
        `INSERT INTO job_run (job, slot, state, started_at, alive_until, finished_at, result)
         VALUES ('backup', $1, 'done', '2026-11-24T01:30:00Z', now(), '2026-11-24T01:30:00Z', $2)`,
        [slot, { filesDamaged }],
      );
    await ran('2026-11-23T01:30', 2);
    expect(await codes()).toEqual(['backup-of-damage']);
    await ran('2026-11-24T01:30', 0);
    expect(await codes()).toEqual([]);
  });

  it('backups on the disk of the data, and a place that is no folder', async () => {
    const all = (await app.get(ConditionService).look()).map(({ code }) => code);
    expect(all).toContain('backup-same-disk');
    const file = path.join(backups, 'a file');
    writeFileSync(file, '');
    const other = await app.beside({ BACKUP_DIR: file });
    await expect(other.get(JobsService).run('backup', new Date())).rejects.toThrow('无法写入');
    expect(await codes(other)).toEqual(['job-failed', 'backup-no-folder']);
    await other.close();
  });

  it('a newest backup of two days ago, and none at all where none is set', async () => {
    app.at('2026-11-25T09:29');
    expect(await codes()).toEqual([]);
    app.at('2026-11-25T09:31');
    expect(await codes()).toEqual(['backup-old']);
    app.at('2026-11-24T10:00');
    const other = await app.beside();
    expect((await other.get(ConditionService).look()).map(({ code }) => code)).toContain('backup-not-set');
    await other.close();
  });

  it('a year without a calendar, from December the next one', async () => {
    backupOf('20401130T000000Z');
    await run('reminder-digest', '2040-11-30T09:00', 'done', '2040-11-30T01:00:00Z');
    app.at('2040-11-30T10:00');
    expect(await codes()).toEqual(['calendar-missing']);
    app.at('2040-12-01T10:00');
    expect(await codes()).toEqual(['calendar-missing', 'calendar-missing']);
    app.at('2026-11-24T10:00');
    rmSync(path.join(backups, 'jixiao-20401130T000000Z.tar'));
  });

  it('a trigger on the audit log that is not ours', async () => {
    await app.manager.query('ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only');
    const found = (await look()).find(({ code }) => code === 'audit-guards-changed');
    await app.manager.query('ALTER TABLE audit_event ENABLE TRIGGER audit_event_append_only');
    expect(found?.message.en).toContain('trigger audit_event_append_only ON audit_event');
    expect((await look()).map(({ code }) => code)).not.toContain('audit-guards-changed');
  });

  it('is told once a morning to each chat group of the performance office', async () => {
    const platform = await ChatPlatform.start();
    const other = await app.beside({ BACKUP_DIR: backups, ROBOT_ORIGINS: platform.origin });
    const department = await DepartmentFactory.new().insert(app.manager);
    for (const name of ['张一', '王二']) {
      const { id } = await ContactFactory.of(department).as('office').named(name).insert(app.manager);
      const body = { platform: 'wecom', url: `${platform.origin}/cgi-bin/webhook/send?key=k1` };
      expect((await other.request('PUT', `/contacts/${id}/robot`, { body, confirmed: true })).status).toBe(200);
    }
    await run('reminder-digest', '2026-11-24T09:00', 'failed', '2026-11-24T01:00:00Z', 'no room');
    const told = await other.get(JobsService).run('condition', new Date('2026-11-24T00:50:00Z'));
    expect(told).toMatchObject({ groups: 1 });
    expect(await other.get(JobsService).run('condition', new Date('2026-11-24T00:50:00Z'))).toBeUndefined();
    expect(platform.received.map(({ body }) => body.markdown.content)).toEqual([
      expect.stringContaining('reminder-digest 最近一次运行失败：no room'),
    ]);
    await other.close();
    platform.stop();
  });

  describe('is told by mail to whoever runs the machine', () => {
    const mailFolder = () => path.join(app.dataFolder, 'mail');
    let administrator: User;
    beforeEach(async () => {
      const named = (email: string) => UserFactory.as('system-administrator').at(email).insert(app.manager);
      administrator = (await named(' Admin@example.org')).user;
      await named('admin@EXAMPLE.org'); // the same person
      const { user: gone } = await named('gone@example.org');
      await changeAccount(app.manager, gone.id, { disabled: true });
      const { user: english } = await named('second@example.org');
      await changeAccount(app.manager, english.id, { language: 'en' });
      await UserFactory.as('system-administrator').insert(app.manager); // without an address
      await fails();
    });

    const fails = () => run('rescoring', '2026-11-24T02:00', 'failed', '2026-11-24T01:00:00Z', 'no room');
    const isMended = () =>
      app.manager.query("UPDATE job_run SET state = 'done', error = NULL, finished_at = started_at");
    /** Looks, as the watch does every minute. @returns how many mails are new */
    const look = async (local: string, only = /^(job|calendar)/) => {
      const troubles = await app.at(local).get(ConditionService).look();
      return app.get(TroubleNotices).tell(troubles.filter(({ code }) => only.test(code)));
    };
    const sent = async (local: string): Promise<ParsedMail[]> => {
      await sendDue(app.at(local));
      if (!existsSync(mailFolder())) return [];
      const names = readdirSync(mailFolder()).map((name) => path.join(mailFolder(), name));
      const mails = await Promise.all(names.map((name) => simpleParser(readFileSync(name))));
      for (const name of names) rmSync(name);
      return mails.sort((a, b) => (a.subject! < b.subject! ? -1 : 1));
    };

    it('once a day, each person in their language, and once that it is over', async () => {
      expect(await look('2026-11-24T10:00')).toBe(2);
      expect(await look('2026-11-24T10:01')).toBe(0);
      expect(await sent('2026-11-24T10:09')).toEqual([]);
      const [english, chinese] = await sent('2026-11-24T10:10');
      expect(english).toMatchObject({ subject: '[Action needed] Jixiao server: 1 problem' });
      expect(english?.text).toContain('The last run of the job rescoring failed: no room');
      expect(chinese).toMatchObject({ subject: '【需处理】绩效台账服务器：1 个问题' });
      expect(chinese?.text).toContain('任务 rescoring 最近一次运行失败：no room\n    它每五分钟重试一次');
      expect(chinese?.headers.has('list')).toBe(false); // nobody does without it
      expect(await look('2026-11-24T23:59')).toBe(0);
      expect(await look('2026-11-25T00:01')).toBe(2);
      expect(await sent('2026-11-25T08:49')).toEqual([]);
      expect(await sent('2026-11-25T08:50')).toHaveLength(2);
      await isMended();
      expect(await look('2026-11-25T09:00')).toBe(2);
      expect(await look('2026-11-25T09:01')).toBe(0);
      const over = await sent('2026-11-25T09:10');
      expect(over.map(({ subject }) => subject)).toEqual([
        'Jixiao server: 1 problem is over',
        '绩效台账服务器：1 个问题已消除',
      ]);
      expect(await look('2026-11-25T10:30')).toBe(0);
      const { items } = await app.read<{ items: object[] }>('/notifications');
      expect(items).toHaveLength(6);
      expect(items.at(-1)).toMatchObject({ rule: 'installation-trouble', subject: 'job-failed', stage: 'wrong' });
    });

    it('not when it is over within ten minutes, and anew when it comes back', async () => {
      expect(await look('2026-11-24T10:00')).toBe(2);
      await isMended();
      expect(await sent('2026-11-24T10:10')).toEqual([]);
      expect(await look('2026-11-24T10:11')).toBe(0);
      await app.manager.query("UPDATE job_run SET state = 'failed', error = 'again'");
      expect(await look('2026-11-24T11:00')).toBe(2);
      expect(await sent('2026-11-24T11:10')).toHaveLength(2);
    });

    it('once to a mailbox, whichever of its accounts is there, and in spite of what was told by a clock ahead', async () => {
      expect(await look('2026-11-24T10:00')).toBe(2);
      expect(await sent('2026-11-24T10:10')).toHaveLength(2);
      const [{ id }]: [{ id: string }] = await app.manager.query(
        "SELECT contact_id AS id FROM notification WHERE contact_id IN (SELECT id FROM app_user WHERE email ILIKE '%admin@%')",
      );
      await changeAccount(app.manager, id, { disabled: true });
      expect(await look('2026-11-24T10:11')).toBe(0);
      await app.manager.query("UPDATE notification SET due_date = '2027-11-24'");
      expect(await look('2026-11-25T10:00')).toBe(2);
    });

    it('what should only be noted once a week, and what joins it in a mail of its own', async () => {
      expect(await look('2040-12-03T10:00', /^calendar/)).toBe(2); // a Monday
      const [english] = await sent('2040-12-03T10:10');
      expect(english?.subject).toBe('Jixiao server: 2 problems'); // this year and the next
      for (const day of ['03', '04', '05', '08', '09']) expect(await look(`2040-12-${day}T11:00`, /^calendar/)).toBe(0);
      expect(await look('2040-12-09T12:00')).toBe(2);
      expect((await sent('2040-12-09T12:10'))[0]?.text).not.toContain('holidays');
      expect(await look('2040-12-10T08:00')).toBe(2);
      expect((await sent('2040-12-10T08:50'))[0]?.subject).toBe('[Action needed] Jixiao server: 3 problems');
    });

    it('not while no mail leaves, nor to whoever has left or lost their address meanwhile', async () => {
      await app.manager.query(
        `INSERT INTO relay_failure (relay, since, tries, last_try_at, next_try_at, phase)
         VALUES ('smtp', '2026-11-24T00:00:00Z', 3, now(), now(), 'connect')`,
      );
      expect(await look('2026-11-24T10:00', /./)).toBe(0);
      await app.manager.query('DELETE FROM relay_failure');
      expect(await look('2026-11-24T11:00')).toBe(2);
      await app.manager.query("UPDATE app_user SET disabled = true WHERE email ILIKE '%admin@%'");
      expect((await sent('2026-11-24T11:10')).map(({ subject }) => subject)).toEqual([
        '[Action needed] Jixiao server: 1 problem',
      ]);
      await changeAccount(app.manager, administrator.id, { disabled: false, email: 'new@example.org' });
      expect(await look('2026-11-24T12:00')).toBe(1);
      await changeAccount(app.manager, administrator.id, { email: 'refused@example.org' });
      await app.manager.query("INSERT INTO refused_address VALUES ('refused@example.org', now(), 'no such user')");
      expect(await sent('2026-11-24T12:10')).toEqual([]);
      const problems = await app.read<{ items: object[] }>('/reminders/contact-problems');
      expect(problems.items).toMatchObject([
        { problem: 'administrator-without-address' },
        { problem: 'administrator-address-fails', email: 'refused@example.org', reply: 'no such user' },
      ]);
      const refusedAccounts = async () =>
        (await app.request('GET', '/mails/refused-accounts', { as: 'security-administrator' })).body;
      const told = { userId: administrator.id, reply: 'no such user' };
      expect(await refusedAccounts()).toMatchObject({ items: [told] });
      const cleared = `/users/${administrator.id}/refusal`;
      expect((await app.request('DELETE', cleared, { as: 'security-administrator' })).status).toBe(204);
      expect(await refusedAccounts()).toMatchObject({ items: [] });
      expect(await look('2026-11-24T13:00')).toBe(1);
    });
  });

  it('names an office that nobody is reached at, refused addresses, and administrators whom no mail tells', async () => {
    const { department } = await OfficeFactory.owing('2026-10').insert(app.manager);
    const refuse = (address: string) =>
      app.manager.query("INSERT INTO refused_address VALUES ($1, '2026-11-24T00:00:00Z', NULL)", [address]);
    await refuse('nobody-any-more@example.org');
    expect(await codes()).toEqual([]);
    await refuse('reporter@example.org');
    expect(await codes()).toEqual(['addresses-refused']);
    await refuse('office@example.org');
    expect(await codes()).toEqual(['office-unreached', 'addresses-refused']);
    await ContactFactory.of(department).as('office').at('another@example.org').insert(app.manager);
    expect(await codes()).toEqual(['addresses-refused']);
    const other = await app.beside({ BACKUP_DIR: backups, SMTP_URL: 'smtp://127.0.0.1:1' });
    await UserFactory.as('system-administrator').insert(app.manager);
    const found = await other.get(ConditionService).look();
    await other.close();
    expect(found.find(({ code }) => code === 'administrators-unreached')?.message.en).toMatch(
      /^1 system administrator has/,
    );
  });

  it('is told to the system administrator, in both languages and with what to do', async () => {
    await run('reminder-digest', '2026-11-24T09:00', 'failed', '2026-11-24T01:00:00Z', 'no room');
    const { items } = await app.read<{ items: Trouble[] }>('/condition', 'system-administrator');
    const failed = items.find(({ code }) => code === 'job-failed');
    expect(failed?.remedy.zh).toMatch(/[一-龥]/);
    expect(failed?.remedy.en).toMatch(/[a-z]/);
    expect((await app.request('GET', '/condition')).status).toBe(403);
    const facts = await app.read<InstallationFacts>('/condition/installation', 'system-administrator');
    expect(facts.backups).toMatchObject({ kept: 1, lastAt: '2026-11-23T01:30:00.000Z' });
    expect(facts.database).toMatchObject({ version: expect.stringMatching(/^\d+\./) as string, embedded: true });
    expect(facts.database.bytes).toBeGreaterThan(1_000_000);
    expect(facts.disk?.freeBytes).toBeLessThanOrEqual(facts.disk?.totalBytes ?? 0);
  });

  it('that no job has ever run, a day after the first start', async () => {
    await app.get(JobsService).run('housekeeping', new Date('2026-11-24T01:00:00Z')); // a first line in the audit log
    await app.clear();
    app.at('2090-01-01T10:00');
    expect(await codes()).toContain('job-stuck');
  });
});
