import Papa from 'papaparse';
import type { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { recordAllInAuditLog, recordInAuditLog } from '../../src/audit/audit-log.js';
import { addDays, localTime } from '../../src/domain/calendar/working-days.js';
import { UserFactory } from '../factories/user.factory.js';
import { bearer, TestApp } from '../support/test-app.js';

interface Lines {
  readonly items: readonly AuditEvent[];
  readonly nextCursor: string | null;
}

const SUBJECT = '019a0000-0000-7000-8000-000000000001';

describe('the audit log', () => {
  let app: TestApp;
  let auditor: Record<string, string>;
  beforeAll(async () => {
    app = await TestApp.start();
    auditor = bearer((await UserFactory.as('auditor').insert(app.manager)).token);
    const sheet = { subjectType: 'target_sheet', subjectId: SUBJECT };
    await recordInAuditLog(app.manager, { action: 'target_sheet.adopted', ...sheet, reason: '=1+1' });
    await recordInAuditLog(app.manager, { action: 'target_sheet.revised', ...sheet, after: { 权重: '10,5' } });
    await recordInAuditLog(app.manager, { action: 'mail.tested', subjectType: 'mail', subjectId: null });
  });
  afterAll(() => app.close());

  const read = async (query: string) => {
    const { status, body } = await app.request<Lines>('GET', `/audit-events?${query}`, { as: null, headers: auditor });
    expect(status).toBe(200);
    return body;
  };
  const actions = async (query: string) => (await read(query)).items.map(({ action }) => action);
  const file = (query = '', headers = auditor) =>
    app.fastify.inject({ url: `/api/v1/audit-events/file?${query}`, headers });

  it('is sought by what was done, to what, by whom and on which days', async () => {
    expect(await actions('action=target_sheet')).toEqual(['target_sheet.revised', 'target_sheet.adopted']);
    expect(await actions('action=target_sheet.adopted')).toEqual(['target_sheet.adopted']);
    expect(await actions('action=target')).toEqual([]); // a kind, not the beginning of a word
    expect(await actions(`subjectId=${SUBJECT}`)).toHaveLength(2);
    expect(await actions('actor=nobody%20of%20that%20name')).toEqual([]);
  });

  it('is sought by local days, both included', async () => {
    const [revised] = (await read('action=target_sheet.revised')).items;
    const { date } = localTime(new Date(revised!.at), 'Asia/Shanghai'); // lines have the time of the database
    expect(await actions(`action=target_sheet.revised&from=${date}&to=${date}`)).toHaveLength(1);
    expect(await actions(`action=target_sheet.revised&from=${addDays(date, 1)}`)).toEqual([]);
    expect(await actions(`action=target_sheet.revised&to=${addDays(date, -1)}`)).toEqual([]);
  });

  it('is read page by page by the same question', async () => {
    const first = await read('action=target_sheet&limit=1');
    const second = await read(`action=target_sheet&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ action }) => action)).toEqual([
      'target_sheet.revised',
      'target_sheet.adopted',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('leaves as a table without formulas, and tells that it left', async () => {
    const { statusCode, headers, body } = await file('action=target_sheet');
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body.startsWith('\uFEFF')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(body.slice(1), { header: true, skipEmptyLines: true });
    expect(data.map(({ action, reason, after }) => [action, reason, after])).toEqual([
      ['target_sheet.revised', '', '{"权重":"10,5"}'],
      ['target_sheet.adopted', "'=1+1", ''],
    ]);
    expect(data[0]?.at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    const [exported] = (await read('action=audit_log.exported')).items;
    expect(exported).toMatchObject({ after: { action: 'target_sheet' } });
  });

  it('has all lines in the table, however many pieces that takes', async () => {
    const lines = Array.from({ length: 2_100 }, (_, place) => place);
    const started = lines.map((place) => ({ action: 'job.started', subjectType: 'job', subjectId: `number ${place}` }));
    await recordAllInAuditLog(app.manager, started);
    const { body } = await file('action=job.started');
    const { data } = Papa.parse<Record<string, string>>(body.slice(1), { header: true, skipEmptyLines: true });
    expect(data.map(({ subjectId }) => subjectId)).toEqual(lines.map((place) => `number ${place}`).reverse());
  });

  it('refuses questions that cannot be meant, and whoever is no auditor', async () => {
    for (const query of ['action=%27', 'from=2026-13-01', 'to=yesterday', `actor=${'x'.repeat(101)}`])
      expect((await file(query)).statusCode).toBe(400);
    const office = bearer((await UserFactory.as('performance-office').insert(app.manager)).token);
    expect((await file('', office)).statusCode).toBe(403);
  });
});
