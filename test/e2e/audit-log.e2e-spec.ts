import { AuditService } from '../../src/audit/audit.service.js';
import { hashOfLine, recordInAuditLog } from '../../src/audit/audit-log.js';
import { TestApp } from '../support/test-app.js';

describe('the audit log', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await behindTheBack('TRUNCATE audit_event');
    for (const name of ['甲单位', '乙单位', '丙单位', '丁单位']) await write(name);
  });

  const write = (name: string) =>
    recordInAuditLog(app.manager, { action: 'department.created', subjectType: 'department', after: { name } });
  const verify = () => app.get(AuditService).verify();
  /** As the owner of the database can. */
  const behindTheBack = (sql: string) =>
    app.manager.query(
      `ALTER TABLE audit_event DISABLE TRIGGER ALL; ${sql}; ALTER TABLE audit_event ENABLE TRIGGER ALL`,
    );

  it.each(['UPDATE audit_event SET reason = NULL', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])(
    'refuses %s',
    async (sql) => {
      await expect(app.manager.query(sql)).rejects.toThrow('append-only');
      expect(await verify()).toEqual({ lines: 4, broken: null });
    },
  );

  it.each([
    ['its actor', "actor = 'somebody'"],
    ['its time', "at = at + interval '1 microsecond' * 1000"],
    ['its action', "action = 'department.changed'"],
    ['its subject', 'subject_id = gen_random_uuid()::text'],
    ['its content', `after = '{"name":"戊单位"}'`],
    ['its reason', "reason = ''"],
    ['its hash', "hash = repeat('0', 64)"],
    ['its department', 'department_id = gen_random_uuid()'],
  ])('a line of which %s was altered is named', async (_, assignment) => {
    for (const position of ['1', '3', '4']) {
      await behindTheBack(
        `CREATE TABLE kept AS SELECT * FROM audit_event; UPDATE audit_event SET ${assignment} WHERE position = ${position}`,
      );
      expect((await verify()).broken).toBe(position);
      await behindTheBack('TRUNCATE audit_event; INSERT INTO audit_event SELECT * FROM kept; DROP TABLE kept');
    }
  });

  it('a line that was removed is noticed at the one that followed it', async () => {
    await behindTheBack('DELETE FROM audit_event WHERE position = 2');
    expect((await verify()).broken).toBe('3');
  });

  it('a line that was altered together with its hash is noticed at the one that follows', async () => {
    const [first, second] = (await app.get(AuditService).list(4)).items.reverse();
    const { hash: _, ...content } = { ...second!, actor: 'somebody' };
    const forged = hashOfLine(content, first!.hash);
    await behindTheBack(`UPDATE audit_event SET actor = 'somebody', hash = '${forged}' WHERE position = 2`);
    expect((await verify()).broken).toBe('3');
  });

  it('lines written at once follow each other without a gap', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(`单位 ${index}`)));
    expect(await verify()).toEqual({ lines: 24, broken: null });
  });

  it('is written in the transaction of the change: both are kept, or neither', async () => {
    const failed = app.manager.transaction(async (manager) => {
      await recordInAuditLog(manager, { action: 'department.created', subjectType: 'department' });
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await verify()).toEqual({ lines: 4, broken: null });
  });
});
