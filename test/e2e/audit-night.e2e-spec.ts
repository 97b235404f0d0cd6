import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { type AuditHead, headIn } from '../../src/audit/audit-head.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { KnownHead } from '../../src/audit/known-head.js';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import { sendToSyslog } from '../../src/audit-heads/syslog.js';
import { JobsService } from '../../src/jobs/jobs.service.js';
import { ConditionService } from '../../src/condition/condition.service.js';
import { Configuration } from '../../src/config/configuration.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { sendDue } from '../support/send-due.js';
import { IF_NONE, TestApp } from '../support/test-app.js';

describe('the night of the audit log', () => {
  let app: TestApp;
  let night = 1;
  beforeAll(async () => {
    app = await TestApp.start();
    Object.assign(app.get(Configuration), { AUDIT_HEAD_DIR: path.join(app.dataFolder, 'heads') });
    for (const language of ['zh', 'en'] as const) {
      const { user } = await UserFactory.as('auditor').at(`${language}@example.org`).insert(app.manager);
      await app.manager.query('UPDATE app_user SET language = $2 WHERE id = $1', [user.id, language]);
    }
    await UserFactory.as('viewer').at('viewer@example.org').insert(app.manager);
    await app.vouchForRows('performance-office');
  });
  afterAll(() => app.close());
  beforeEach(() => {
    night += 1;
  });

  const day = () => `2026-12-${String(night).padStart(2, '0')}`;
  const run = () => app.runJob('audit', `${day()}T03:00`);
  const kept = (): AuditHead =>
    headIn(readFileSync(path.join(app.dataFolder, 'heads', `audit-head-${day()}.json`), 'utf8'))!;
  const troubles = async () => (await app.get(ConditionService).look()).map(({ code }) => code);
  const behindTheBack = (table: string, sql: string) =>
    app.manager.query(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const mails = async () => {
    await sendDue(app);
    const folder = path.join(app.dataFolder, 'mail');
    const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((file) => file.isFile());
    const found = files.map((file) => simpleParser(readFileSync(path.join(file.parentPath, file.name))));
    const parsed = await Promise.all(found);
    rmSync(folder, { recursive: true });
    return parsed.filter(({ subject }) => /审计日志|audit log/.test(subject ?? ''));
  };

  it('gives its head to the auditors, once a day, and puts it into a folder', async () => {
    expect(await run()).toMatchObject({ broken: '', changed: 0 });
    const [last] = (await app.get(AuditReading).list(1)).items;
    expect(kept()).toMatchObject({ hash: last!.hash, position: last!.position, day: day() });
    await app.runJob('audit', `${day()}T12:00`);
    const sent = (await mails()).sort((a, b) => a.subject!.localeCompare(b.subject!));
    expect(sent.map(({ subject }) => subject)).toEqual([
      `Head of the Jixiao audit log, ${day()}: line ${last!.position}`,
      `绩效台账审计日志首部 ${day()}：第 ${last!.position} 行`,
    ]);
    const told = sent.map(({ text }) => headIn(text!)?.position);
    expect(told).toEqual([last!.position, last!.position]);
    expect((await app.get(AuditService).verify({ head: kept() })).broken).toBeNull();
  });

  it('is of today, whatever day it is asked for, and a head that was kept stays', async () => {
    const textOf = (of: string) => readFileSync(path.join(app.dataFolder, 'heads', `audit-head-${of}.json`), 'utf8');
    const earlier = textOf('2026-12-02');
    app.at(`${day()}T03:00`);
    await app.get(JobsService).run('audit', new Date('2026-12-02T05:00:00Z'));
    const first = textOf(day());
    expect(headIn(first)).toMatchObject({ day: day() });
    await app.request('POST', '/departments', { body: { name: '新单位' } });
    await run();
    expect([textOf(day()), textOf('2026-12-02')]).toEqual([first, earlier]);
  });

  it('is missed where the file of the newest head is gone, or an older one was put in its place', async () => {
    const file = path.join(app.dataFolder, 'audit-head.json');
    const verified = async () => (await app.get(AuditService).verify()).broken;
    expect(await run()).toMatchObject({ broken: '', changed: 0 });
    const older = readFileSync(file);
    await app.request('POST', '/departments', { body: { name: '另一单位' } });
    night += 1;
    expect(await run()).toMatchObject({ broken: '', changed: 0 });
    await app.get(KnownHead).onModuleDestroy(); // nothing waits to be kept
    const newest = readFileSync(file);
    const verifiedHead = headIn(readFileSync(path.join(app.dataFolder, 'audit-verified.json'), 'utf8'));
    const lost = { how: 'head-lost', position: verifiedHead!.position };
    rmSync(file);
    expect(await verified()).toEqual(lost);
    writeFileSync(file, older);
    expect(await verified()).toEqual(lost);
    writeFileSync(file, newest);
    expect(await verified()).toBeNull();
  });

  it('vouches for drafts that nobody has handed in', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { indicatorIds } = await SheetFactory.of(department).indicators(IndicatorFactory.new()).insert(app.manager);
    await app.vouchForRows();
    const place = `/indicators/${indicatorIds[0]}/progress/2026-10`;
    expect((await app.request('PUT', place, { body: { value: '5' }, headers: IF_NONE })).status).toBe(200);
    const change = "UPDATE progress_change SET actor = 'nobody'";
    const kept = async (sql: string) => {
      await behindTheBack('progress_change', `CREATE TABLE kept AS SELECT * FROM progress_change; ${sql}`);
      const { changed } = (await app.get(AuditService).verify()).histories;
      await behindTheBack(
        'progress_change',
        'DELETE FROM progress_change; INSERT INTO progress_change SELECT * FROM kept; DROP TABLE kept',
      );
      return changed;
    };
    expect(await kept(change)).toEqual([]);
    expect(await run()).toMatchObject({ histories: 1 });
    expect(await kept(change)).toMatchObject([{ table: 'progress_change', how: 'altered' }]);
  });

  it('raises an alarm where the log is not whole, and sends no head of it', async () => {
    await behindTheBack('audit_event', "UPDATE audit_event SET reason = 'x' WHERE position = 2");
    expect(await run()).toMatchObject({ broken: 'altered 2' });
    expect(readdirSync(path.join(app.dataFolder, 'heads'))).not.toContain(`audit-head-${day()}.json`);
    expect(await troubles()).toContain('audit-broken');
    await behindTheBack('audit_event', 'UPDATE audit_event SET reason = NULL WHERE position = 2');
    await run();
    night += 1;
    expect(await run()).toMatchObject({ broken: '' });
    expect(await troubles()).not.toContain('audit-broken');
  });

  it('tells a syslog server as RFC 5424 has it', async () => {
    const at = new Date('2026-12-01T03:00:00Z');
    const line = /^<109>1 2026-12-01T03:00:00\.000Z \S+ jixiao \d+ audit-head - \{"position":"9"\}$/;
    const udp = createSocket('udp4').bind(0, '127.0.0.1');
    await once(udp, 'listening');
    const datagram = once(udp, 'message');
    await sendToSyslog(`udp://127.0.0.1:${udp.address().port}`, at, '{"position":"9"}');
    expect(String((await datagram)[0])).toMatch(line);
    udp.close();
    const received: Promise<Buffer>[] = [];
    const tcp = createServer((socket) => received.push(buffer(socket))).listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    await sendToSyslog(`tcp://127.0.0.1:${(tcp.address() as AddressInfo).port}`, at, '{"position":"9"}');
    const [, length, framed] = /^(\d+) (.*)$/.exec(String(await received[0]!))!;
    expect([Number(length), framed]).toEqual([framed!.length, expect.stringMatching(line)]);
    tcp.close();
    await expect(sendToSyslog('tcp://127.0.0.1:1', at, 'x')).rejects.toThrow('ECONNREFUSED');
  });
});
